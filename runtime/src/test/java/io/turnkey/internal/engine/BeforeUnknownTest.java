package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.internal.store.Change;
import io.turnkey.internal.store.Question;
import io.turnkey.internal.store.Ticket;
import io.turnkey.spi.PendingWrites.Outcome;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes of which nobody knows what the rows carried before: what may be wrong falls all the same, and nothing else does. */
@Tag("F44")
@Tag("H24")
class BeforeUnknownTest extends EngineTest {
    private static final Row ROW = Row.of(1);
    private static final Row BLOCKED = ROW.status(Status.BLOCKED);
    private static final Row GONE = Row.of(2).status(Status.GONE);

    private Harness withLists() {
        Harness cache = unversioned();
        cache.table.put(ROW, GONE);
        cache.byStatus.listMany(List.of(Status.ACTIVE, Status.BLOCKED, Status.GONE));
        return cache;
    }

    @Test
    @Tag("P1")
    void theListThatHoldsTheRowFallsWithTheOneThatItEntersAndNoOther() {
        Harness cache = withLists();
        Transaction writer =
                cache.transaction().put(BLOCKED).beforeUnknown().block().commit();

        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isFalse();
        assertThat(cache.byStatus.isCached(Status.BLOCKED)).isFalse();
        assertThat(cache.byStatus.isCached(Status.GONE)).isTrue();
        writer.settle();
        assertThat(cache.byStatus.list(Status.ACTIVE)).isEmpty();
        assertThat(cache.byStatus.list(Status.BLOCKED)).containsExactly(BLOCKED);
        assertThat(cache.byStatus.list(Status.GONE)).containsExactly(GONE);
    }

    @Test
    @Tag("P1")
    void theListsThatHoldADeletedRowFallAndNoOther() {
        Harness cache = withLists();
        cache.byTenant.list(ROW.tenant());
        cache.engine.listAll();
        cache.transaction().delete(1).beforeUnknown().run();

        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isFalse();
        assertThat(cache.byTenant.isCached(ROW.tenant())).isFalse();
        assertThat(cache.byStatus.isCached(Status.BLOCKED)).isTrue();
        assertThat(cache.byStatus.isCached(Status.GONE)).isTrue();
        assertThat(cache.engine.listAll()).containsExactly(GONE);
        assertThat(cache.byStatus.list(Status.ACTIVE)).isEmpty();
    }

    @ParameterizedTest(name = "begins under the block: {0}")
    @ValueSource(booleans = {true, false})
    @Tag("H1")
    @Tag("P1")
    void aListUnderWayThatHoldsTheRowIsNeitherKeptNorJoined(boolean underTheBlock) {
        Harness cache = unversioned();
        cache.table.put(ROW, GONE);
        Transaction writer = cache.transaction().put(BLOCKED).beforeUnknown();
        if (underTheBlock) {
            writer.block();
        }
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<List<Row>> early = Call.of(() -> cache.byStatus.list(Status.ACTIVE));
        read.awaitReached();
        if (!underTheBlock) {
            writer.block();
        }
        writer.commit().settle();

        assertThat(cache.byStatus.list(Status.ACTIVE)).isEmpty();
        read.open();
        assertThat(early.get()).containsExactly(ROW);
        assertThat(cache.stats().refusedInstalls()).isPositive();
        assertThat(cache.byStatus.list(Status.ACTIVE)).isEmpty();
    }

    @Test
    void aListUnderWayThatDoesNotHoldTheRowIsKept() {
        Harness cache = unversioned();
        cache.table.put(ROW, GONE);
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<List<Row>> early = Call.of(() -> cache.byStatus.list(Status.GONE));
        read.awaitReached();
        cache.transaction().put(BLOCKED).beforeUnknown().run();
        read.open();

        assertThat(early.get()).containsExactly(GONE);
        assertThat(cache.byStatus.isCached(Status.GONE)).isTrue();
    }

    @Test
    void aListUnderABlockThatDoesNotHoldTheRowIsKept() {
        Harness cache = unversioned();
        cache.table.put(ROW, GONE);
        Transaction writer = cache.transaction().put(BLOCKED).beforeUnknown().block();

        assertThat(cache.byStatus.list(Status.GONE)).containsExactly(GONE);
        assertThat(cache.byStatus.isCached(Status.GONE)).isTrue();
        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(ROW);
        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isFalse();
        writer.settle(Outcome.ROLLED_BACK);
    }

