package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheEvent.Synced;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several syncs at once, syncs that hang, and syncs that nobody calls for. */
@Tag("F43")
class SyncTogetherTest extends EngineTest {
    private final List<Synced> syncs = new ArrayList<>();
    private final List<Failed> failures = new ArrayList<>();

    private Harness started(Harness cache) {
        add(cache);
        cache.table.put(LongStream.rangeClosed(1, 3).mapToObj(Row::of).toArray(Row[]::new));
        cache.engine.start();
        cache.engine.on(Synced.class, syncs::add);
        cache.engine.on(Failed.class, failures::add);
        return cache;
    }

    private Harness started() {
        return started(Harness.timed(true, options -> options));
    }

    private static Call<Boolean> sync(Harness cache, SyncMode mode) {
        return Call.of(() -> cache.engine.sync(mode));
    }

    private static void passTimeout(Harness cache) {
        for (int look = 1; look <= 5; look++) {
            cache.timers.fire();
        }
    }

    @Test
    void callersJoinTheSyncThatReadsAsMuch() {
        Harness cache = started();
        Gate read = cache.table.holdNext(Moment.BEFORE);
        Call<Boolean> full = sync(cache, SyncMode.FULL);
        read.awaitReached();
        Call<Boolean> sameFull = sync(cache, SyncMode.FULL).awaitWaiting();
        Call<Boolean> incremental = sync(cache, SyncMode.INCREMENTAL).awaitWaiting();
        read.open();
        full.get();
        sameFull.get();
        incremental.get();

        assertThat(syncs).extracting(Synced::mode).containsExactly(SyncMode.FULL);
    }

    @Test
    void aFullSyncWaitsForAnIncrementalOneAndThenRuns() {
        Harness cache = started();
        Gate read = cache.table.holdNext(Moment.BEFORE);
        Call<Boolean> incremental = sync(cache, SyncMode.INCREMENTAL);
        read.awaitReached();
        Call<Boolean> joined = sync(cache, SyncMode.INCREMENTAL).awaitWaiting();
        Call<Boolean> full = sync(cache, SyncMode.FULL).awaitWaiting();
        Call<Boolean> sameFull = sync(cache, SyncMode.FULL).awaitWaiting();
        assertThat(cache.table.statements()).isEqualTo(1);
        read.open();
        incremental.get();
        joined.get();
        full.get();
        sameFull.get();

        assertThat(syncs).extracting(Synced::mode).containsExactly(SyncMode.INCREMENTAL, SyncMode.FULL);
    }

    @Test
    @Tag("H15")
    void nobodyJoinsASyncWhoseRowsMayBeOutOfDate() {
        Harness cache = started();
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> first = sync(cache, SyncMode.FULL);
        read.awaitReached();
        cache.engine.clear();
        Call<Boolean> second = sync(cache, SyncMode.FULL).awaitWaiting();
        read.open();
        first.get();
        second.get();

        assertThat(syncs).hasSize(2);
    }

    @Test
    void allWhoWaitAreToldOfTheFailureAndOneEventIsRaised() {
        Harness cache = started();
        Gate read = cache.table.holdNext(Moment.BEFORE);
        Call<Boolean> first = sync(cache, SyncMode.FULL);
        read.awaitReached();
        Call<Boolean> second = sync(cache, SyncMode.FULL).awaitWaiting();
        cache.table.fail(new IllegalStateException("no database"));
        read.open();

        assertThatThrownBy(first::get).isInstanceOf(CacheLoadException.class).hasRootCauseMessage("no database");
        assertThatThrownBy(second::get).isInstanceOf(CacheLoadException.class).hasRootCauseMessage("no database");
        assertThat(failures).extracting(Failed::operation).containsExactly("sync");
    }

    @Test
    void aCallerWhoIsInterruptedLeavesTheSyncToTheOthers() {
        Harness cache = started();
        Gate read = cache.table.holdNext(Moment.BEFORE);
        Call<Boolean> first = sync(cache, SyncMode.FULL);
        read.awaitReached();
        Call<Boolean> second = sync(cache, SyncMode.FULL).awaitWaiting();
        second.interrupt();
        assertThatThrownBy(second::get).isInstanceOf(CacheLoadException.class).hasMessageContaining("interrupted");
        read.open();
        first.get();

        assertThat(syncs).hasSize(1);
        assertThat(failures).isEmpty();
    }

