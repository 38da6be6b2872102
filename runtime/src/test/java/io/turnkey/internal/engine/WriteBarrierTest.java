package io.turnkey.internal.engine;

import static io.turnkey.internal.engine.Transaction.writeOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Cleared;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheEvent.ItemCreated;
import io.turnkey.CacheEvent.ItemInvalidated;
import io.turnkey.CacheEvent.ItemRemoved;
import io.turnkey.CacheEvent.ItemUpdated;
import io.turnkey.annotation.LoadMode;
import io.turnkey.spi.PendingWrites;
import io.turnkey.spi.PendingWrites.Outcome;
import io.turnkey.spi.Write;
import io.turnkey.spi.Write.Kind;
import io.turnkey.spi.WriteSink;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a cache makes of the writes that it is told: events, an end for each block, reloads, and no exception ever. */
@Tag("F44")
class WriteBarrierTest extends EngineTest {
    private static final Row OLD = Row.of(1);
    private static final Row NEW = OLD.payload("new");

    private static List<CacheEvent> record(Harness cache) {
        List<CacheEvent> events = new ArrayList<>();
        cache.engine.on(CacheEvent.class, events::add);
        return events;
    }

    @Test
    @Tag("F47")
    void aCommitTellsOfEachRowWhatBecameOfItWithItsKeys() {
        Harness cache = versioned();
        Row moved = OLD.status(Status.GONE);
        cache.table.put(OLD, Row.of(2));
        List<CacheEvent> events = record(cache);
        cache.transaction().put(moved, Row.of(3)).delete(2).delete(4).run();

        assertThat(events)
                .containsExactlyInAnyOrder(
                        new ItemUpdated(
                                "Row", 1L, cache.engine.parts().rowEvents().keysOf(moved)),
                        new ItemCreated(
                                "Row", 3L, cache.engine.parts().rowEvents().keysOf(Row.of(3))),
                        new ItemRemoved(
                                "Row", 2L, cache.engine.parts().rowEvents().keysOf(Row.of(2))));
    }

    @Test
    void whoHearsOfACommitReadsWhatWasCommittedAndItIsKept() {
        Harness cache = versioned();
        cache.table.put(OLD);
        List<Row> read = new ArrayList<>();
        cache.engine.on(ItemUpdated.class, event -> read.add(cache.id(1).orElseThrow()));
        cache.transaction().put(NEW).run();

        assertThat(read).containsExactly(NEW);
        assertThat(cache.byId.isCached(1L)).isTrue();
    }

    @Test
    @Tag("H6")
    void anUnknownOutcomeInvalidatesAndARollbackIsNotHeardOf() {
        Harness cache = versioned();
        cache.table.put(OLD, Row.of(2));
        List<CacheEvent> events = record(cache);
        cache.transaction().put(NEW).delete(2).block().settle(Outcome.ROLLED_BACK);
        assertThat(events).isEmpty();
        cache.transaction().put(NEW).delete(2).block().settle(Outcome.UNKNOWN);

        assertThat(events).containsExactly(new ItemInvalidated("Row", 1L), new ItemInvalidated("Row", 2L));
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    @Tag("H15")
    void theEndOfABlockOfEverythingTellsThatEverythingWasDropped(Outcome outcome) {
        Harness cache = versioned();
        List<CacheEvent> events = record(cache);
        PendingWrites pending = cache.sink().blockAll();
        assertThat(events).isEmpty();
        pending.settle(outcome);
        pending.settle(Outcome.COMMITTED);

        assertThat(events).isEqualTo(outcome == Outcome.ROLLED_BACK ? List.of() : List.of(new Cleared("Row")));
    }

    @Test
    void aBlockThatNobodyEndsEndsByItselfAfterAMinute() {
        Harness cache = versioned();
        cache.table.put(OLD);
        List<CacheEvent> events = record(cache);
        cache.transaction().put(NEW).block();
        assertThat(cache.timers.size()).isEqualTo(1);
        cache.timers.fire();

        assertThat(events).containsExactly(new ItemInvalidated("Row", 1L));
        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.byId.isCached(1L)).isTrue();
        assertThat(cache.timers.size()).isZero();
    }

    @Test
    @Tag("P1")
    void anEndThatComesAfterTheDeadlineIsStillHeard() {
        Harness cache = versioned();
        cache.table.put(OLD);
        Transaction writer = cache.transaction().put(NEW).block();
        cache.timers.fire();
        assertThat(cache.id(1)).contains(OLD);
        cache.byStatus.list(Status.ACTIVE);
        List<CacheEvent> events = record(cache);
        writer.commit().settle();

        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(NEW);
        assertThat(cache.id(1)).contains(NEW);
        assertThat(events).hasAtLeastOneElementOfType(ItemUpdated.class);
    }

    @Test
    @Tag("H6")
    void aRollbackAfterTheDeadlineDropsNothing() {
        Harness cache = versioned();
        cache.table.put(OLD);
        Transaction writer = cache.transaction().put(NEW).block();
        cache.timers.fire();
        assertThat(cache.id(1)).contains(OLD);
        writer.settle(Outcome.ROLLED_BACK);

        assertThat(cache.byId.isCached(1L)).isTrue();
    }

    @Test
    @Tag("H28")
    void anEndInTimeLeavesNoTimer() {
        Harness cache = versioned();
        cache.table.put(OLD);
        Transaction writer = cache.transaction().put(NEW).block();
        writer.commit().settle();

        assertThat(cache.timers.size()).isZero();
    }

