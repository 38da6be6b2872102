package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Loads that take too long, and those that never do. */
class LoadTimeoutTest extends EngineTest {
    /** So long that a load has come to where it is held, also on a busy machine. */
    private static final Duration SHORT = Duration.ofMillis(250);

    private static CacheOptions.Builder hurried(CacheOptions.Builder options) {
        return options.loadTimeout(SHORT);
    }

    @Test
    @Tag("F28")
    @Tag("F81")
    void aHungReadFailsItsCallersSaysSoAndNeverInstallsLater() {
        Harness cache = versioned(LoadTimeoutTest::hurried);
        cache.table.put(Row.of(1));
        Gate read = cache.table.holdNext(Moment.AFTER);

        assertThatThrownBy(() -> cache.id(1))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("Row.getById took longer than loadTimeout = PT0.25S")
                .hasMessageContaining("the database did not answer");
        cache.table.put(Row.of(1).payload("new"));
        read.open();
        cache.checkIntegrity();

        assertThat(cache.byId.peek(1L)).isEmpty();
        assertThat(cache.stats().loadFailures()).isEqualTo(1);
        assertThat(cache.stats().loads())
                .as("what comes too late has failed, and nothing else")
                .isZero();
        assertThat(cache.stats().loadTime()).isZero();
        assertThat(cache.stats().refusedInstalls()).isEqualTo(1);
    }

    @Test
    @Tag("F28")
    void whoComesAfterATimeoutHasALoadOfTheirOwn() {
        Harness cache = versioned(LoadTimeoutTest::hurried);
        cache.table.put(Row.of(1));
        Gate read = cache.table.holdNext(Moment.AFTER);
        assertThatThrownBy(() -> cache.id(1)).isInstanceOf(CacheLoadException.class);
        cache.table.put(Row.of(1).payload("new"));

        assertThat(eventually(cache)).contains(Row.of(1).payload("new"));
        read.open();
        cache.checkIntegrity();
        assertThat(cache.byId.peek(1L)).contains(Row.of(1).payload("new"));
    }

    /** On a busy machine even a load that nothing holds may be late. */
    private static Optional<Row> eventually(Harness cache) {
        for (int attempt = 0; attempt < 50; attempt++) {
            try {
                return cache.id(1);
            } catch (CacheLoadException e) {
                assertThat(e).hasMessageContaining("loadTimeout");
            }
        }
        throw new AssertionError("no load was in time");
    }

    @Test
    @Tag("F28")
    void aLoadThatWouldHaveToReadAgainEndsWithItsCallers() {
        Harness cache = add(Harness.unversioned(LoadTimeoutTest::hurried));
        cache.table.put(Row.of(1));
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> caller = Call.of(() -> cache.email(Row.email(1)));
        read.awaitReached();
        cache.table.put(Row.of(1).payload("new"));
        eventually(cache);
        assertThatThrownBy(caller::get).isInstanceOf(CacheLoadException.class);
        int before = cache.table.statements();
        // It contradicts what memory holds, but nobody waits for a better answer.
        read.open();
        cache.checkIntegrity();

        assertThat(cache.table.statements()).isEqualTo(before);
    }

    @Test
    @Tag("F28")
    @Tag("F35")
    void aLoadWithoutAConnectionSaysWhatToDo() {
        Harness cache = versioned(LoadTimeoutTest::hurried);
        Gate connecting = cache.table.holdNext(Moment.CONNECTING);

        assertThatThrownBy(() -> cache.byStatus.list(Status.ACTIVE))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("Row.listByStatus took longer")
                .hasMessageContaining("no database connection")
                .hasMessageContaining("loadFrom(DataSource)");
        connecting.open();
    }

    @Test
    @Tag("F28")
    void loadsThatHangForEverKeepNobodyFromADatabaseThatIsBack() {
        Harness cache = versioned(options -> options.loadTimeout(Duration.ofMillis(100)));
        cache.table.put(Row.of(1));
        List<Gate> hung = new ArrayList<>();
        for (long id = 11; id <= 14; id++) {
            long row = id;
            hung.add(cache.table.holdNext(Moment.BEFORE));
            assertThatThrownBy(() -> cache.id(row)).isInstanceOf(CacheLoadException.class);
        }

        assertThat(eventually(cache)).contains(Row.of(1));
        hung.forEach(Gate::open);
    }

    @Test
    @Tag("F28")
    void asManyAgainMayHangThenCallersAreToldAtOnceWhatToDo() {
        Harness cache = versioned(options -> options.loadTimeout(Duration.ofMillis(100)));
        List<Gate> hung = new ArrayList<>();
        for (long id = 1; id <= 8; id++) {
            long row = id;
            Gate read = cache.table.holdNext(Moment.BEFORE);
            hung.add(read);
            Call<Optional<Row>> caller = Call.of(() -> cache.id(row));
            read.awaitReached();
            assertThatThrownBy(caller::get).hasMessageContaining("loadTimeout");
        }

        assertThatThrownBy(() -> cache.id(9))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("Row.getById could not be run: 8 loads")
                .hasMessageContaining("socket timeout");
        hung.forEach(Gate::open);
    }

    @Test
    @Tag("F28")
    void aTimeoutThatIsLongerThanTheClockCanCountIsNoError() {
        Harness cache = versioned(options -> options.loadTimeout(CacheOptions.FOREVER));
        cache.table.put(Row.of(1));

        assertThat(cache.id(1)).contains(Row.of(1));
        cache.engine.start();
        assertThat(cache.engine.waitUntilReady(CacheOptions.FOREVER)).isTrue();
    }

    @Test
    @Tag("F81")
    void aLoadThatTakesTooLongAndThenFailsIsCountedAndToldOfOnce() {
        Harness cache = versioned(LoadTimeoutTest::hurried);
        List<Failed> failures = new CopyOnWriteArrayList<>();
        cache.engine.on(Failed.class, failures::add);
        Gate read = cache.table.holdNext(Moment.BEFORE);
        assertThatThrownBy(() -> cache.byId.getMany(List.of(1L, 2L))).isInstanceOf(CacheLoadException.class);
        cache.table.fail(new IllegalStateException("cancelled"));
        read.open();
        cache.checkIntegrity();

        assertThat(cache.stats().loadFailures()).isEqualTo(1);
        assertThat(failures).hasSize(1);
        cache.table.fail(null);
    }
}
