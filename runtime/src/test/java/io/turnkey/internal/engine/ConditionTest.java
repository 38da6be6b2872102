package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.turnkey.CacheLoadException;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import io.turnkey.internal.engine.Condition.Phase;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What an engine tells of its own health. */
@Tag("F76")
class ConditionTest extends EngineTest {
    private static final Duration REFRESHED = Duration.ofMinutes(5);

    @Test
    void aCacheGoesFromIdleThroughStartingToReadyAndIsClosed() {
        Harness cache = versioned();
        cache.table.put(Row.of(1));
        assertThat(cache.engine.condition().phase()).isEqualTo(Phase.IDLE);
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> start = Call.of(cache.engine::start);
        read.awaitReached();
        assertThat(cache.engine.condition().phase()).isEqualTo(Phase.STARTING);
        read.open();
        start.get();
        assertThat(cache.engine.condition())
                .isEqualTo(new Condition(Phase.READY, true, false, false, REFRESHED, null, null));

        cache.engine.shutdown();

        assertThat(cache.engine.condition().phase()).isEqualTo(Phase.CLOSED);
    }

    @Test
    void aStartThatFailedLeavesTheCacheIdleAndTellsWhy() {
        Harness cache = versioned();
        cache.table.fail(new IllegalStateException("down"));
        assertThatExceptionOfType(CacheLoadException.class).isThrownBy(cache.engine::start);

        assertThat(cache.engine.condition().phase()).isEqualTo(Phase.IDLE);
        assertThat(cache.engine.condition().syncs()).satisfies(failed -> {
            assertThat(failed.count()).isEqualTo(1);
            assertThat(failed.last()).hasRootCauseMessage("down");
        });
        cache.table.fail(null);
        cache.engine.start();
        assertThat(cache.engine.condition().syncs()).isNull();
    }

    @Test
    @Tag("F41")
    void syncsThatFailAreCountedUntilOneSucceeds() {
        Harness cache = versioned();
        cache.engine.start();
        cache.table.fail(new IllegalStateException("down"));
        for (int sync = 0; sync < 3; sync++) {
            assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> cache.engine.sync(SyncMode.FULL));
            cache.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(cache.engine.condition().syncs()).satisfies(failed -> {
            assertThat(failed.count()).isEqualTo(3);
            assertThat(failed.sinceFirst()).isEqualTo(Duration.ofMinutes(3));
            assertThat(failed.sinceLast()).isEqualTo(Duration.ofMinutes(1));
        });

        cache.table.fail(null);
        cache.engine.sync(SyncMode.FULL);

        assertThat(cache.engine.condition().syncs()).isNull();
    }

    @Test
    @Tag("F41")
    void aSyncThatSucceedsEndsWhatLoadsFailedBeforeIt() {
        Harness cache = versioned();
        cache.table.fail(new IllegalStateException("down"));
        assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> cache.id(1));
        assertThat(cache.engine.condition().loads()).isNotNull();
        cache.table.fail(null);
        cache.clock.advance(Duration.ofSeconds(1));

        cache.engine.sync(SyncMode.FULL);

        assertThat(cache.engine.condition().loads()).isNull();
    }

    @Test
    @Tag("F29")
    void aTableThatOutgrewItsCacheIsAProblemOnlyIfItMustBeKeptWhole() {
        for (LoadMode mode : new LoadMode[] {LoadMode.FULL, LoadMode.AUTO}) {
            Harness cache = versioned(options -> options.load(mode).maxSize(2));
            cache.table.put(Row.of(1), Row.of(2));
            cache.engine.start();
            cache.table.put(Row.of(3));
            try {
                cache.engine.sync(SyncMode.FULL);
            } catch (CacheLoadException e) {
                assertThat(mode).isEqualTo(LoadMode.FULL);
            }

            assertThat(cache.engine.condition().syncs() != null).isEqualTo(mode == LoadMode.FULL);
        }
    }

    @Test
    @Tag("F30")
    void loadsThatTheDatabaseFailsAreCountedUntilOneSucceeds() {
        Harness cache = versioned(options -> options.load(LoadMode.LAZY));
        cache.table.put(Row.of(1));
        cache.engine.start();
        cache.table.fail(new IllegalStateException("down"));
        assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> cache.id(1));
        assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> cache.byStatus.list(Status.ACTIVE));
        assertThat(cache.engine.condition().loads()).satisfies(failed -> {
            assertThat(failed.count()).isEqualTo(2);
            assertThat(failed.last()).hasRootCauseMessage("down");
        });

        cache.table.fail(null);
        assertThat(cache.id(1)).isPresent();

        assertThat(cache.engine.condition().loads()).isNull();
    }

    @Test
    @Tag("F03")
    void aListThatIsTooLongIsTheCallersProblem() {
        Harness cache = versioned(options -> options.load(LoadMode.LAZY).maxListSize(1));
        cache.table.put(Row.of(1), Row.of(2));
        cache.engine.start();

        assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> cache.byStatus.list(Status.ACTIVE));

        assertThat(cache.engine.condition().loads()).isNull();
    }

    @Test
    @Tag("F22")
    @Tag("F46")
    void itTellsHowOftenItIsRefreshedAndThatItIsNot() {
        Harness cache = versioned(options -> options.maxSize(1));
        cache.engine.start();
        assertThat(cache.engine.condition().refreshed()).isEqualTo(REFRESHED);
        cache.engine.stopAutoRefresh();
        assertThat(cache.engine.condition().refreshed()).isZero();
        cache.engine.startAutoRefresh();
        assertThat(cache.engine.condition().refreshed()).isEqualTo(REFRESHED);

        cache.table.put(Row.of(1), Row.of(2));
        cache.engine.sync(SyncMode.FULL);
        assertThat(cache.engine.condition().refreshed())
                .as("a table that has outgrown memory is not refreshed by default")
                .isZero();
    }

    @Test
    @Tag("F44")
    @Tag("F36")
    void aCacheThatHearsOfNoWritesOrKeepsNothingTellsSo() {
        Harness cache = versioned();
        cache.engine.start();
        cache.engine.detachHooks();
        cache.engine.bypass(true);
        assertThat(cache.engine.condition())
                .isEqualTo(new Condition(Phase.READY, true, true, true, REFRESHED, null, null));

        cache.engine.attachHooks();
        cache.engine.bypass(false);

        assertThat(cache.engine.condition())
                .isEqualTo(new Condition(Phase.READY, true, false, false, REFRESHED, null, null));
    }
}