    @Test
    @Tag("H28")
    void aBlockOfACacheWhoseTimersHaveEndedStillBlocks() {
        Harness cache = versioned();
        ScheduledThreadPoolExecutor ended = new ScheduledThreadPoolExecutor(1);
        ended.shutdown();
        cache.table.put(OLD);
        PendingWrites pending = new WriteBarrier<>(cache.engine.parts(), ended, new RecordedReloads())
                .block(List.of(writeOf(1, Kind.UPDATE)));
        cache.id(1);
        assertThat(cache.byId.isCached(1L)).isFalse();
        pending.settle(Outcome.COMMITTED);
        cache.id(1);

        assertThat(cache.byId.isCached(1L)).isTrue();
    }

    static Stream<Named<Collection<Write<Long>>>> nonsense() {
        return Stream.of(
                Named.of("an id of another type", List.of(wrongId())),
                Named.of("keys that are none", List.of(new Write<>(1L, Kind.UPDATE, evilKeys(), Map.of()))),
                Named.of("no id", List.of(withoutId())));
    }

    @SuppressWarnings("unchecked")
    private static Write<Long> wrongId() {
        return (Write<Long>) (Write<?>) new Write<>("one", Kind.UPDATE, null, Map.of());
    }

    @SuppressWarnings("NullAway")
    private static Write<Long> withoutId() {
        return new Write<>(null, Kind.UPDATE, null, Map.of());
    }

    private static @Nullable Map<String, Set<Object>> evilKeys() {
        return new HashMap<>() {
            @Override
            public Set<Object> getOrDefault(Object key, Set<Object> otherwise) {
                throw new IllegalStateException("no keys");
            }
        };
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nonsense")
    void whatCannotBeUnderstoodBlocksEverythingAndIsReported(Collection<Write<Long>> writes) {
        Harness cache = versioned();
        cache.table.put(OLD);
        cache.id(1);
        List<CacheEvent> events = record(cache);
        PendingWrites pending = cache.sink().block(writes);

        assertThat(cache.byId.isCached(1L)).isFalse();
        cache.id(1);
        assertThat(cache.byId.isCached(1L)).isFalse();
        assertThat(events).filteredOn(Failed.class::isInstance).singleElement().satisfies(failed -> {
            assertThat(failed.model()).isEqualTo("Row");
            assertThat(((Failed) failed).operation()).isEqualTo("hooks");
        });
        cache.table.put(NEW);
        pending.settle(Outcome.COMMITTED);
        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.byId.isCached(1L)).isTrue();
    }

    @Test
    void anIdOfAnotherTypeIsNamed() {
        Harness cache = versioned();
        List<Failed> failures = new ArrayList<>();
        cache.engine.on(Failed.class, failures::add);
        cache.sink().block(List.of(wrongId())).settle(Outcome.COMMITTED);

        assertThat(failures)
                .singleElement()
                .satisfies(failed -> assertThat(failed.error())
                        .hasMessageContaining("Row")
                        .hasMessageContaining("java.lang.String")
                        .hasMessageContaining("java.lang.Long"));
    }

    @Test
    @Tag("H24")
    void aKeyValueOfAnotherTypeMeansThatNoKeyIsKnown() {
        Harness cache = versioned();
        cache.table.put(OLD);
        cache.byStatus.list(Status.ACTIVE);
        cache.sink()
                .block(List.of(new Write<>(1L, Kind.UPDATE, Map.of("status", Set.of("ACTIVE")), Map.of())))
                .settle(Outcome.COMMITTED);

        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isFalse();
    }

    @Test
    void whoeverFailedToListenLeavesNothingInMemoryAndIsReported() {
        Harness cache = versioned();
        cache.table.put(OLD);
        cache.id(1);
        List<CacheEvent> events = record(cache);
        IllegalStateException failure = new IllegalStateException("lost a write");
        cache.sink().failed(failure);

        assertThat(cache.engine.size()).isZero();
        assertThat(events).contains(new Failed("Row", "hooks", failure));
    }

    @Test
    void aFailureInTheEndIsReportedAndNothingStaysBlocked() {
        Harness cache = versioned(options -> options.load(LoadMode.FULL));
        cache.table.put(OLD);
        List<Failed> failures = new ArrayList<>();
        cache.engine.on(Failed.class, failures::add);
        IllegalStateException failure = new IllegalStateException("no reload");
        WriteSink<Long> sink = new WriteBarrier<>(cache.engine.parts(), cache.timers, new RecordedReloads() {
            @Override
            public void rows(Collection<Long> ids) {
                throw failure;
            }
        });
        sink.block(List.of(writeOf(1, Kind.UPDATE))).settle(Outcome.COMMITTED);

        assertThat(failures).containsExactly(new Failed("Row", "hooks", failure));
        cache.id(1);
        assertThat(cache.byId.isCached(1L)).isTrue();
    }

    @Test
    @Tag("H28")
    void writesThatAreHeardOfAfterTheCloseDoNothingAndDoNotThrow() {
        Harness cache = versioned(options -> options.load(LoadMode.FULL));
        cache.engine.start();
        List<CacheEvent> events = record(cache);
        WriteSink<Long> sink = cache.sink();
        PendingWrites pending = sink.block(List.of(writeOf(1, Kind.UPDATE)));
        PendingWrites all = sink.blockAll();
        cache.engine.shutdown();
        events.clear();
        pending.settle(Outcome.COMMITTED);
        all.settle(Outcome.COMMITTED);
        sink.block(List.of(writeOf(1, Kind.UPDATE))).settle(Outcome.COMMITTED);
        sink.blockAll().settle(Outcome.COMMITTED);

        assertThat(events).doesNotHaveAnyElementsOfTypes(Failed.class);
        assertThat(cache.engine.size()).isZero();
    }
}
