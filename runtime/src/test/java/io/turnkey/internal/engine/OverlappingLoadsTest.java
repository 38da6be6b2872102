package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.internal.store.Change;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Loads of one row that overlap, while somebody who announces nothing writes it: with versions a reader that has seen one never sees an older one; without,
 * copies that differ are not kept.
 */
@Tag("H27")
class OverlappingLoadsTest extends EngineTest {
    private static final Row V0 = Row.of(1);
    private static final Row V1 = V0.payload("one");
    private static final Row V2 = V1.payload("two");

    /** Starts a load by e-mail that has read what is committed now, and is held. */
    private static Call<Optional<Row>> readButNotAnswered(Harness cache, Gate[] gate) {
        gate[0] = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> call = Call.of(() -> cache.email(Row.email(1)));
        gate[0].awaitReached();
        return call;
    }

    @Test
    void theOlderOfTwoVersionsNeverReplacesTheNewerAndIsNotAnswered() {
        Harness cache = versioned();
        cache.table.put(V0);
        Gate[] read = new Gate[1];
        Call<Optional<Row>> early = readButNotAnswered(cache, read);
        cache.table.put(V1);
        assertThat(cache.id(1)).contains(V1);
        read[0].open();

        assertThat(early.get()).contains(V1);
        assertThat(cache.byId.peek(1L)).contains(V1);
        assertThat(cache.byEmail.peek(Row.email(1))).contains(V1);
        assertThat(cache.stats().refusedInstalls()).isEqualTo(1);
    }

    @Test
    void theNewerOfTwoVersionsReplacesTheOlderWhicheverEndsLast() {
        Harness cache = versioned();
        cache.table.put(V0);
        Gate before = cache.table.holdNext(Moment.BEFORE);
        Call<Optional<Row>> late = Call.of(() -> cache.email(Row.email(1)));
        before.awaitReached();
        assertThat(cache.id(1)).contains(V0);
        cache.table.put(V1);
        before.open();

        assertThat(late.get()).contains(V1);
        assertThat(cache.byId.peek(1L)).contains(V1);
    }

    @Test
    void withoutVersionsTwoCopiesThatDifferAreBothReadAgain() {
        Harness cache = unversioned();
        cache.table.put(V0);
        Gate[] read = new Gate[1];
        Call<Optional<Row>> early = readButNotAnswered(cache, read);
        cache.table.put(V1);
        assertThat(cache.id(1)).contains(V1);
        read[0].open();

        assertThat(early.get()).contains(V1);
        assertThat(cache.byId.peek(1L)).contains(V1);
        assertThat(cache.table.statements()).isEqualTo(3);
        assertThat(cache.stats().refusedInstalls()).isEqualTo(1);
    }

    @Test
    void withoutVersionsEqualCopiesAreKept() {
        Harness cache = unversioned();
        cache.table.put(V0);
        Gate[] read = new Gate[1];
        Call<Optional<Row>> early = readButNotAnswered(cache, read);
        assertThat(cache.id(1)).contains(V0);
        read[0].open();

        assertThat(early.get()).contains(V0);
        assertThat(cache.table.statements()).isEqualTo(2);
        assertThat(cache.stats().refusedInstalls()).isZero();
    }

    @Test
    void ofThreeLoadsTheNewestVersionStays() {
        Harness cache = versioned();
        cache.table.put(V0);
        Gate[] first = new Gate[1];
        Call<Optional<Row>> oldest = readButNotAnswered(cache, first);
        cache.table.put(V1);
        Gate second = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> older = Call.of(() -> cache.byLogin.get(V0.tenantLogin()));
        second.awaitReached();
        cache.table.put(V2);
        assertThat(cache.id(1)).contains(V2);
        second.open();
        assertThat(older.get()).contains(V2);
        first[0].open();
        assertThat(oldest.get()).contains(V2);

        assertThat(cache.byId.peek(1L)).contains(V2);
    }

    @Test
    void aLoadThatBeganAfterTheEntryCameInMayBringALowerVersion() {
        Harness cache = versioned();
        cache.table.put(V2);
        cache.id(1);
        // Deleted and inserted anew.
        cache.table.put(V0);

        assertThat(cache.engine.refresh(1L)).contains(V0);
        assertThat(cache.id(1)).contains(V0);
    }

    @Test
    @Tag("F21")
    void anOlderCopyCannotFollowANewerThatWasEvictedAndIsNotAnsweredToLaterCallers() {
        Harness cache = versioned(options -> options.maxSize(1));
        cache.table.put(V0, Row.of(2));
        Gate[] read = new Gate[1];
        Call<Optional<Row>> early = readButNotAnswered(cache, read);
        cache.table.put(V1);
        assertThat(cache.id(1)).contains(V1);
        cache.id(2);
        assertThat(cache.byId.isCached(1L)).isFalse();
        // Begun after version 1 was answered.
        Call<Optional<Row>> late = Call.of(() -> cache.email(Row.email(1))).awaitParked();
        read[0].open();

        assertThat(late.get()).contains(V1);
        assertThat(early.get()).contains(V1);
        assertThat(cache.id(1)).contains(V1);
    }

