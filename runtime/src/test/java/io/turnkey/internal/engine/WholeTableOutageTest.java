package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Cleared;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import io.turnkey.spi.SharedChange;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same for tables that are kept whole, and for caches that answer from memory alone: these would say "no such row" without asking anybody. */
@Tag("F63")
@Tag("P5")
class WholeTableOutageTest extends OutageTest {
    private static CacheOptions.Builder memoryOnly(CacheOptions.Builder options) {
        return options.load(LoadMode.FULL).readThrough(false);
    }

    @Test
    @Tag("F22")
    void aModelThatIsKeptWholeIsWholeAgainOnceOthersAreHeard() {
        Harness cache = connected(options -> options.load(LoadMode.FULL));
        cache.engine.start();
        level.disconnect();
        pass(cache, HALF);
        pass(cache, HALF);
        writeUnheard();
        assertThat(cache.engine.listAll()).containsExactlyInAnyOrder(NEW, Row.of(3));
        level.connect();
        cache.clock.advance(Harness.DISCONNECTED_TTL.multipliedBy(2));
        int before = table.statements();

        assertThat(cache.engine.listAll()).containsExactlyInAnyOrder(NEW, Row.of(3));
        assertThat(cache.id(1)).contains(NEW);
        assertThat(table.statements()).isEqualTo(before);
    }

    @Test
    @Tag("F22")
    void whatFellIsReadAgainBeforeAnybodyAsks() {
        Harness cache = connected(options -> options.load(LoadMode.FULL));
        cache.engine.start();
        level.disconnect();
        pass(cache, HALF);
        pass(cache, HALF);
        writeUnheard();
        level.connect();
        int before = table.statements();

        assertThat(cache.engine.cached()).containsExactlyInAnyOrder(NEW, Row.of(3));
        assertThat(cache.engine.listAll()).containsExactlyInAnyOrder(NEW, Row.of(3));
        assertThat(table.statements()).isEqualTo(before);
    }

    @Test
    @Tag("F22")
    void afterAShortOutageAModelThatIsKeptWholeReadsWhatWasMissedAndNoMore() {
        Harness cache = connected(options -> options.load(LoadMode.FULL));
        cache.engine.start();
        level.disconnect();
        pass(cache, HALF);
        table.put(NEW);
        Gate reload = table.holdNext(Moment.BEFORE);
        int before = table.statements();
        Call<Boolean> heard = Call.of(() -> level.member().changed(SharedChange.of(Set.of("1"))));
        reload.awaitReached();
        level.connect();
        reload.open();
        heard.get();

        assertThat(cache.engine.listAll()).containsExactlyInAnyOrder(NEW, Row.of(2));
        assertThat(table.statements()).isEqualTo(before + 1);
    }

    @Test
    @Tag("F24")
    void aTableThatIsServedFromMemoryAloneIsReadAgainAndDoesNotFall() {
        Harness cache = connected(WholeTableOutageTest::memoryOnly);
        cache.engine.start();
        List<CacheEvent> cleared = new ArrayList<>();
        cache.engine.on(Cleared.class, cleared::add);
        int before = table.statements();
        level.disconnect();
        pass(cache, HALF);
        writeUnheard();
        assertThat(cache.id(3)).isEmpty();
        for (int i = 1; i < 6; i++) {
            pass(cache, HALF);
            assertThat(cache.id(1)).contains(NEW);
            assertThat(cache.id(2)).isEmpty();
            assertThat(cache.email("r3@example.com")).contains(Row.of(3));
            assertThat(cache.engine.listAll()).containsExactlyInAnyOrder(NEW, Row.of(3));
        }

        assertThat(table.statements()).as("one a sync").isEqualTo(before + 6);
        assertThat(cleared).isEmpty();
    }

    @Test
    @Tag("F24")
    void aTableThatTookTooLongToReadIsNotWholeForLonger() {
        table.put(OLD);
        Harness cache = add(Harness.node(
                table,
                level,
                null,
                options -> memoryOnly(options).refreshInterval(Duration.ZERO).cleanupInterval(Duration.ZERO)));
        level.connect();
        cache.engine.start();
        level.disconnect();
        table.fail(new IllegalStateException("down"));
        pass(cache, HALF);
        awaitSync(cache);
        table.fail(null);
        Gate read = table.holdNext(Moment.AFTER);
        pass(cache, HALF);
        read.awaitReached();
        pass(cache, HALF);
        read.open();
        awaitSync(cache);
        table.put(Row.of(2));
        table.fail(new IllegalStateException("down again"));
        pass(cache, HALF);

        assertThatThrownBy(() -> cache.id(2)).isInstanceOf(CacheLoadException.class);
    }

    private static void awaitSync(Harness cache) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (cache.engine.parts().synchronizer().isRunning()) {
            assertThat(System.nanoTime() - deadline).as("the sync ended").isNegative();
            Thread.onSpinWait();
        }
    }

    @Test
    @Tag("F24")
    void whatCannotBeReadAgainInTimeIsNeitherServedNorSaidNotToExist() {
        Harness cache = connected(WholeTableOutageTest::memoryOnly);
        cache.engine.start();
        level.disconnect();
        table.fail(new IllegalStateException("down"));
        pass(cache, HALF);
        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.id(3)).isEmpty();
        pass(cache, HALF);
        assertThatThrownBy(() -> cache.id(1)).isInstanceOf(CacheLoadException.class);
        assertThatThrownBy(() -> cache.id(3)).isInstanceOf(CacheLoadException.class);
        table.fail(null);
        writeUnheard();
        assertThat(cache.id(3)).contains(Row.of(3));
        assertThat(cache.id(2)).isEmpty();
        pass(cache, HALF);
        int before = table.statements();
        assertThat(cache.email("nobody@example.com")).isEmpty();
        assertThat(table.statements()).as("whole again").isEqualTo(before);
        table.fail(new IllegalStateException("down again"));
        pass(cache, HALF);
        pass(cache, HALF);

        assertThatThrownBy(() -> cache.id(1)).isInstanceOf(CacheLoadException.class);
        assertThatThrownBy(() -> cache.email("nobody@example.com")).isInstanceOf(CacheLoadException.class);
    }

    @Test
    @Tag("F24")
    void aCacheThatServesWhatItWasGivenReadsOnceTheTimeIsOver() {
        Harness cache = connected(options -> options.load(LoadMode.LAZY).readThrough(false));
        cache.engine.preload(() -> List.of(OLD));
        assertThat(cache.id(2)).isEmpty();
        level.disconnect();
        pass(cache, HALF);
        pass(cache, HALF);

        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.id(2)).contains(Row.of(2));
    }
}
