package io.turnkey.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheOptions;
import io.turnkey.internal.time.CoarseClock;
import io.turnkey.testing.engine.ManualClock;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.RowModel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether the whole table is in memory, while rows leave and come and syncs run. */
@Tag("F29")
@Tag("F33")
class CoverageTest {
    private static final int MOST = 3;

    private final ManualClock clock = new ManualClock();
    private final CoarseClock coarse = CoarseClock.of(clock);
    private final Lifetime lifetime = new Lifetime(
            CacheOptions.builder().ttl(Duration.ofMinutes(1)).ttlJitter(0).build(), coarse, null);
    private final Tickets<Row, Long> tickets = new Tickets<>(new RowModel(true, row -> {}).model, coarse);
    private final Coverage<Long> coverage = new Coverage<>(true, true, MOST, lifetime);

    private void sync(Runnable meanwhile) {
        long begun = coverage.begin();
        try (Ticket<Row, Long> ticket = tickets.openForAll()) {
            meanwhile.run();
            coverage.complete(ticket, begun);
        }
    }

    private void sync() {
        sync(() -> {});
    }

    @Test
    void aSyncMakesItWholeUntilTheTtlHasPassed() {
        assertThat(coverage.isWhole()).isFalse();
        sync();
        assertThat(coverage.isWhole()).isTrue();
        clock.advance(Duration.ofMinutes(1));

        assertThat(coverage.isWhole()).isFalse();
        sync();
        assertThat(coverage.isWhole()).isTrue();
    }

    @Test
    void itIsWholeAgainOnceEachRowThatLeftIsBack() {
        sync();
        coverage.lost(1L);
        coverage.lost(2L);
        assertThat(coverage.isWhole()).isFalse();
        assertThat(coverage.lost()).isEqualTo(Set.of(1L, 2L));
        coverage.settled(1L);
        assertThat(coverage.isWhole()).isFalse();
        coverage.settled(2L);

        assertThat(coverage.isWhole()).isTrue();
        assertThat(coverage.lost()).isEmpty();
    }

    @Test
    @Tag("H11")
    void whatWasLostDuringASyncStaysLostAndWhatWasLostBeforeDoesNot() {
        coverage.lost(1L);
        sync(() -> coverage.lost(2L));

        assertThat(coverage.lost()).isEqualTo(Set.of(2L));
        assertThat(coverage.isWhole()).isFalse();
        coverage.settled(2L);
        assertThat(coverage.isWhole()).isTrue();
    }

    @Test
    @Tag("H15")
    void theSyncAfterALossOfAllBringsWhatWasLostBeforeItBeganAndNothingElse() {
        sync();
        coverage.lostAll();
        coverage.lost(1L);
        sync(() -> coverage.lost(2L));

        assertThat(coverage.lost()).isEqualTo(Set.of(2L));
        coverage.settled(2L);
        assertThat(coverage.isWhole()).isTrue();
        coverage.lost(3L);
        assertThat(coverage.lost()).isEqualTo(Set.of(3L));
    }

    @Test
    @Tag("H4")
    @Tag("H11")
    void aRowThatIsBeingWrittenWhenASyncBeginsStaysLost() {
        Change<Long> change = Change.unknown(List.of(1L));
        tickets.block(change);
        coverage.lost(1L);
        // The sync may have read the table before the commit, and the row is new.
        sync(() -> tickets.unblock(change));

        assertThat(coverage.lost()).isEqualTo(Set.of(1L));
        assertThat(coverage.isWhole()).isFalse();
    }

    @Test
    @Tag("H4")
    @Tag("H11")
    void aRowThatIsBeingWrittenThroughoutASyncIsLostAlsoIfThatWasForgotten() {
        tickets.block(Change.unknown(List.of(1L)));
        coverage.lost(1L);
        coverage.lostAll();
        sync();

        assertThat(coverage.lost()).isEqualTo(Set.of(1L));
        assertThat(coverage.isWhole()).isFalse();
        coverage.settled(1L);
        assertThat(coverage.isWhole()).isTrue();
    }

    @Test
    @Tag("H15")
    void aSyncThatWasTakenBackOrBeganUnderABlockOfEverythingCompletesNothing() {
        sync(() -> tickets.observe(Change.everything()));
        assertThat(coverage.isWhole()).isFalse();
        Change<Long> everything = Change.everything();
        tickets.block(everything);
        sync(() -> tickets.unblock(everything));
        assertThat(coverage.isWhole()).isFalse();
        sync(coverage::lostAll);

        assertThat(coverage.isWhole()).isFalse();
        assertThat(coverage.lost()).isNull();
    }

