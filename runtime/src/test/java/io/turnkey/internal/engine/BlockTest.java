package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.spi.PendingWrites;
import io.turnkey.spi.PendingWrites.Outcome;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Between the block and its end nothing of what a transaction wrote is served from memory, and nothing that is read of it stays there. */
@Tag("F44")
class BlockTest extends EngineTest {
    private static final Row OLD = Row.of(1);
    private static final Row NEW = OLD.payload("new");
    private static final String WAYS = "io.turnkey.internal.engine.LoadVersusChangeTest#ways";

    @ParameterizedTest(name = "{0}")
    @MethodSource(WAYS)
    @Tag("H4")
    @Tag("P1")
    void aReaderBetweenTheBlockAndTheCommitDoesNotBringTheOldRowBack(Function<Harness, Optional<Row>> way) {
        Harness cache = versioned();
        cache.table.put(OLD);
        assertThat(way.apply(cache)).contains(OLD);
        Transaction writer = cache.transaction().put(NEW).block();

        assertThat(way.apply(cache)).contains(OLD);
        assertThat(cache.byId.isCached(1L)).isFalse();
        assertThat(cache.stats().lists()).isZero();
        writer.commit();
        assertThat(way.apply(cache)).contains(NEW);
        assertThat(cache.byId.isCached(1L)).isFalse();
        writer.settle();
        assertThat(way.apply(cache)).contains(NEW);
        int statements = cache.table.statements();
        assertThat(way.apply(cache)).contains(NEW);
        assertThat(cache.email(Row.email(1))).contains(NEW);
        assertThat(cache.table.statements() - statements).isLessThanOrEqualTo(1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WAYS)
    @Tag("H1")
    @Tag("H3")
    @Tag("P1")
    void aLoadThatBeganUnderTheBlockIsRefusedAfterIt(Function<Harness, Optional<Row>> way) {
        Harness cache = versioned();
        cache.table.put(OLD);
        Transaction writer = cache.transaction().put(NEW).block();
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> early = Call.of(() -> way.apply(cache));
        read.awaitReached();
        writer.commit().settle();

        // Who comes after the commit has a load of its own, although the old one is still under way.
        assertThat(way.apply(cache)).contains(NEW);
        read.open();
        early.get();
        assertThat(way.apply(cache)).contains(NEW);
        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.email(Row.email(1))).contains(NEW);
        assertThat(cache.stats().refusedInstalls()).isPositive();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(WAYS)
    @Tag("H1")
    @Tag("H3")
    @Tag("P1")
    void aLoadThatBeganBeforeTheBlockIsRefusedUnderItAndAfterIt(Function<Harness, Optional<Row>> way) {
        Harness cache = versioned();
        cache.table.put(OLD);
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> early = Call.of(() -> way.apply(cache));
        read.awaitReached();
        Transaction writer = cache.transaction().put(NEW).block();
        read.open();
        assertThat(early.get()).contains(OLD);

        assertThat(cache.byId.isCached(1L)).isFalse();
        writer.commit().settle();
        assertThat(way.apply(cache)).contains(NEW);
        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.email(Row.email(1))).contains(NEW);
    }

    @ParameterizedTest(name = "keys known: {0}")
    @ValueSource(booleans = {true, false})
    @Tag("H1")
    @Tag("F32")
    void eachReadOfABlockedRowMakesItsOwnLoad(boolean keysKnown) {
        Harness cache = versioned();
        cache.table.put(OLD);
        Transaction writer = cache.transaction().put(NEW);
        (keysKnown ? writer : writer.keysUnknown()).block();
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> first = Call.of(() -> cache.email(Row.email(1)));
        read.awaitReached();
        writer.commit();

        // It would be given the old row if it joined, after the new one was to be had.
        assertThat(cache.email(Row.email(1))).contains(NEW);
        read.open();
        first.get();
        writer.settle();
    }

    @Test
    void onlyWhatIsWrittenIsBlocked() {
        Harness cache = versioned();
        Row other = Row.of(2).status(Status.GONE);
        cache.table.put(OLD, other);
        cache.byStatus.list(Status.GONE);
        cache.byStatus.list(Status.ACTIVE);
        Transaction writer = cache.transaction().put(OLD.status(Status.BLOCKED)).block();

        assertThat(cache.byId.isCached(2L)).isTrue();
        assertThat(cache.byStatus.isCached(Status.GONE)).isTrue();
        cache.byEmail.invalidate(Row.email(2));
        assertThat(cache.email(Row.email(2))).contains(other);
        assertThat(cache.byEmail.isCached(Row.email(2))).isTrue();
        writer.commit().settle();
    }

