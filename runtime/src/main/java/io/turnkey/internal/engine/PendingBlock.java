package io.turnkey.internal.engine;

import io.turnkey.CacheEvent.Cleared;
import io.turnkey.internal.store.Change;
import io.turnkey.spi.PendingWrites;
import io.turnkey.spi.Write;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One block, from before the commit until its outcome is known or its deadline has passed. */
final class PendingBlock<S, ID> implements PendingWrites {
    /** Longer than a commit takes. A transaction that is abandoned in between blocks its rows for as long as this. */
    private static final long DEADLINE_SECONDS = 60;

    private enum State {
        BLOCKED,
        EXPIRED,
        SETTLED
    }

    private final WriteBarrier<S, ID> barrier;
    private final Change<ID> change;
    private final List<Write<ID>> writes;
    private final AtomicReference<State> state = new AtomicReference<>(State.BLOCKED);
    private volatile @Nullable Future<?> deadline;

    /** The block of {@code change}, which is what is known of {@code writes}. */
    PendingBlock(WriteBarrier<S, ID> barrier, Change<ID> change, List<Write<ID>> writes) {
        this.barrier = barrier;
        this.change = change;
        this.writes = writes;
    }

    Change<ID> change() {
        return change;
    }

    /** Sets the deadline. */
    void endIn(@Nullable ScheduledExecutorService timers) {
        if (timers != null) {
            try {
                deadline = timers.schedule(this::expire, DEADLINE_SECONDS, TimeUnit.SECONDS);
            } catch (RejectedExecutionException e) {
                // The cache is closed: nothing comes in any more, block or not.
            }
        }
    }

    /** Nobody said what became of it, and nobody may ever. */
    private void expire() {
        if (state.compareAndSet(State.BLOCKED, State.EXPIRED)) {
            end(Outcome.UNKNOWN, false);
        }
    }

    /** It could not be blocked; settling it drops what it touched. */
    void abandon() {
        state.set(State.EXPIRED);
        barrier.parts().changes().unblock(change);
    }

    @Override
    public void settle(Outcome outcome) {
        State before = state.getAndSet(State.SETTLED);
        Future<?> timer = deadline;
        if (timer != null) {
            timer.cancel(false);
        }
        boolean late = before == State.EXPIRED;
        if (before == State.BLOCKED || (late && outcome != Outcome.ROLLED_BACK)) {
            end(outcome, late);
        }
    }

    private void end(Outcome outcome, boolean late) {
        if (outcome != Outcome.ROLLED_BACK) {
            tell();
        }
        try {
            barrier.parts().changes().unblock(change);
            if (late) {
                // What came in since the deadline may be what was there before the commit.
                barrier.parts().changes().apply(change);
            }
            if (outcome != Outcome.ROLLED_BACK) {
                report(outcome == Outcome.COMMITTED);
            }
            barrier.reload(change);
        } catch (Throwable e) {
            barrier.failed(e);
        }
    }

    /** While it is blocked: the first load that is kept must not find in the second level what was before. */
    private void tell() {
        try {
            barrier.parts().changes().tell(change);
        } catch (Throwable e) {
            barrier.failed(e);
        }
    }

    private void report(boolean committed) {
        EngineParts<S, ID> parts = barrier.parts();
        if (change.ids() == null) {
            parts.events().publish(new Cleared(barrier.model().name()));
        }
        writes.forEach(write -> parts.rowEvents().written(write, committed));
    }
}
