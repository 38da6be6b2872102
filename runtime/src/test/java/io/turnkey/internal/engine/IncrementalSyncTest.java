package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheEvent.Synced;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.event.RecordingLoggers;
import io.turnkey.internal.event.SquashedLog;
import io.turnkey.internal.load.LoadExecutor;
import io.turnkey.internal.time.CoarseClock;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.ManualClock;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.RowModel;
import io.turnkey.testing.engine.Table;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sync that reads what changed, and when it reads everything instead. */
@Tag("F42")
class IncrementalSyncTest extends EngineTest {
    private static final Duration RECONCILE = Duration.ofMinutes(30);

    private final List<Synced> syncs = new ArrayList<>();

    private static Row[] rows(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(Row::of).toArray(Row[]::new);
    }

    /** A cache whose table's clock stands at 1,000 and that looks back 10; rows 1 to 3 were written then. */
    private Harness started(UnaryOperator<CacheOptions.Builder> options) {
        Harness cache = add(Harness.timed(
                true,
                builder ->
                        options.apply(builder.syncOverlap(Duration.ofMillis(10)).reconcileInterval(RECONCILE))));
        cache.table.put(rows(1, 3));
        cache.engine.start();
        cache.engine.on(Synced.class, syncs::add);
        return cache;
    }

    private Harness started() {
        return started(options -> options);
    }

    private void refresh(Harness cache) {
        cache.engine.sync(SyncMode.INCREMENTAL);
    }

    private void assertLast(SyncMode mode, int rows) {
        Synced last = syncs.get(syncs.size() - 1);
        assertThat(last.mode()).isEqualTo(mode);
        assertThat(last.rows()).isEqualTo(rows);
    }

    @Test
    void onlyWhatChangedIsRead() {
        Harness cache = started();
        cache.table.now(2_000);
        cache.table.put(Row.of(2).payload("new"), Row.of(4));
        refresh(cache);
        assertLast(SyncMode.INCREMENTAL, 4);

        cache.table.now(3_000);
        cache.table.put(Row.of(3).payload("new"));
        refresh(cache);
        // The two of the last time once more, since a commit of that moment may have been late.
        assertLast(SyncMode.INCREMENTAL, 3);
        cache.table.now(4_000);
        refresh(cache);
        assertLast(SyncMode.INCREMENTAL, 1);

        assertThat(cache.byId.peek(2L).map(Row::payload)).contains("new");
        assertThat(cache.byId.peek(4L)).isPresent();
        int before = cache.table.statements();
        assertThat(cache.engine.listAll()).hasSize(4);
        assertThat(cache.table.statements()).isEqualTo(before);
    }

    @Test
    @Tag("H18")
    void aCommitThatIsLateByLessThanTheOverlapIsFound() {
        Harness cache = started();
        cache.table.now(2_000);
        cache.table.put(Row.of(1).payload("new"));
        refresh(cache);
        cache.table.putAt(1_991, Row.of(2).payload("late"));
        refresh(cache);

        assertThat(cache.byId.peek(2L).map(Row::payload)).contains("late");
    }

    @Test
    @Tag("H18")
    void equalTimesAreNotSkipped() {
        Harness cache = started(options -> options.syncOverlap(Duration.ZERO));
        cache.table.putAt(1_000, Row.of(2).payload("new"));
        refresh(cache);

        assertThat(cache.byId.peek(2L).map(Row::payload)).contains("new");
    }

    @Test
    @Tag("H18")
    void deletionsAndVeryLateCommitsAreFoundWhenItIsTimeToCompareEveryRow() {
        Harness cache = started();
        cache.table.now(9_000);
        cache.table.put(Row.of(1).payload("new"));
        refresh(cache);
        cache.table.delete(3);
        cache.table.putAt(10, Row.of(2).payload("late"));
        refresh(cache);
        assertLast(SyncMode.INCREMENTAL, 1);
        assertThat(cache.byId.peek(3L)).isPresent();

        cache.clock.advance(RECONCILE);
        refresh(cache);

        assertLast(SyncMode.FULL, 2);
        assertThat(cache.byId.peek(3L)).isEmpty();
        assertThat(cache.byId.peek(2L).map(Row::payload)).contains("late");
        refresh(cache);
        assertLast(SyncMode.INCREMENTAL, 1);
    }

    @Test
    @Tag("H18")
    void aClockOfTheFutureDoesNotHideWhatIsWrittenNow() {
        Harness cache = started();
        cache.table.now(2_000);
        cache.table.putAt(99_000, Row.of(1).payload("future"));
        refresh(cache);
        cache.table.now(2_500);
        cache.table.put(Row.of(2).payload("now"));
        refresh(cache);

        assertThat(cache.byId.peek(1L).map(Row::payload)).contains("future");
        assertThat(cache.byId.peek(2L).map(Row::payload)).contains("now");
        assertThat(cache.table.begins()).containsExactly(990L, 1_990L);
    }

