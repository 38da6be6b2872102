package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The end of a cache. */
@Tag("F50")
@Tag("H28")
class CloseTest extends EngineTest {
    @Test
    void everyLaterReadAndChangeSaysThatTheModelIsClosed() {
        Harness cache = versioned();
        cache.table.put(Row.of(1));
        cache.id(1);
        cache.byStatus.list(Status.ACTIVE);
        cache.engine.shutdown();
        cache.engine.shutdown();

        for (Runnable use : List.<Runnable>of(
                () -> cache.id(1),
                () -> cache.email(Row.email(1)),
                () -> cache.byId.getMany(List.of(1L)),
                () -> cache.byId.peek(1L),
                () -> cache.byId.invalidate(1L),
                () -> cache.byEmail.clear(),
                () -> cache.byStatus.list(Status.ACTIVE),
                () -> cache.byStatus.isCached(Status.ACTIVE),
                () -> cache.byStatus.invalidate(Status.ACTIVE),
                () -> cache.engine.listAll(),
                () -> cache.engine.cached(),
                () -> cache.engine.refresh(1L),
                () -> cache.engine.isExpired(1L),
                () -> cache.engine.clear(),
                () -> cache.engine.bypass(false),
                () -> cache.engine.start())) {
            assertThatIllegalStateException().isThrownBy(use::run).withMessage("Row is closed");
        }
        assertThat(cache.engine.size()).isZero();
    }

    @Test
    void callersWhoWaitAreToldAtOnceAndNothingComesInLater() {
        Harness cache = versioned();
        cache.table.put(Row.of(1), Row.of(2));
        Gate row = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> reader = Call.of(() -> cache.id(1));
        row.awaitReached();
        Gate list = cache.table.holdNext(Moment.AFTER);
        Call<List<Row>> lister = Call.of(() -> cache.byStatus.list(Status.ACTIVE));
        list.awaitReached();
        cache.engine.shutdown();

        assertThatIllegalStateException().isThrownBy(reader::get).withMessage("Row is closed");
        assertThatIllegalStateException().isThrownBy(lister::get).withMessage("Row is closed");
        row.open();
        list.open();
        cache.checkIntegrity();
        assertThat(cache.engine.size()).isZero();
        assertThat(cache.stats().lists()).isZero();
    }

    @Test
    void aStartThatIsUnderWayEndsAndKeepsNothing() {
        Harness cache = versioned();
        cache.table.put(Row.of(1));
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> start = Call.of(cache.engine::start);
        read.awaitReached();
        cache.engine.shutdown();

        assertThatIllegalStateException().isThrownBy(start::get).withMessage("Row is closed");
        read.open();
        cache.checkIntegrity();
        assertThat(cache.engine.size()).isZero();
        assertThat(cache.engine.isReady()).isFalse();
    }

    @Test
    void whoWaitsForAClosedCacheIsToldAtOnceThatItIsNotReady() {
        Harness ready = versioned();
        ready.engine.start();
        Harness waiting = versioned();
        Call<Boolean> waiter =
                Call.of(() -> waiting.engine.waitUntilReady(Duration.ofDays(1))).awaitParked();
        ready.engine.shutdown();
        waiting.engine.shutdown();

        assertThat(waiter.get()).isFalse();
        assertThat(ready.engine.waitUntilReady(Duration.ofDays(1))).isFalse();
        assertThat(ready.engine.isReady()).isFalse();
    }

    @Test
    @Tag("F47")
    void anInvalidationThatAsksForAnIdIsToldAtOnce() {
        Harness cache = versioned(options -> options.loadTimeout(Duration.ofDays(1)));
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> invalidation = Call.of(() -> cache.byEmail.invalidate(Row.email(1)));
        read.awaitReached();
        cache.engine.shutdown();

        assertThatIllegalStateException().isThrownBy(invalidation::get).withMessage("Row is closed");
        read.open();
    }
}