    @Test
    @Tag("F23")
    void anOlderCopyCannotFollowANewerThatExpired() {
        Harness cache = versioned(options -> options.ttl(Duration.ofSeconds(1)));
        cache.table.put(V0);
        Gate[] read = new Gate[1];
        Call<Optional<Row>> early = readButNotAnswered(cache, read);
        cache.table.put(V1);
        assertThat(cache.id(1)).contains(V1);
        cache.clock.advance(Duration.ofSeconds(2));
        cache.engine.cleanUp();
        assertThat(cache.engine.size()).isZero();
        read[0].open();

        assertThat(early.get()).contains(V1);
        assertThat(cache.id(1)).contains(V1);
    }

    @Test
    void anOlderCopyCannotFollowANewerThatWasFoundToBeGone() {
        Harness cache = versioned();
        cache.table.put(V0);
        Gate[] read = new Gate[1];
        Call<Optional<Row>> early = readButNotAnswered(cache, read);
        cache.table.put(V1);
        assertThat(cache.id(1)).contains(V1);
        cache.table.delete(1);
        assertThat(cache.engine.refresh(1L)).isEmpty();
        read[0].open();

        assertThat(early.get()).isEmpty();
        assertThat(cache.id(1)).isEmpty();
    }

    @Test
    void anOlderCopyCannotFollowANewerThatWasHandedOutInTheMiddleOfAChange() {
        Row moved = V0.email("new@example.com");
        Harness cache = versioned();
        cache.table.put(V0);
        assertThat(cache.id(1)).contains(V0);
        cache.byEmail.clear();
        Gate[] oldest = new Gate[1];
        Call<Optional<Row>> early = readButNotAnswered(cache, oldest);
        Gate read = cache.table.holdNext(Moment.AFTER);
        cache.table.put(moved);
        Call<Optional<Row>> reader = Call.of(() -> cache.email("new@example.com"));
        read.awaitReached();
        // The change has marked the tickets, and has not removed the row yet.
        cache.engine.parts().tickets().observe(Change.unknown(List.of(1L)));
        read.open();
        assertThat(reader.get()).contains(moved);

        assertThat(cache.id(1)).contains(moved);
        oldest[0].open();
        early.get();
        assertThat(cache.id(1)).contains(moved);
    }

    @Test
    @Tag("F21")
    void anOlderCopyCannotComeInWhileANewerThatLostItsPlaceIsLookingForAnother() {
        AtomicBoolean evicting = new AtomicBoolean();
        Gate chosen = new Gate();
        Harness cache = indexing(
                true,
                row -> {
                    // In the middle of the step that puts row 2 in; row 2's place was row 1's.
                    if (row.id() == 3 && evicting.compareAndSet(true, false)) {
                        chosen.pass();
                    }
                },
                options -> options.maxSize(1));
        cache.table.put(V0, Row.of(3));
        Gate[] read = new Gate[1];
        Call<Optional<Row>> early = readButNotAnswered(cache, read);
        cache.table.put(V1);
        evicting.set(true);
        Call<Optional<Row>> taking = Call.of(() -> cache.id(3));
        chosen.awaitReached();
        // Every place is reserved: version 1 is answered, but cannot be kept.
        assertThat(cache.id(1)).contains(V1);
        chosen.open();
        taking.get();
        read[0].open();

        assertThat(early.get()).contains(V1);
        assertThat(cache.id(1)).contains(V1);
    }

    @Test
    @Tag("H24")
    void aListOfOneMomentDoesNotBringAnOlderRowBack() {
        Harness cache = versioned();
        cache.table.put(V0);
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<List<Row>> list = Call.of(() -> cache.byStatus.list(Status.ACTIVE));
        read.awaitReached();
        cache.table.put(V1);
        assertThat(cache.id(1)).contains(V1);
        read.open();

        assertThat(list.get()).containsExactly(V0);
        assertThat(cache.byId.peek(1L)).contains(V1);
    }

    @Test
    @Tag("F03")
    void aRowThatIsFoundChangedEndsTheListsThatHoldItsOldCopy() {
        Harness cache = versioned();
        cache.table.put(V0);
        cache.byStatus.list(Status.ACTIVE);
        cache.engine.listAll();
        Row moved = V0.status(Status.GONE);
        cache.table.put(moved);
        cache.engine.refresh(1L);

        assertThat(cache.byStatus.list(Status.ACTIVE)).isEmpty();
        assertThat(cache.byStatus.list(Status.GONE)).containsExactly(moved);
        assertThat(cache.engine.listAll()).containsExactly(moved);
    }
}
