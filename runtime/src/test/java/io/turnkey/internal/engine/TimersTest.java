package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.turnkey.testing.engine.Row;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Cleanup by a timer, which can be started and stopped. */
@Tag("F46")
class TimersTest extends EngineTest {
    private static final Duration TTL = Duration.ofMinutes(10);

    private Harness cache() {
        Harness cache = versioned(
                options -> options.ttl(TTL).staleWhileRevalidate(false).refreshInterval(Duration.ZERO));
        cache.table.put(Row.of(1));
        return cache;
    }

    @Test
    @Tag("F23")
    void startSetsOneTimerThatRemovesWhatHasExpired() {
        Harness cache = cache();
        cache.engine.start();
        cache.engine.startCleanup();
        cache.engine.startCleanup();
        assertThat(cache.timers.size()).isEqualTo(1);
        cache.clock.advance(TTL);
        assertThat(cache.engine.size()).isEqualTo(1);

        cache.timers.fire();
        assertThat(cache.engine.size()).isZero();
        cache.id(1);
        cache.clock.advance(TTL);
        cache.timers.fire();
        assertThat(cache.engine.size()).as("it goes on").isZero();
    }

    @Test
    void itCanBeStoppedAndStartedAgain() {
        Harness cache = cache();
        cache.engine.start();
        cache.engine.stopCleanup();
        cache.engine.stopCleanup();
        assertThat(cache.timers.size()).isZero();
        cache.engine.startCleanup();

        assertThat(cache.timers.size()).isEqualTo(1);
    }

    @Test
    void withoutAnIntervalThereIsNoTimer() {
        Harness cache =
                versioned(options -> options.cleanupInterval(Duration.ZERO).refreshInterval(Duration.ZERO));
        cache.engine.start();
        cache.engine.startCleanup();

        assertThat(cache.timers.size()).isZero();
    }

    @Test
    @Tag("F50")
    @Tag("H28")
    void aClosedCacheHasNoTimerAndGetsNone() {
        Harness cache = cache();
        cache.engine.start();
        cache.engine.shutdown();

        assertThat(cache.timers.size()).isZero();
        assertThatIllegalStateException().isThrownBy(cache.engine::startCleanup);
        assertThatIllegalStateException().isThrownBy(cache.engine::startAutoRefresh);
        cache.engine.stopCleanup();
        cache.engine.stopAutoRefresh();
        assertThat(cache.timers.size()).isZero();
    }
}