    @Test
    @Tag("F05")
    void aRowThatIsDisplacedByAnotherDoesNotKeepItsListOut() {
        Harness cache = unversioned(options -> options.maxSize(2));
        cache.table.put(ROW, Row.of(2), Row.of(3).status(Status.GONE));
        // It is used, so that the rows of the list take each other's place.
        for (int i = 0; i < 3; i++) {
            cache.id(3);
        }

        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(ROW, Row.of(2));
        assertThat(cache.byId.isCached(1L) && cache.byId.isCached(2L)).isFalse();
        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isTrue();
    }

    @Test
    @Tag("H20")
    @Tag("F27")
    void noSuchRowEndsForTheValuesThatTheRowHasNowAndNoOther() {
        Harness cache = unversioned(options -> options.negativeTtl(Duration.ofMinutes(1)));
        cache.table.put(ROW, GONE);
        cache.email("nobody@example.com");
        cache.email("new@example.com");
        Row renamed = ROW.email("new@example.com");
        cache.transaction().put(renamed).beforeUnknown().run();
        int statements = cache.table.statements();

        assertThat(cache.email("nobody@example.com")).isEmpty();
        assertThat(cache.table.statements()).isEqualTo(statements);
        assertThat(cache.email("new@example.com")).contains(renamed);
    }

    @ParameterizedTest(name = "begins under the block: {0}")
    @ValueSource(booleans = {true, false})
    @Tag("H1")
    @Tag("H13")
    @Tag("P1")
    void aLoadUnderWayByTheOldValueIsNeitherKeptNorJoined(boolean underTheBlock) {
        Harness cache = unversioned(options -> options.negativeTtl(Duration.ofMinutes(1)));
        cache.table.put(ROW);
        Row renamed = ROW.email("new@example.com");
        Transaction writer = cache.transaction().put(renamed).beforeUnknown();
        if (underTheBlock) {
            writer.block();
        }
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> early = Call.of(() -> cache.email(Row.email(1)));
        read.awaitReached();
        if (!underTheBlock) {
            writer.block();
        }
        writer.commit().settle();

        assertThat(cache.email(Row.email(1))).isEmpty();
        read.open();
        early.get();
        assertThat(cache.email(Row.email(1))).isEmpty();
        assertThat(cache.email("new@example.com")).contains(renamed);
        assertThat(cache.id(1)).contains(renamed);
    }

    @Test
    @Tag("F32")
    void onlyLoadsByKeyAreNotJoinedAnyMoreAndOnlyIfTheRowsMayHaveBeenThere() {
        Harness cache = unversioned();
        try (Ticket<Row, Long> list = cache.engine.parts().tickets().open(cache.model.status, List.of(Status.GONE));
                Ticket<Row, Long> row = cache.engine.parts().tickets().open(cache.model.model.id(), List.of(2L))) {
            cache.engine.parts().changes().apply(Change.known(List.of(1L), List.of(new Question(3, Status.ACTIVE))));
            assertThat(list.mayBeJoined(Status.GONE)).isTrue();

            cache.engine.parts().changes().apply(Change.after(List.of(1L), List.of(new Question(3, Status.ACTIVE))));
            assertThat(list.mayBeJoined(Status.GONE)).isFalse();
            assertThat(list.answers(Status.GONE)).isTrue();
            assertThat(row.mayBeJoined(2L)).isTrue();
        }
    }

    @Test
    @Tag("F32")
    void aNewRowOfAnotherValueEndsNoJoining() {
        Harness cache = unversioned();
        try (Ticket<Row, Long> list = cache.engine.parts().tickets().open(cache.model.status, List.of(Status.GONE))) {
            cache.transaction().put(ROW).beforeUnknown().run();
            assertThat(list.mayBeJoined(Status.GONE)).isTrue();

            cache.transaction().put(ROW.payload("new")).beforeUnknown().run();
            assertThat(list.mayBeJoined(Status.GONE)).isFalse();
        }
    }
}