    @Test
    @Tag("H18")
    void whatIsCommittedWhileTheTableIsReadIsFoundByTheNextRefresh() {
        Harness cache = started();
        Gate full = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> sync = Call.of(() -> cache.engine.sync(SyncMode.FULL));
        full.awaitReached();
        cache.table.now(5_000);
        cache.table.put(Row.of(1).payload("during the full one"));
        cache.table.now(5_500);
        cache.table.put(Row.of(3).payload("later"));
        full.open();
        sync.get();
        assertThat(cache.byId.peek(1L).map(Row::payload)).contains("p");

        Gate incremental = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> refresh = Call.of(() -> refresh(cache));
        incremental.awaitReached();
        cache.table.now(6_000);
        cache.table.put(Row.of(2).payload("during the incremental one"));
        cache.table.now(6_500);
        cache.table.put(Row.of(3).payload("later still"));
        incremental.open();
        refresh.get();
        assertThat(cache.byId.peek(1L).map(Row::payload)).contains("during the full one");
        assertThat(cache.byId.peek(2L).map(Row::payload)).contains("p");

        refresh(cache);
        assertThat(cache.byId.peek(2L).map(Row::payload)).contains("during the incremental one");
        assertThat(syncs).extracting(Synced::mode).endsWith(SyncMode.INCREMENTAL, SyncMode.INCREMENTAL);
    }

    @Test
    @Tag("H11")
    void aRowThatIsWrittenAfterItWasReadIsNeverPutBack() {
        Harness cache = started();
        cache.table.now(2_000);
        cache.table.put(Row.of(2).payload("old"));
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> refresh = Call.of(() -> refresh(cache));
        read.awaitReached();
        cache.write(Row.of(2).payload("newer"));
        cache.table.beforeRow(row -> assertThat(cache.byId.peek(2L)).isEmpty());
        read.open();
        refresh.get();

        assertThat(cache.byId.peek(2L).map(Row::payload)).contains("newer");
    }

    @Test
    void theCursorStaysWhereItIsWhenASyncFails() {
        Harness cache = started();
        cache.table.now(2_000);
        cache.table.put(Row.of(2).payload("new"));
        cache.table.fail(new IllegalStateException("no database"));
        assertThatThrownBy(() -> refresh(cache)).isInstanceOf(CacheLoadException.class);
        cache.table.fail(null);
        refresh(cache);

        assertThat(cache.table.begins()).containsExactly(990L, 990L);
        assertThat(cache.byId.peek(2L).map(Row::payload)).contains("new");
    }

    @Test
    @Tag("F29")
    void ofALazyCacheOnlyRowsInMemoryAreTouched() {
        Harness cache = started(options -> options.load(LoadMode.LAZY).negativeTtl(Duration.ofHours(1)));
        cache.id(1);
        assertThat(cache.email("b@example.com")).isEmpty();
        refresh(cache);
        assertLast(SyncMode.FULL, 1);
        cache.table.now(2_000);
        cache.table.put(Row.of(1).payload("new"), Row.of(2).email("b@example.com"), Row.of(9));
        refresh(cache);

        assertLast(SyncMode.INCREMENTAL, 4);
        assertThat(cache.engine.cached()).containsExactly(Row.of(1).payload("new"));
        assertThat(cache.email("b@example.com")).isPresent();
    }

    @Test
    @Tag("H24")
    void ofALazyCacheAListThatHoldsARowThatMovedAwayFalls() {
        Harness cache = started(options -> options.load(LoadMode.LAZY).maxSize(3));
        refresh(cache);
        assertThat(cache.byStatus.list(Status.ACTIVE)).hasSize(3);
        cache.table.putAt(1, rowsWith(Status.GONE, 7, 8, 9));
        cache.byId.getMany(List.of(7L, 8L, 9L));
        // Its rows are not in memory any more, so nothing tells which lists they were part of.
        assertThat(cache.engine.cached()).extracting(Row::id).containsExactlyInAnyOrder(7L, 8L, 9L);
        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isTrue();
        cache.table.now(2_000);
        cache.table.put(rowsWith(Status.BLOCKED, 1, 2, 3));
        refresh(cache);

        assertThat(cache.byStatus.list(Status.ACTIVE)).isEmpty();
    }

    private static Row[] rowsWith(Status status, long... ids) {
        return LongStream.of(ids).mapToObj(id -> Row.of(id).status(status)).toArray(Row[]::new);
    }

