package io.turnkey.internal.engine;

import static io.turnkey.internal.engine.Transaction.writeOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import io.turnkey.internal.store.Change;
import io.turnkey.internal.store.Ticket;
import io.turnkey.spi.PendingWrites;
import io.turnkey.spi.PendingWrites.Outcome;
import io.turnkey.spi.Write.Kind;
import io.turnkey.spi.WriteSink;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Table.Moment;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A model that is kept whole reads again what was written, and is whole once it has. */
@Tag("F44")
class WrittenRowsAreReadAgainTest extends EngineTest {
    private static final Row OLD = Row.of(1);
    private static final Row NEW = OLD.payload("new");

    @ParameterizedTest
    @EnumSource(Outcome.class)
    @Tag("F29")
    void aModelKeptWholeReadsWrittenRowsAgainWhateverBecameOfThem(Outcome outcome) {
        Harness cache = versioned(options -> options.load(LoadMode.FULL));
        RecordedReloads reloads = new RecordedReloads();
        WriteSink<Long> sink = new WriteBarrier<>(cache.engine.parts(), null, reloads);
        PendingWrites rows =
                sink.block(List.of(writeOf(1, Kind.UPDATE), writeOf(2, Kind.DELETE), writeOf(3, Kind.NONE)));
        PendingWrites all = sink.blockAll();
        assertThat(reloads.asked).isEmpty();
        rows.settle(outcome);
        all.settle(outcome);

        assertThat(reloads.asked).containsExactly(Set.of(1L, 2L, 3L), "everything");
    }

    @Test
    @Tag("F29")
    void aLazyModelAndABypassedOneReadNothingInTheBackground() {
        Harness lazy = versioned(options -> options.load(LoadMode.LAZY));
        Harness bypassed = versioned(options -> options.load(LoadMode.FULL));
        bypassed.engine.bypass(true);
        for (Harness cache : List.of(lazy, bypassed)) {
            RecordedReloads reloads = new RecordedReloads();
            WriteSink<Long> sink = new WriteBarrier<>(cache.engine.parts(), null, reloads);
            sink.block(List.of(writeOf(1, Kind.UPDATE))).settle(Outcome.COMMITTED);
            sink.blockAll().settle(Outcome.COMMITTED);
            sink.failed(new IllegalStateException("lost a write"));

            assertThat(reloads.asked).isEmpty();
        }
    }

    @Test
    @Tag("F29")
    @Tag("F33")
    void aModelKeptWholeIsWholeAgainOnceTheWrittenRowsAreRead() {
        Harness cache = add(Harness.on(Runnable::run, true, options -> options.load(LoadMode.FULL)));
        cache.table.put(OLD, Row.of(2), Row.of(3));
        cache.engine.start();
        Transaction writer = cache.transaction().put(NEW, Row.of(4)).delete(2).block();
        assertThat(cache.engine.parts().coverage().isWhole()).isFalse();
        writer.commit().settle();

        assertThat(cache.engine.parts().coverage().isWhole()).isTrue();
        int statements = cache.table.statements();
        assertThat(cache.engine.listAll()).containsExactlyInAnyOrder(NEW, Row.of(3), Row.of(4));
        assertThat(cache.table.statements()).isEqualTo(statements);
    }

    @ParameterizedTest(name = "sync ends before the commit: {0}")
    @ValueSource(booleans = {true, false})
    @Tag("F33")
    @Tag("H11")
    @Tag("P1")
    void aSyncThatReadBeforeTheCommitOfANewRowIsNotTakenForTheWholeTable(boolean endsBefore) {
        Harness cache = versioned(options -> options.load(LoadMode.FULL));
        cache.table.put(OLD);
        cache.engine.start();
        Transaction writer = cache.transaction().put(Row.of(2)).block();
        // What was known to be lost is forgotten: everything is.
        cache.engine.clear();
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> sync = Call.of(() -> cache.engine.sync(SyncMode.FULL));
        read.awaitReached();
        if (endsBefore) {
            read.open();
            sync.get();
            assertThat(cache.engine.parts().coverage().isWhole()).isFalse();
        }
        writer.commit();
        if (!endsBefore) {
            read.open();
            sync.get();
        }
        assertThat(cache.engine.parts().coverage().isWhole()).isFalse();
        assertThat(cache.engine.listAll()).containsExactlyInAnyOrder(OLD, Row.of(2));
        writer.settle();
        assertThat(cache.engine.listAll()).containsExactlyInAnyOrder(OLD, Row.of(2));
        cache.awaitReloads();
    }

