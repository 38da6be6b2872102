package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheEvent.Synced;
import io.turnkey.CacheOptions;
import io.turnkey.ImportReport;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows that nobody compared with the table: what memory believes of them, and when they are compared. */
@Tag("F49")
class ImportThenSyncTest extends EngineTest {
    private static final Row STRANGER = Row.of(9);

    private final List<SyncMode> syncs = new ArrayList<>();

    private Harness timed(UnaryOperator<CacheOptions.Builder> options) {
        Harness cache = add(Harness.timed(true, builder -> options.apply(builder.syncOverlap(Duration.ofMillis(10)))));
        cache.engine.on(Synced.class, synced -> syncs.add(synced.mode()));
        cache.table.put(rows(1, 3));
        return cache;
    }

    private Harness started() {
        Harness cache = timed(options -> options);
        cache.engine.start();
        syncs.clear();
        return cache;
    }

    private static Row[] rows(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(Row::of).toArray(Row[]::new);
    }

    private static ImportReport preload(Harness cache, Row... rows) {
        return cache.engine.preload(() -> List.of(rows));
    }

    private static void refresh(Harness cache) {
        cache.engine.sync(SyncMode.INCREMENTAL);
    }

    private static void assertWholeWithoutStatement(Harness cache) {
        int before = cache.table.statements();
        assertThat(cache.engine.listAll()).containsExactlyInAnyOrderElementsOf(cache.table.rows());
        assertThat(cache.table.statements()).isEqualTo(before);
    }

    @Test
    @Tag("F29")
    void whereTheWholeTableIsInMemoryWhatItLacksDoesNotExist() {
        Harness cache = started();

        assertThat(preload(cache, Row.of(1), STRANGER)).isEqualTo(new ImportReport("Row", 0, 0, 1, 1));
        assertThat(cache.id(9)).isEmpty();
        assertWholeWithoutStatement(cache);
        refresh(cache);
        assertThat(syncs).containsExactly(SyncMode.INCREMENTAL);
    }

    @Test
    @Tag("F29")
    @Tag("F33")
    void beforeTheTableWasReadNothingMakesItWholeAndStartingReplacesWhatIsWrong() {
        Harness cache = timed(options -> options.load(LoadMode.FULL));
        assertThat(preload(cache, Row.of(1).payload("other"), Row.of(2), STRANGER)
                        .loaded())
                .isEqualTo(3);
        assertThat(cache.engine.listAll()).containsExactly(rows(1, 3));
        cache.engine.start();

        assertThat(cache.engine.cached()).containsExactlyInAnyOrder(rows(1, 3));
        assertWholeWithoutStatement(cache);
        refresh(cache);
        assertThat(syncs).endsWith(SyncMode.INCREMENTAL);
    }

    @Test
    @Tag("F29")
    void aMemoryFullOfStrangersStillTakesTheTable() {
        Harness cache = timed(options -> options.load(LoadMode.FULL).maxSize(3));
        preload(cache, rows(7, 9));
        cache.engine.start();

        assertThat(cache.engine.cached()).containsExactlyInAnyOrder(rows(1, 3));
        assertWholeWithoutStatement(cache);
    }

    @Test
    @Tag("F29")
    @Tag("F33")
    void aRowThatWasLostIsReadAgainBeforeTheTableIsBelievedToBeWhole() {
        Harness cache = started();
        cache.engine.invalidateMany(List.of(2L, 3L));
        cache.table.delete(3);
        cache.table.put(Row.of(2).payload("new"));

        assertThat(preload(cache, rows(2, 3)).loaded()).isEqualTo(2);
        assertThat(cache.engine.listAll())
                .containsExactlyInAnyOrder(Row.of(1), Row.of(2).payload("new"));
        assertWholeWithoutStatement(cache);
    }

