package io.turnkey.internal.load;

import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.event.SquashedLog;
import io.turnkey.internal.stats.Counters;
import io.turnkey.internal.stats.FailureStreak;
import io.turnkey.internal.store.Ticket;
import io.turnkey.testing.engine.ManualClock;
import io.turnkey.testing.engine.Row;
import java.time.Duration;

/** A load of one row by its id that never runs. */
final class ALoad extends Load<Row, Long> {
    ALoad(LoadExecutor executor, Duration timeout, Ticket<Row, Long> ticket) {
        super(loads(executor, timeout), "getById", ticket);
    }

    private static Loads loads(LoadExecutor executor, Duration timeout) {
        return new Loads(
                "Row",
                executor,
                timeout,
                new Counters(),
                new FailureStreak(() -> 0),
                new EventBus(Runnable::run, new SquashedLog(new ManualClock())));
    }

    @Override
    void load() {}

    @Override
    void fail(RuntimeException failure) {}
}