    /** A sync that read the table before {@code meanwhile}, and offers what it read after it. */
    private static boolean isWholeAfterSync(Harness cache, Runnable meanwhile) {
        EngineParts<Row, Long> parts = cache.engine.parts();
        long begun = parts.coverage().begin();
        try (Ticket<Row, Long> ticket = parts.tickets().openForAll()) {
            List<Row> read = cache.table.rows();
            meanwhile.run();
            read.forEach(row -> parts.store().install(ticket, row));
            parts.coverage().complete(ticket, begun);
        }
        return parts.coverage().isWhole();
    }

    @Test
    @Tag("F33")
    @Tag("H11")
    @Tag("P1")
    void aSyncThatReadBeforeACommitWhichWasSettledMeanwhileIsNotTakenForTheWholeTable() {
        Harness cache = versioned(options -> options.load(LoadMode.FULL));
        cache.table.put(OLD);
        Transaction writer = cache.transaction().put(Row.of(2)).block();
        // What was known to be lost is forgotten: everything is.
        cache.engine.clear();

        assertThat(isWholeAfterSync(cache, () -> writer.commit().settle())).isFalse();
        cache.id(2);
        assertThat(cache.engine.parts().coverage().isWhole()).isTrue();
        assertThat(cache.engine.listAll()).containsExactlyInAnyOrder(OLD, Row.of(2));
    }

    @Test
    @Tag("F33")
    @Tag("H11")
    void aSyncWhoseRowWasRefusedInTheMiddleOfAChangeIsNotTakenForTheWholeTable() {
        Harness cache = versioned(options -> options.load(LoadMode.FULL));
        cache.table.put(OLD);

        // The change has marked the tickets, and has not removed the row yet.
        assertThat(isWholeAfterSync(cache, () -> cache.engine.parts().tickets().observe(Change.unknown(List.of(1L)))))
                .isFalse();
        cache.id(1);
        assertThat(cache.engine.parts().coverage().isWhole()).isTrue();
    }

    @Test
    @Tag("F29")
    @Tag("H15")
    void aModelKeptWholeIsReadAgainAfterABlockOfEverything() {
        Harness cache = add(Harness.on(Runnable::run, true, options -> options.load(LoadMode.FULL)));
        cache.table.put(OLD, Row.of(2));
        cache.engine.start();
        PendingWrites pending = cache.sink().blockAll();
        cache.table.put(NEW);
        pending.settle(Outcome.COMMITTED);

        assertThat(cache.engine.parts().coverage().isWhole()).isTrue();
        assertThat(cache.byId.peek(1L)).contains(NEW);
    }

    @Test
    @Tag("F29")
    @Tag("F47")
    void whatACallerInvalidatesIsNotReadInTheBackground() {
        Harness cache = add(Harness.on(Runnable::run, true, options -> options.load(LoadMode.FULL)));
        cache.table.put(OLD, Row.of(2));
        cache.engine.start();
        int statements = cache.table.statements();
        cache.byId.invalidate(1L);
        cache.engine.invalidateMany(List.of(2L));
        cache.engine.clear();

        assertThat(cache.table.statements()).isEqualTo(statements);
        assertThat(cache.engine.size()).isZero();
    }

    @Test
    @Tag("F29")
    void writesToACacheThatWasNeverStartedReadNothingInTheBackground() {
        Harness cache = add(Harness.on(Runnable::run, true, options -> options.load(LoadMode.FULL)));
        cache.table.put(OLD);
        cache.transaction().put(NEW).run();
        cache.sink().blockAll().settle(Outcome.COMMITTED);

        assertThat(cache.table.statements()).isZero();
        assertThat(cache.id(1)).contains(NEW);
    }
}