    @Test
    @Tag("H24")
    void aListThatLacksARowWhichMemoryKnowsAlreadyFalls() {
        Harness cache = started();
        assertThat(cache.byStatus.list(Status.ACTIVE)).hasSize(3);
        cache.table.put(Row.of(4));
        assertThat(cache.id(4)).isPresent();
        refresh(cache);

        assertThat(cache.byStatus.list(Status.ACTIVE)).hasSize(4);
    }

    @Test
    @Tag("H24")
    void listsOfWhatDidNotChangeStay() {
        Harness cache = started();
        cache.table.now(2_000);
        cache.table.put(Row.of(4).status(Status.GONE));
        refresh(cache);
        cache.byStatus.list(Status.ACTIVE);
        refresh(cache);

        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isTrue();
    }

    @Test
    void whereNothingTellsWhatChangedEveryRowIsReadAndOneWarningSaysSo() {
        RecordingLoggers log = new RecordingLoggers();
        Table table = new Table();
        table.put(rows(1, 3));
        EngineParts<Row, Long> parts = parts(new RowModel(true, row -> {}), table, options -> options, log);
        parts.synchronizer().load();
        table.put(Row.of(2).payload("new"));
        parts.synchronizer().sync(SyncMode.INCREMENTAL);
        parts.synchronizer().sync(SyncMode.INCREMENTAL);

        assertThat(parts.store().entries().get(2L).snapshot().payload()).isEqualTo("new");
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("WARN io.turnkey.Row: Row has no attribute that tells when a row changed")
                .contains("@UpdateTimestamp", "updatedAt");
    }

    @Test
    @Tag("F29")
    void oneLineSaysThatATableGrewTooLarge() {
        RecordingLoggers log = new RecordingLoggers();
        Table table = new Table();
        table.put(rows(1, 3));
        EngineParts<Row, Long> parts =
                parts(new RowModel(true, true, row -> {}), table, options -> options.maxSize(3), log);
        parts.synchronizer().load();
        table.put(Row.of(4));
        parts.synchronizer().sync(SyncMode.INCREMENTAL);
        parts.synchronizer().sync(SyncMode.INCREMENTAL);
        parts.synchronizer().sync(SyncMode.FULL);

        assertThat(parts.coverage().isKeptWhole()).isFalse();
        assertThat(parts.store().size()).isEqualTo(3);
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("INFO io.turnkey.Row: Row has more rows than maxSize = 3")
                .contains("load = LAZY");
    }

    @Test
    void aRowForWhichThereIsNoRoomMakesTheSyncLookForDeletions() {
        Harness cache = started(options -> options.maxSize(3));
        cache.table.now(2_000);
        cache.table.delete(1);
        cache.table.put(Row.of(4));
        refresh(cache);

        assertLast(SyncMode.FULL, 4);
        assertThat(cache.engine.cached()).containsExactlyInAnyOrder(rows(2, 4));
        assertThat(cache.stats().evictions()).isZero();
    }

    @Test
    @Tag("F33")
    void theFewRowsThatMemoryLostAreReadByTheirIds() {
        Harness cache = started();
        cache.byId.invalidate(2L);
        refresh(cache);

        assertThat(syncs).extracting(Synced::mode).containsExactly(SyncMode.INCREMENTAL);
        assertThat(cache.byId.peek(2L)).isPresent();
        int before = cache.table.statements();
        assertThat(cache.engine.listAll()).hasSize(3);
        assertThat(cache.table.statements()).isEqualTo(before);
    }

    @Test
    void aCacheThatWasClearedIsFilledAgain() {
        Harness cache = started();
        cache.engine.clear();
        refresh(cache);

        assertLast(SyncMode.FULL, 3);
        assertThat(cache.engine.size()).isEqualTo(3);
    }

    @Test
    @Tag("F40")
    void theOptionsShowWhatAutomaticStandsFor() {
        Harness cache = versioned(options -> options.ttl(Duration.ofHours(2)));

        assertThat(cache.engine.options().refreshInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(cache.engine.options().reconcileInterval()).isEqualTo(Duration.ofHours(1));
        assertThat(cache.stats().options()).isEqualTo(cache.engine.options());
    }

    private static EngineParts<Row, Long> parts(
            RowModel model, Table table, UnaryOperator<CacheOptions.Builder> options, RecordingLoggers log) {
        ManualClock clock = new ManualClock();
        LoadExecutor direct = new LoadExecutor(2, Runnable::run, Thread::new);
        return new EngineParts<>(
                model.model,
                options.apply(CacheOptions.builder()).build(),
                table,
                new Environment(
                        CoarseClock.of(clock),
                        direct,
                        direct,
                        new EventBus(Runnable::run, new SquashedLog(clock, log)),
                        null,
                        new Feeds(),
                        null));
    }
}