    @Test
    void aSyncThatTheExecutorRefusesFails() {
        AtomicBoolean refuses = new AtomicBoolean();
        Harness cache = started(Harness.on(
                task -> {
                    if (refuses.get()) {
                        throw new RejectedExecutionException("full");
                    }
                    task.run();
                },
                true,
                options -> options));
        refuses.set(true);

        assertThatThrownBy(() -> cache.engine.sync(SyncMode.FULL))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("executor");
        assertThat(failures).hasSize(1);
        refuses.set(false);
        cache.engine.sync(SyncMode.FULL);
        assertThat(syncs).hasSize(1);
    }

    @Test
    @Tag("F28")
    void anExecutorThatFailsInAWayOfItsOwnLeavesNobodyWaiting() {
        AtomicBoolean broken = new AtomicBoolean();
        Harness cache = started(Harness.on(
                task -> {
                    if (broken.get()) {
                        throw new IllegalStateException("no context");
                    }
                    task.run();
                },
                true,
                options -> options));
        broken.set(true);

        assertThatThrownBy(() -> cache.engine.sync(SyncMode.FULL))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("executor")
                .hasRootCauseMessage("no context");
        assertThatThrownBy(() -> cache.id(9))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("executor")
                .hasRootCauseMessage("no context");
        broken.set(false);
        cache.engine.sync(SyncMode.FULL);
        assertThat(syncs).hasSize(1);
    }

    @Test
    @Tag("H23")
    @Tag("F41")
    void aSyncThatHearsNothingForLoadTimeoutIsGivenUpAndWhatComesLaterIsNotKept() {
        Harness cache = started();
        cache.table.put(Row.of(1).payload("old"));
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> hung = sync(cache, SyncMode.FULL);
        read.awaitReached();
        // Another application's writes, of which nobody tells.
        cache.table.put(Row.of(1).payload("new"), Row.of(4));
        passTimeout(cache);

        assertThatThrownBy(hung::get)
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("Row.sync")
                .hasMessageContaining("loadTimeout = PT5S");
        assertThat(failures).extracting(Failed::operation).containsExactly("sync");
        assertThat(cache.stats().syncing()).isFalse();
        cache.engine.sync(SyncMode.FULL);
        cache.table.delete(2);
        assertThat(cache.byId.peek(1L).map(Row::payload)).contains("new");
        read.open();
        cache.checkIntegrity();

        assertThat(cache.byId.peek(1L).map(Row::payload)).contains("new");
        assertThat(cache.byId.peek(4L)).isPresent();
        assertThat(cache.stats().syncs()).isEqualTo(2);
        assertThat(syncs).hasSize(1);
        assertThat(failures).hasSize(1);
    }

    @Test
    @Tag("F41")
    void aSyncMayTakeLongAsLongAsRowsArrive() {
        Harness cache = started();
        cache.table.beforeRow(row -> {
            cache.timers.fire();
            cache.timers.fire();
            cache.timers.fire();
        });

        cache.engine.sync(SyncMode.FULL);

        assertThat(syncs).hasSize(1);
        assertThat(failures).isEmpty();
    }

    @Test
    @Tag("H23")
    @Tag("F40")
    void aStartThatHangsFailsAndCanBeMadeAgain() {
        Harness cache = versioned(options -> options.loadTimeout(Duration.ofSeconds(2)));
        cache.table.put(Row.of(1));
        Gate connecting = cache.table.holdNext(Moment.CONNECTING);
        Call<Boolean> start = Call.of(cache.engine::start);
        connecting.awaitReached();
        Call<Boolean> other = Call.of(cache.engine::start).awaitWaiting();
        passTimeout(cache);

        for (Call<Boolean> caller : List.of(start, other)) {
            assertThatThrownBy(caller::get)
                    .isInstanceOf(CacheLoadException.class)
                    .hasMessageContaining("loadTimeout = PT2S")
                    .hasMessageContaining("loadFrom(DataSource)");
        }
        cache.engine.start();
        connecting.open();
        assertThat(cache.engine.isReady()).isTrue();
        assertThat(cache.engine.size()).isEqualTo(1);
    }

