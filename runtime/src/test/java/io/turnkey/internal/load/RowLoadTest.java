package io.turnkey.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheEvent.EvictionCause;
import io.turnkey.CacheOptions;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.event.SquashedLog;
import io.turnkey.internal.load.RowLoad.Wanted;
import io.turnkey.internal.stats.Counters;
import io.turnkey.internal.stats.FailureStreak;
import io.turnkey.internal.store.Coverage;
import io.turnkey.internal.store.Lifetime;
import io.turnkey.internal.store.Negatives;
import io.turnkey.internal.store.Store;
import io.turnkey.internal.store.StoreListener;
import io.turnkey.internal.store.Tickets;
import io.turnkey.internal.time.CoarseClock;
import io.turnkey.testing.engine.ManualClock;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.RowModel;
import io.turnkey.testing.engine.Table;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A load that is put together on one thread while others join its flights already. */
@Tag("F28")
class RowLoadTest {
    private final ManualClock clock = new ManualClock();
    private final CoarseClock coarse = CoarseClock.of(clock);
    private final CacheOptions options = CacheOptions.builder().build();
    private final RowModel model = new RowModel(true, row -> {});
    private final Table table = new Table();
    private final Tickets<Row, Long> tickets = new Tickets<>(model.model, coarse);
    private final Lifetime lifetime = new Lifetime(options, coarse, null);
    private final Store<Row, Long> store = new Store<>(
            model.model, options, tickets, lifetime, new Coverage<>(false, true, 1, lifetime), new Nobody(), false);
    private final Counters counters = new Counters();
    private final Loads loads = new Loads(
            "Row",
            new LoadExecutor(1, Runnable::run, Thread::new),
            Duration.ofSeconds(5),
            counters,
            new FailureStreak(() -> 0),
            new EventBus(Runnable::run, new SquashedLog(clock)));
    private final RowLoader<Row, Long> rows = new RowLoader<>(
            table,
            SharedRows.none(),
            store,
            tickets,
            new Negatives(1, lifetime),
            loads,
            new Mismatches("Row", counters, SquashedLog.silent()));
    private final UniqueKey<Row, Long> byId = new UniqueKey<>(model.id, 0, store.entries());

    @Test
    void whoGivesUpBeforeItIsHandedOverLeavesItToTheThreadThatPutsItTogether() {
        table.put(Row.of(1), Row.of(2));
        RowLoad<Row, Long, Long> load = new RowLoad<>(rows, loads, byId, Set.of(1L, 2L), Wanted.ROW);
        Flight<Row, Optional<Row>> hurried = load.join(1L);
        loads.giveUp(hurried);
        Flight<Row, Optional<Row>> patient = load.join(2L);
        loads.execute(load);

        assertThat(hurried).isCompletedExceptionally();
        assertThat(patient).isCompletedWithValue(Optional.of(Row.of(2)));
        assertThat(store.size()).as("rows of a load that was given up").isZero();
        assertThat(rows.flights()).isZero();
        assertThat(tickets.asked()).as("of open tickets").isEmpty();
    }

    @Test
    void whatEverybodyGaveUpIsNotRead() {
        table.put(Row.of(1));
        RowLoad<Row, Long, Long> load = new RowLoad<>(rows, loads, byId, Set.of(1L), Wanted.ROW);
        loads.giveUp(load.join(1L));
        loads.execute(load);

        assertThat(table.statements()).isZero();
        assertThat(rows.flights()).isZero();
        assertThat(tickets.asked()).as("of open tickets").isEmpty();
    }

    private static final class Nobody implements StoreListener<Row, Long> {
        @Override
        public void installed(Long id, Row snapshot, @Nullable Row replaced) {}

        @Override
        public void evicted(Long id, EvictionCause cause) {}

        @Override
        public void refused() {}
    }
}
