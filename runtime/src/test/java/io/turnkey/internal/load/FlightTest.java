package io.turnkey.internal.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheLoadException;
import io.turnkey.internal.store.Question;
import io.turnkey.internal.store.Ticket;
import io.turnkey.internal.store.Tickets;
import io.turnkey.internal.time.CoarseClock;
import io.turnkey.testing.engine.ManualClock;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.RowModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A caller who gives up while the load reads again: whichever comes first, nothing of it may be kept. */
@Tag("F28")
@Tag("H23")
class FlightTest {
    private static final CacheLoadException GIVEN_UP = new CacheLoadException("given up");

    private final RowModel model = new RowModel(true, row -> {});
    private final Tickets<Row, Long> tickets = new Tickets<>(model.model, CoarseClock.of(new ManualClock()));
    private final LoadExecutor executor = new LoadExecutor(1, Runnable::run, Thread::new);

    @AfterEach
    void close() {
        executor.close();
    }

    private Ticket<Row, Long> ticket() {
        return tickets.open(model.id, List.of(1L));
    }

    private Flight<Row, Optional<Row>> flight(Ticket<Row, Long> ticket) {
        return new Flight<>(new Question(0, 1L), new ALoad(executor, Duration.ofSeconds(1), ticket));
    }

    @Test
    void whoGivesUpTakesBackTheTicketThatTheLoadHasNow() {
        Ticket<Row, Long> again = ticket();
        Flight<Row, Optional<Row>> flight = flight(ticket());
        flight.retry(again);

        assertThat(again.admits(1L)).isTrue();
        assertThat(flight.fail(GIVEN_UP)).isTrue();
        assertThat(again.admits(1L)).isFalse();
    }

    @Test
    void aLoadThatReadsAgainForNobodyMayKeepNothing() {
        Ticket<Row, Long> again = ticket();
        Flight<Row, Optional<Row>> flight = flight(ticket());
        flight.fail(GIVEN_UP);
        flight.retry(again);

        assertThat(again.admits(1L)).isFalse();
    }

    @Test
    void atTheSameMomentOneOfThemSeesTheOther() {
        int rounds = 20_000;
        CyclicBarrier together = new CyclicBarrier(2);
        Flight<?, ?>[] flight = new Flight<?, ?>[1];
        Thread caller = new Thread(() -> {
            for (int round = 0; round < rounds; round++) {
                await(together);
                linger();
                flight[0].fail(GIVEN_UP);
                await(together);
            }
        });
        caller.setDaemon(true);
        caller.start();
        int kept = 0;
        for (int round = 0; round < rounds; round++) {
            Flight<Row, Optional<Row>> mine = flight(ticket());
            Ticket<Row, Long> again = ticket();
            flight[0] = mine;
            await(together);
            linger();
            mine.retry(again);
            await(together);
            kept += again.admits(1L) ? 1 : 0;
            again.close();
        }

        assertThat(kept)
                .as("loads that nobody waits for and that may keep rows")
                .isZero();
    }

    /** A different while each time, so that the two meet at every point of their ways. */
    private static void linger() {
        for (int i = ThreadLocalRandom.current().nextInt(100); i > 0; i--) {
            Thread.onSpinWait();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }
}