    @Test
    @Tag("H28")
    void closingEndsTheSyncsAndLeavesNothingBehind() {
        Harness cache = started();
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> running = sync(cache, SyncMode.INCREMENTAL);
        read.awaitReached();
        Call<Boolean> waiting = sync(cache, SyncMode.FULL).awaitWaiting();
        cache.engine.shutdown();

        assertThatIllegalStateException().isThrownBy(running::get).withMessage("Row is closed");
        assertThatIllegalStateException().isThrownBy(waiting::get).withMessage("Row is closed");
        assertThatIllegalStateException()
                .isThrownBy(() -> cache.engine.sync(SyncMode.FULL))
                .withMessage("Row is closed");
        assertThat(cache.timers.size()).isZero();
        read.open();
        cache.checkIntegrity();
        assertThat(cache.engine.size()).isZero();
        assertThat(syncs).isEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    @Tag("F22")
    @Tag("F46")
    void theTimerRefreshesInTheBackgroundAndNeverAsksForASecondOne() {
        Harness cache = started(Harness.timed(true, options -> options.cleanupInterval(Duration.ZERO)));
        cache.table.now(2_000);
        cache.table.put(Row.of(2).payload("new"));
        Gate read = cache.table.holdNext(Moment.BEFORE);
        cache.timers.fire();
        read.awaitReached();
        cache.timers.fire();
        cache.timers.fire();
        Call<Boolean> joined = sync(cache, SyncMode.INCREMENTAL).awaitWaiting();
        read.open();
        joined.get();

        assertThat(cache.byId.peek(2L).map(Row::payload)).contains("new");
        assertThat(syncs).hasSize(1);
        assertThat(cache.stats().syncing()).isFalse();
    }

    @Test
    @Tag("F22")
    void aRefreshThatFailsInTheBackgroundIsReportedAndTheTimerGoesOn() {
        Harness cache = started(Harness.on(Runnable::run, true, options -> options.cleanupInterval(Duration.ZERO)));
        cache.table.fail(new IllegalStateException("no database"));
        cache.timers.fire();
        cache.timers.fire();
        assertThat(failures).extracting(Failed::operation).containsExactly("sync", "sync");
        cache.table.fail(null);
        cache.timers.fire();

        assertThat(syncs).hasSize(1);
    }

    @Test
    @Tag("F22")
    void byDefaultOnlyATableThatIsKeptWholeIsRefreshed() {
        Harness grown = started(Harness.on(Runnable::run, true, options -> options.maxSize(2)));
        Harness lazy = started(Harness.on(Runnable::run, true, options -> options.load(LoadMode.LAZY)));
        Harness wanted = started(Harness.on(
                Runnable::run, true, options -> options.load(LoadMode.LAZY).refreshInterval(Duration.ofMinutes(1))));
        grown.timers.fire();
        lazy.timers.fire();
        assertThat(syncs).isEmpty();
        assertThat(lazy.engine.options().refreshInterval()).isZero();
        wanted.timers.fire();

        assertThat(syncs).hasSize(1);
    }

    @Test
    @Tag("F46")
    void autoRefreshCanBeStoppedAndStartedAnyNumberOfTimes() {
        Harness cache = started(Harness.on(Runnable::run, true, options -> options.cleanupInterval(Duration.ZERO)));
        cache.engine.startAutoRefresh();
        assertThat(cache.timers.size()).isEqualTo(1);
        cache.engine.stopAutoRefresh();
        cache.engine.stopAutoRefresh();
        cache.timers.fire();
        assertThat(syncs).isEmpty();
        cache.engine.startAutoRefresh();
        cache.engine.startAutoRefresh();
        cache.timers.fire();
        assertThat(syncs).hasSize(1);

        Harness never = started(Harness.on(
                Runnable::run,
                true,
                options -> options.cleanupInterval(Duration.ZERO).refreshInterval(Duration.ZERO)));
        assertThat(never.timers.size()).isZero();
    }

    @Test
    @Tag("F22")
    void theFirstRefreshComesAfterARandomShareOfTheIntervalAndNotAtOnce() {
        Harness cache = started(Harness.on(
                Runnable::run,
                true,
                options -> options.cleanupInterval(Duration.ZERO).refreshInterval(Duration.ofHours(1))));
        List<Duration> delays = new ArrayList<>();
        for (int start = 1; start <= 100; start++) {
            cache.engine.stopAutoRefresh();
            cache.engine.startAutoRefresh();
            delays.addAll(cache.timers.delays());
        }

        assertThat(delays)
                .allMatch(delay -> delay.compareTo(Duration.ofHours(1)) < 0)
                .allMatch(delay -> delay.compareTo(Duration.ofMinutes(6)) >= 0)
                .hasSize(100);
        assertThat(delays.stream().distinct()).hasSizeGreaterThan(70);
        assertThat(delays).anyMatch(delay -> delay.compareTo(Duration.ofMinutes(30)) < 0);
    }

    @Test
    void intervalsLongerThanAClockCanCountAreNoError() {
        Harness cache = started(Harness.timed(
                true,
                options -> options.refreshInterval(CacheOptions.FOREVER)
                        .reconcileInterval(CacheOptions.FOREVER)
                        .loadTimeout(CacheOptions.FOREVER)
                        .syncOverlap(Duration.ofDays(1))));

        cache.engine.sync(SyncMode.INCREMENTAL);

        assertThat(syncs).extracting(Synced::mode).containsExactly(SyncMode.INCREMENTAL);
    }
}