    @ParameterizedTest(name = "keys known: {0}")
    @ValueSource(booleans = {true, false})
    @Tag("H24")
    @Tag("F03")
    void theListThatARowLeavesAndTheOneThatItEntersAreNotKept(boolean keysKnown) {
        Harness cache = versioned();
        Row moved = OLD.status(Status.BLOCKED);
        cache.table.put(OLD, Row.of(2));
        cache.byStatus.listMany(List.of(Status.ACTIVE, Status.BLOCKED));
        cache.engine.listAll();
        Transaction writer = cache.transaction().put(moved);
        (keysKnown ? writer : writer.keysUnknown()).block();

        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(OLD, Row.of(2));
        assertThat(cache.byStatus.list(Status.BLOCKED)).isEmpty();
        assertThat(cache.engine.listAll()).containsExactly(OLD, Row.of(2));
        assertThat(cache.stats().lists()).isZero();
        writer.commit().settle();
        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(Row.of(2));
        assertThat(cache.byStatus.list(Status.BLOCKED)).containsExactly(moved);
        assertThat(cache.engine.listAll()).containsExactly(moved, Row.of(2));
        assertThat(cache.stats().lists()).isEqualTo(3);
    }

    @ParameterizedTest(name = "keys known: {0}")
    @ValueSource(booleans = {true, false})
    @Tag("H20")
    @Tag("F27")
    void aRememberedNoSuchRowEndsWithTheInsertAndIsNotRememberedAgainUnderTheBlock(boolean keysKnown) {
        Harness cache = versioned(options -> options.negativeTtl(Duration.ofMinutes(1)));
        cache.id(1);
        cache.email(Row.email(1));
        cache.byLogin.get(OLD.tenantLogin());
        Transaction writer = cache.transaction().put(OLD);
        (keysKnown ? writer : writer.keysUnknown()).block();
        assertThat(cache.id(1)).isEmpty();
        assertThat(cache.email(Row.email(1))).isEmpty();
        assertThat(cache.byLogin.get(OLD.tenantLogin())).isEmpty();
        writer.commit();

        assertThat(cache.email(Row.email(1))).contains(OLD);
        writer.settle();
        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.email(Row.email(1))).contains(OLD);
        assertThat(cache.byLogin.get(OLD.tenantLogin())).contains(OLD);
        assertThat(cache.stats().negativeHits()).isZero();
    }

    @ParameterizedTest(name = "cached: {0}")
    @ValueSource(booleans = {true, false})
    @Tag("H13")
    @Tag("H20")
    void aKeyThatChangedAnswersUnderItsNewValueOnly(boolean cached) {
        Harness cache = versioned(options -> options.negativeTtl(Duration.ofMinutes(1)));
        Row renamed = OLD.email("new@example.com");
        cache.table.put(OLD);
        cache.email("new@example.com");
        if (cached) {
            cache.id(1);
        }
        cache.transaction().put(renamed).run();

        assertThat(cache.email("new@example.com")).contains(renamed);
        assertThat(cache.email(Row.email(1))).isEmpty();
        assertThat(cache.byId.peek(1L)).contains(renamed);
        assertThat(cache.stats().negativeHits()).isZero();
    }

    @ParameterizedTest(name = "keys known: {0}")
    @ValueSource(booleans = {true, false})
    @Tag("H14")
    @Tag("H27")
    void twoRowsThatSwapAUniqueKeyAreNeverMixedUp(boolean keysKnown) {
        Harness cache = versioned();
        Row two = Row.of(2);
        cache.table.put(OLD, two);
        cache.id(1);
        cache.id(2);
        Transaction writer = cache.transaction().put(OLD.email(two.email()), two.email(OLD.email()));
        (keysKnown ? writer : writer.keysUnknown()).block();
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> early = Call.of(() -> cache.email(Row.email(1)));
        read.awaitReached();
        writer.commit();
        assertThat(cache.email(Row.email(1)).map(Row::id)).contains(2L);
        writer.settle();
        read.open();
        early.get();

        assertThat(cache.email(Row.email(1)).map(Row::id)).contains(2L);
        assertThat(cache.email(Row.email(2)).map(Row::id)).contains(1L);
        assertThat(cache.byId.peek(1L).map(Row::email)).contains(Row.email(2));
    }

    @Test
    @Tag("H14")
    void aRowThatTakesTheKeyOfADeletedOneIsFoundByIt() {
        Harness cache = versioned();
        Row heir = Row.of(2).email(OLD.email());
        cache.table.put(OLD, Row.of(2));
        cache.id(1);
        cache.id(2);
        cache.transaction().delete(1).put(heir).run();

        assertThat(cache.email(Row.email(1))).contains(heir);
        assertThat(cache.id(1)).isEmpty();
        assertThat(cache.email(Row.email(2))).isEmpty();
    }

    @Test
    @Tag("H5")
    void twoWritersWhoSettleInTheWrongOrderLeaveTheLastCommit() {
        Harness cache = versioned();
        cache.table.put(OLD);
        Transaction first = cache.transaction().put(NEW).block().commit();
        Row last = NEW.payload("last");
        Transaction second = cache.transaction().put(last).block().commit();
        second.settle();

        // The first writer has yet to say that it committed, and nobody knows in which order they did.
        assertThat(cache.id(1)).contains(last);
        assertThat(cache.byId.isCached(1L)).isFalse();
        first.settle();
        assertThat(cache.id(1)).contains(last);
        assertThat(cache.byId.isCached(1L)).isTrue();
    }

    @ParameterizedTest(name = "keys known: {0}")
    @ValueSource(booleans = {true, false})
    @Tag("H4")
    @Tag("H24")
    void twoEqualBlocksOfOneRowBlockUntilBothHaveEnded(boolean keysKnown) {
        Harness cache = versioned();
        cache.table.put(OLD);
        List<Transaction> writers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Transaction writer = cache.transaction().put(NEW);
            writers.add((keysKnown ? writer : writer.keysUnknown()).block());
        }
        writers.get(0).settle(Outcome.ROLLED_BACK);
        cache.id(1);
        cache.byStatus.list(Status.ACTIVE);
        assertThat(cache.byId.isCached(1L)).isFalse();
        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isFalse();
        // The second call of the one that has ended does not end the other.
        writers.get(0).settle(Outcome.COMMITTED);
        cache.id(1);
        assertThat(cache.byId.isCached(1L)).isFalse();

        writers.get(1).commit().settle();
        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(NEW);
        assertThat(cache.byId.isCached(1L)).isTrue();
    }

    @Test
    @Tag("H6")
    @Tag("P2")
    void aRollbackLeavesNoTrace() {
        Harness cache = versioned(options -> options.negativeTtl(Duration.ofMinutes(1)));
        cache.table.put(OLD);
        cache.id(1);
        Transaction writer = cache.transaction()
                .put(OLD.email("never@example.com"))
                .put(Row.of(2))
                .block();
        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.email("never@example.com")).isEmpty();
        assertThat(cache.id(2)).isEmpty();
        writer.settle(Outcome.ROLLED_BACK);

        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.byId.isCached(1L)).isTrue();
        assertThat(cache.email(Row.email(1))).contains(OLD);
        assertThat(cache.email("never@example.com")).isEmpty();
        assertThat(cache.id(2)).isEmpty();
        int statements = cache.table.statements();
        assertThat(cache.email("never@example.com")).isEmpty();
        assertThat(cache.id(2)).isEmpty();
        assertThat(cache.table.statements()).isEqualTo(statements);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    @Tag("H6")
    @Tag("H15")
    void aBlockOfEverythingKeepsNothingUntilItEnds(Outcome outcome) {
        Harness cache = versioned(options -> options.negativeTtl(Duration.ofMinutes(1)));
        cache.table.put(OLD, Row.of(2));
        cache.id(1);
        cache.byStatus.list(Status.ACTIVE);
        cache.id(7);
        PendingWrites pending = cache.sink().blockAll();
        assertThat(cache.engine.size()).isZero();
        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.id(7)).isEmpty();
        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(OLD, Row.of(2));
        cache.table.put(NEW, Row.of(7));
        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.id(7)).contains(Row.of(7));
        assertThat(cache.engine.size()).isZero();
        assertThat(cache.stats().lists()).isZero();
        pending.settle(outcome);

        assertThat(cache.id(7)).contains(Row.of(7));
        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(NEW, Row.of(2), Row.of(7));
        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.engine.size()).isEqualTo(3);
        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isTrue();
    }

    @Test
    @Tag("H15")
    void aLoadThatBeganUnderABlockOfEverythingIsNeitherKeptNorJoined() {
        Harness cache = versioned();
        cache.table.put(OLD);
        PendingWrites pending = cache.sink().blockAll();
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> early = Call.of(() -> cache.email(Row.email(1)));
        read.awaitReached();
        cache.table.put(NEW);
        pending.settle(Outcome.COMMITTED);
        assertThat(cache.email(Row.email(1))).contains(NEW);
        read.open();
        early.get();

        assertThat(cache.id(1)).contains(NEW);
    }

    @Test
    @Tag("F48")
    void aBypassedCacheStillHearsOfWrites() {
        Harness cache = versioned();
        cache.table.put(OLD);
        cache.engine.bypass(true);
        Transaction writer = cache.transaction().put(NEW).block();
        cache.engine.bypass(false);
        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.byId.isCached(1L)).isFalse();
        writer.commit().settle();

        assertThat(cache.id(1)).contains(NEW);
    }
}