    @Test
    void withTooManyLostRowsAnythingMayBeMissingUntilTheNextSync() {
        sync();
        for (long id = 1; id <= MOST; id++) {
            coverage.lost(id);
        }
        assertThat(coverage.lost()).hasSize(MOST);
        coverage.lost(9L);
        assertThat(coverage.lost()).isNull();
        for (long id = 1; id <= 9; id++) {
            coverage.settled(id);
        }
        assertThat(coverage.isWhole()).isFalse();
        sync();

        assertThat(coverage.isWhole()).isTrue();
        assertThat(coverage.lost()).isEmpty();
    }

    @Test
    void anIndexThatWasDroppedLeavesTheTableWholeAndAMissInDoubt() {
        sync();
        coverage.doubt();
        assertThat(coverage.isWhole()).isTrue();
        assertThat(coverage.mayHaveLostAny()).isTrue();
        sync();

        assertThat(coverage.mayHaveLostAny()).isFalse();
    }

    @Test
    void whatIsNotMeantToBeWholeNeverIsAndStartsAnewWhenItIsAgain() {
        sync();
        coverage.keepWhole(false);
        assertThat(coverage.isWhole()).isFalse();
        assertThat(coverage.isKeptWhole()).isFalse();
        sync();
        assertThat(coverage.isWhole()).isFalse();
        coverage.lost(1L);
        assertThat(coverage.lost()).isEmpty();
        long begun = coverage.begin();
        try (Ticket<Row, Long> ticket = tickets.openForAll()) {
            coverage.keepWhole(true);
            coverage.complete(ticket, begun);
        }
        assertThat(coverage.isWhole()).isFalse();
        sync();

        assertThat(coverage.isWhole()).isTrue();
    }

    @Test
    @Tag("F24")
    void aModelThatDoesNotReadThroughRemembersWhatItLostWhetherItIsKeptWholeOrNot() {
        Coverage<Long> closed = new Coverage<>(false, false, MOST, lifetime);
        closed.lost(1L);
        assertThat(closed.mayHaveLost(1L)).isTrue();
        assertThat(closed.mayHaveLost(2L)).isFalse();
        assertThat(closed.mayHaveLostAny()).isTrue();
        closed.settled(1L);

        assertThat(closed.mayHaveLostAny()).isFalse();
    }

    @Test
    @Tag("F49")
    void aRowFromElsewhereIsMissingUntilItIsConfirmed() {
        sync();
        coverage.unverified(1L);
        assertThat(coverage.isWhole()).isFalse();
        assertThat(coverage.lost()).isEqualTo(Set.of(1L));
        assertThat(coverage.mayHaveLostAny()).isFalse();
        coverage.settled(1L);
        assertThat(coverage.isWhole()).isTrue();
        sync(() -> coverage.unverified(2L));
        assertThat(coverage.isWhole()).isFalse();
        sync();

        assertThat(coverage.isWhole()).isTrue();
    }

    @Test
    @Tag("F49")
    @Tag("H11")
    void aSyncThatBeginsWhileARowComesInFromElsewhereCompletesNothing() {
        coverage.beginFilling();
        // It is not in the map yet, where a sweep would find it.
        coverage.unverified(1L);
        sync();
        coverage.endFilling();

        assertThat(coverage.isWhole()).isFalse();
        assertThat(coverage.lost()).isEqualTo(Set.of(1L));
        sync();
        assertThat(coverage.isWhole()).isTrue();
    }

    @Test
    @Tag("F49")
    void whatMemoryLacksIsKnownToBeAbsentUnlessItWasLost() {
        assertThat(coverage.knowsAbsent(1L, clock.millis())).isFalse();
        sync();
        coverage.lost(1L);

        assertThat(coverage.knowsAbsent(1L, clock.millis())).isFalse();
        assertThat(coverage.knowsAbsent(2L, clock.millis())).isTrue();
        clock.advance(Duration.ofMinutes(1));
        assertThat(coverage.knowsAbsent(2L, clock.millis())).isFalse();
    }

    @Test
    void theNumberOfLossesTellsWhetherARowLeftAndCameBack() {
        sync();
        long losses = coverage.losses();
        coverage.lost(1L);
        coverage.settled(1L);

        assertThat(coverage.isWhole()).isTrue();
        assertThat(coverage.losses()).isNotEqualTo(losses);
    }
}
