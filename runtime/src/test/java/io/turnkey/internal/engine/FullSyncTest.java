package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheEvent.ItemUpdated;
import io.turnkey.CacheEvent.Synced;
import io.turnkey.CacheLoadException;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sync that compares every row, and what readers see of it. */
@Tag("F41")
class FullSyncTest extends EngineTest {
    private static Row[] rows(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(Row::of).toArray(Row[]::new);
    }

    private static <E extends CacheEvent> List<E> recorded(Harness cache, Class<E> type) {
        List<E> seen = new ArrayList<>();
        cache.engine.on(type, seen::add);
        return seen;
    }

    @Test
    void whatChangedIsReplacedWhatIsNewComesInAndWhatIsGoneLeaves() {
        Harness cache = versioned();
        cache.table.put(rows(1, 3));
        cache.engine.start();
        List<Synced> syncs = recorded(cache, Synced.class);
        List<ItemUpdated> updates = recorded(cache, ItemUpdated.class);
        cache.table.put(Row.of(2).email("new@example.com"), Row.of(4));
        cache.table.delete(3);

        cache.engine.sync(SyncMode.FULL);

        assertThat(cache.engine.cached())
                .containsExactlyInAnyOrder(Row.of(1), Row.of(2).email("new@example.com"), Row.of(4));
        assertThat(cache.byEmail.peek("new@example.com")).isPresent();
        assertThat(cache.byEmail.peek(Row.email(2))).isEmpty();
        assertThat(cache.byEmail.peek(Row.email(3))).isEmpty();
        assertThat(syncs).singleElement().satisfies(synced -> {
            assertThat(synced.mode()).isEqualTo(SyncMode.FULL);
            assertThat(synced.rows()).isEqualTo(3);
            assertThat(synced.removed()).isEqualTo(1);
        });
        assertThat(updates).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noMomentIsEmptyOrHalfFilled(boolean versioned) {
        Harness cache =
                add(versioned ? Harness.versioned(options -> options) : Harness.unversioned(options -> options));
        cache.table.put(rows(1, 20));
        cache.engine.start();
        cache.table.put(Row.of(3).payload("new"), Row.of(21));
        cache.table.delete(7);
        List<Integer> seen = new ArrayList<>();
        cache.table.beforeRow(row -> {
            long there = LongStream.rangeClosed(1, 20)
                    .filter(id -> cache.byId.peek(id).isPresent()
                            && cache.byEmail.peek(Row.email(id)).isPresent())
                    .count();
            seen.add((int) there);
        });

        cache.engine.sync(SyncMode.FULL);

        assertThat(seen).hasSize(20).containsOnly(20);
        assertThat(cache.engine.size()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("H11")
    void aRowThatIsWrittenAfterTheSyncReadItIsNeverPutBack(boolean versioned) {
        Harness cache =
                add(versioned ? Harness.versioned(options -> options) : Harness.unversioned(options -> options));
        cache.table.put(rows(1, 3));
        cache.engine.start();
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> sync = Call.of(() -> cache.engine.sync(SyncMode.FULL));
        read.awaitReached();
        cache.write(Row.of(1).payload("new"));
        cache.deleteKnown(2);
        List<String> answers = new ArrayList<>();
        cache.table.beforeRow(
                row -> answers.add(cache.byId.peek(1L).map(Row::payload).orElse("none")
                        + cache.byId.peek(2L).map(Row::payload).orElse("none")));
        read.open();
        sync.get();

        assertThat(answers).hasSize(3).containsOnly("nonenone");
        assertThat(cache.byId.peek(1L).map(Row::payload)).contains("new");
        assertThat(cache.id(2)).isEmpty();
        assertThat(cache.engine.listAll()).containsExactlyInAnyOrder(Row.of(1).payload("new"), Row.of(3));
    }

    @Test
    @Tag("H11")
    void aRowThatCameInDuringTheSyncIsNotTakenForGone() {
        Harness cache = versioned();
        cache.table.put(rows(1, 2));
        cache.engine.start();
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> sync = Call.of(() -> cache.engine.sync(SyncMode.FULL));
        read.awaitReached();
        cache.table.put(Row.of(3));
        assertThat(cache.id(3)).isPresent();
        read.open();
        sync.get();

        assertThat(cache.byId.peek(3L)).isPresent();
    }

    @Test
    void aSyncThatFailsHalfwayLeavesEverythingAndIsToldOfOnce() {
        Harness cache = versioned();
        cache.table.put(rows(1, 3));
        cache.engine.start();
        List<Failed> failures = recorded(cache, Failed.class);
        cache.table.delete(3);
        cache.table.beforeRow(row -> {
            if (row.id() == 2) {
                throw new IllegalStateException("connection reset");
            }
        });

        assertThatThrownBy(() -> cache.engine.sync(SyncMode.FULL))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("Row.sync")
                .hasMessageContaining("connection reset")
                .hasRootCauseMessage("connection reset");
        assertThat(cache.engine.cached()).containsExactlyInAnyOrder(rows(1, 3));
        assertThat(failures).singleElement().satisfies(failed -> {
            assertThat(failed.operation()).isEqualTo("sync");
            assertThat(failed.error()).hasMessageContaining("connection reset");
        });
        assertThat(cache.stats().syncs()).isEqualTo(1);
        assertThat(cache.stats().syncing()).isFalse();

        cache.table.beforeRow(row -> {});
        cache.engine.sync(SyncMode.FULL);
        assertThat(cache.engine.size()).isEqualTo(2);
        assertThat(cache.stats().syncs()).isEqualTo(2);
    }

    @Test
    void rowsThatFindNoRoomComeInWhenThoseThatAreGoneHaveLeftAndNoOtherLeaves() {
        Harness cache = versioned(options -> options.maxSize(3));
        cache.table.put(rows(2, 4));
        cache.engine.start();
        List<Synced> syncs = recorded(cache, Synced.class);
        cache.table.delete(4);
        cache.table.put(Row.of(1));

        cache.engine.sync(SyncMode.FULL);

        assertThat(cache.engine.cached()).containsExactlyInAnyOrder(rows(1, 3));
        assertThat(cache.stats().evictions()).isZero();
        assertThat(syncs).extracting(Synced::removed).containsExactly(1L);
        int before = cache.table.statements();
        assertThat(cache.engine.listAll()).hasSize(3);
        assertThat(cache.table.statements()).isEqualTo(before);
    }

    @Test
    @Tag("F29")
    void aFullTableThatGrewTooLargeFailsAndMemoryIsAsItWas() {
        Harness cache = versioned(options -> options.load(LoadMode.FULL).maxSize(3));
        cache.table.put(rows(2, 4));
        cache.engine.start();
        List<Failed> failures = recorded(cache, Failed.class);
        cache.table.delete(4);
        cache.table.put(Row.of(1), Row.of(5), Row.of(6));

        assertThatThrownBy(() -> cache.engine.sync(SyncMode.FULL))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("Row has more rows than maxSize = 3")
                .hasMessageContaining("load = FULL");
        assertThat(cache.engine.cached()).containsExactlyInAnyOrder(rows(2, 4));
        assertThat(failures).hasSize(1);
        assertThat(cache.stats().evictions()).isZero();
        assertThat(cache.engine.listAll()).hasSize(5);
    }

    @Test
    @Tag("F29")
    void anAutoTableThatGrewTooLargeIsLazyFromThenOn() {
        Harness cache = versioned(options -> options.maxSize(3));
        cache.table.put(rows(1, 3));
        cache.engine.start();
        cache.table.put(rows(4, 9));
        cache.table.put(Row.of(2).payload("new"));

        cache.engine.sync(SyncMode.FULL);
        assertThat(cache.engine.cached())
                .containsExactlyInAnyOrder(Row.of(1), Row.of(2).payload("new"), Row.of(3));

        // Later syncs read the rows that are in memory, and no other.
        cache.table.delete(1);
        List<Synced> syncs = recorded(cache, Synced.class);
        cache.engine.sync(SyncMode.FULL);
        assertThat(syncs).extracting(Synced::removed).containsExactly(1L);
        assertThat(syncs).extracting(Synced::rows).containsExactly(2L);
        assertThat(cache.engine.listAll()).hasSize(8);
    }

    @Test
    @Tag("F29")
    void aSyncOfALazyCacheReadsOnlyWhatIsInMemoryAndInChunks() {
        Harness cache = versioned(options -> options.load(LoadMode.LAZY));
        cache.table.put(rows(1, 3_000));
        cache.engine.start();
        cache.byId.getMany(LongStream.rangeClosed(1, 1_500).boxed().toList());
        List<Synced> syncs = recorded(cache, Synced.class);
        cache.table.put(Row.of(7).payload("new"), Row.of(2_000).payload("new"));
        cache.table.delete(8);
        int before = cache.table.statements();

        cache.engine.sync(SyncMode.FULL);

        assertThat(cache.table.statements()).isEqualTo(before + 2);
        assertThat(cache.byId.peek(7L).map(Row::payload)).contains("new");
        assertThat(cache.byId.peek(8L)).isEmpty();
        assertThat(cache.byId.peek(2_000L)).isEmpty();
        assertThat(cache.engine.size()).isEqualTo(1_499);
        assertThat(syncs).singleElement().satisfies(synced -> {
            assertThat(synced.rows()).isEqualTo(1_499);
            assertThat(synced.removed()).isEqualTo(1);
        });
    }

    @Test
    @Tag("F20")
    void anEqualRowLivesOn() {
        Harness cache = versioned(options -> options.ttl(Duration.ofHours(1)));
        cache.table.put(Row.of(1));
        cache.engine.start();
        cache.clock.advance(Duration.ofMinutes(50));
        cache.engine.sync(SyncMode.FULL);
        cache.clock.advance(Duration.ofMinutes(50));

        assertThat(cache.byId.peek(1L)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("H14")
    void rowsThatSwappedTheirKeysAreBothThereAfterwards(boolean versioned) {
        Harness cache =
                add(versioned ? Harness.versioned(options -> options) : Harness.unversioned(options -> options));
        cache.table.put(rows(1, 3));
        cache.engine.start();
        cache.table.put(
                Row.of(1).email(Row.email(2)),
                Row.of(2).email(Row.email(1)),
                Row.of(4).email(Row.email(3)));
        cache.table.delete(3);

        cache.engine.sync(SyncMode.FULL);

        assertThat(cache.byEmail.peek(Row.email(1)).map(Row::id)).contains(2L);
        assertThat(cache.byEmail.peek(Row.email(2)).map(Row::id)).contains(1L);
        assertThat(cache.byEmail.peek(Row.email(3)).map(Row::id)).contains(4L);
        assertThat(cache.engine.size()).isEqualTo(3);
        int before = cache.table.statements();
        assertThat(cache.engine.listAll()).hasSize(3);
        assertThat(cache.table.statements()).isEqualTo(before);
    }

    @Test
    @Tag("H15")
    void aSyncDuringWhichAnythingMayHaveChangedBeginsAnew() {
        Harness cache = versioned();
        cache.table.put(rows(1, 3));
        cache.engine.start();
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> sync = Call.of(() -> cache.engine.sync(SyncMode.FULL));
        read.awaitReached();
        cache.table.put(Row.of(2).payload("new"));
        cache.engine.clear();
        read.open();
        sync.get();

        assertThat(cache.engine.cached())
                .containsExactlyInAnyOrder(Row.of(1), Row.of(2).payload("new"), Row.of(3));
        assertThat(cache.table.statements()).isEqualTo(3);
    }

    @Test
    void aCacheInBypassReadsNothing() {
        Harness cache = versioned();
        cache.table.put(rows(1, 3));
        cache.engine.start();
        cache.engine.bypass(true);

        cache.engine.sync(SyncMode.FULL);

        assertThat(cache.table.statements()).isEqualTo(1);
        assertThat(cache.stats().syncs()).isEqualTo(1);
    }

    @Test
    @Tag("F81")
    void theStatisticsTellOfSyncs() {
        Harness cache = versioned();
        assertThat(cache.stats().syncs()).isZero();
        assertThat(cache.stats().sinceSync()).isNull();
        cache.engine.start();
        cache.clock.advance(Duration.ofMinutes(3));
        assertThat(cache.stats().syncs()).isEqualTo(1);
        assertThat(cache.stats().sinceSync()).isEqualTo(Duration.ofMinutes(3));
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> sync = Call.of(() -> cache.engine.sync(SyncMode.FULL));
        read.awaitReached();
        assertThat(cache.stats().syncing()).isTrue();
        read.open();
        sync.get();

        assertThat(cache.stats().syncing()).isFalse();
        assertThat(cache.stats().sinceSync()).isZero();
    }

    @Test
    @Tag("H23")
    void oneThatNoTimerCanEndFailsAtOnceAndTheNextOneRuns() {
        Harness cache = versioned();
        cache.engine.start();
        cache.table.put(Row.of(1));
        List<Failed> failures = recorded(cache, Failed.class);
        cache.timers.failOnce(new InternalError("no timer"));

        assertThatThrownBy(() -> cache.engine.sync(SyncMode.FULL))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("Row.sync could not be run")
                .hasRootCauseMessage("no timer");
        assertThat(failures).extracting(Failed::operation).containsExactly("sync");
        cache.engine.sync(SyncMode.FULL);
        assertThat(cache.byId.peek(1L)).isPresent();
    }
}
