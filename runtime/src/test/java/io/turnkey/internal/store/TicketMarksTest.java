package io.turnkey.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.internal.time.CoarseClock;
import io.turnkey.testing.engine.ManualClock;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.RowModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a ticket saw is allocated by whoever marks it first: two who do so at once must both be seen. */
@Tag("H1")
class TicketMarksTest {
    private final RowModel model = new RowModel(true, row -> {});
    private final Tickets<Row, Long> tickets = new Tickets<>(model.model, CoarseClock.of(new ManualClock()));

    @Test
    void whatTwoWritesMarkAtTheSameMomentIsKeptOfBoth() {
        int rounds = 3_000;
        CyclicBarrier together = new CyclicBarrier(2);
        Thread other = new Thread(() -> {
            for (int round = 0; round < rounds; round++) {
                await(together);
                tickets.observe(Change.unknown(List.of(2L)));
                await(together);
            }
        });
        other.setDaemon(true);
        other.start();
        int lost = 0;
        for (int round = 0; round < rounds; round++) {
            List<Ticket<Row, Long>> open = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                open.add(tickets.open(model.id, List.of(1L, 2L)));
            }
            await(together);
            tickets.observe(Change.unknown(List.of(1L)));
            await(together);
            for (Ticket<Row, Long> ticket : open) {
                boolean keeps = ticket.admits(1L) || ticket.admits(2L) || ticket.answers(1L) || ticket.answers(2L);
                lost += keeps ? 1 : 0;
                ticket.close();
            }
        }

        assertThat(lost)
                .as("loads that may keep a row which was written meanwhile")
                .isZero();
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }
}