    @Test
    @Tag("F29")
    void aRowThatTheSourceConfirmsCountsAgain() {
        Harness cache = started();
        cache.byId.invalidate(2L);
        preload(cache, Row.of(2));
        int before = cache.table.statements();
        cache.engine.refresh(2L);

        assertThat(cache.table.statements()).isEqualTo(before + 1);
        assertWholeWithoutStatement(cache);
    }

    @Test
    @Tag("F29")
    @Tag("H11")
    void aSyncThatIsUnderWayDoesNotVouchForWhatComesInMeanwhile() {
        Harness cache = timed(options -> options);
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> start = Call.of(cache.engine::start);
        read.awaitReached();
        preload(cache, STRANGER);
        read.open();
        start.get();

        assertThat(cache.engine.cached()).containsExactlyInAnyOrder(rows(1, 3));
        assertWholeWithoutStatement(cache);
        refresh(cache);
        assertThat(syncs).endsWith(SyncMode.FULL);
    }

    @ParameterizedTest
    @EnumSource(
            value = LoadMode.class,
            names = {"AUTO", "LAZY"})
    @Tag("F42")
    void theNextRefreshComparesEveryRowAndTheOneAfterItWhatChanged(LoadMode mode) {
        Harness cache = timed(options -> options.load(mode).reconcileInterval(Duration.ofDays(1)));
        cache.engine.start();
        cache.id(1);
        refresh(cache);
        cache.engine.clear();
        syncs.clear();
        preload(cache, Row.of(1).payload("other"), STRANGER);
        refresh(cache);
        refresh(cache);

        assertThat(syncs).containsExactly(SyncMode.FULL, SyncMode.INCREMENTAL);
        assertThat(cache.byId.peek(1L)).contains(Row.of(1));
        assertThat(cache.byId.isCached(9L)).isFalse();
    }

    @Test
    @Tag("F29")
    @Tag("F42")
    void rowsThatCameBeforeATableThatIsTooLargeAreComparedByTheFirstRefresh() {
        Harness cache = timed(options -> options.maxSize(2));
        preload(cache, STRANGER);
        cache.engine.start();
        assertThat(cache.byId.isCached(9L)).isTrue();
        refresh(cache);

        assertThat(cache.byId.isCached(9L)).isFalse();
        refresh(cache);
        assertThat(syncs).endsWith(SyncMode.FULL, SyncMode.INCREMENTAL);
    }

    @Test
    @Tag("F42")
    @Tag("F43")
    void whoRefreshesAfterAnImportDoesNotJoinASyncThatBeganBeforeIt() {
        Harness cache = timed(options -> options.load(LoadMode.LAZY));
        cache.engine.start();
        refresh(cache);
        syncs.clear();
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> early = Call.of(() -> refresh(cache));
        read.awaitReached();
        preload(cache, STRANGER);
        Call<Boolean> late = Call.of(() -> refresh(cache)).awaitWaiting();
        read.open();
        early.get();
        late.get();

        assertThat(syncs).containsExactly(SyncMode.INCREMENTAL, SyncMode.FULL);
        assertThat(cache.byId.isCached(9L)).isFalse();
    }

    @Test
    @Tag("F29")
    void anImportThatBroughtNothingInAsksForNothing() {
        Harness cache = started();
        assertThat(preload(cache, rows(1, 3)).present()).isEqualTo(3);
        refresh(cache);

        assertThat(syncs).containsExactly(SyncMode.INCREMENTAL);
    }

    @Test
    @Tag("F29")
    void theListOfTheTableReadsAFewSuchRowsByTheirIdsAndBelievesMemoryNothing() {
        Harness cache = started();
        cache.byId.invalidate(2L);
        cache.table.put(Row.of(2).payload("new"));
        assertThat(preload(cache, Row.of(2)).loaded()).isEqualTo(1);
        List<Row> walked = new ArrayList<>();
        cache.table.beforeRow(walked::add);

        assertThat(cache.engine.listAll()).containsExactlyInAnyOrderElementsOf(cache.table.rows());
        assertThat(walked).isEmpty();
        assertWholeWithoutStatement(cache);
    }
}
