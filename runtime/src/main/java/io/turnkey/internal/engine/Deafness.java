package io.turnkey.internal.engine;

import io.turnkey.CacheEvent.Cleared;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.internal.store.Change;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that nothing is served for longer than {@code disconnectedTtl} while the writes of others are not heard. What comes in meanwhile has a short life of its own; what was there before falls when the time is over. A
 * model that is kept whole and does not read through would answer "no such row" from then on without asking anybody: its table is read again, twice in that time, so that nothing has to fall; unless a read does not end in time.
 */
final class Deafness<S, ID> implements AutoCloseable {
    private final EngineParts<S, ID> parts;
    private final Duration disconnectedTtl;
    private final @Nullable ScheduledExecutorService timers;
    private final Consumer<Change<ID>> reload;

    // Guarded by this.
    private @Nullable Future<?> timer;
    private boolean closed;
    private boolean fallen;

    /** How many halves of the time have passed. */
    private int halves;

    /** When the last one had. */
    private long half;

    /** How many syncs there had been when it began. */
    private long syncs;

    Deafness(
            EngineParts<S, ID> parts,
            Duration disconnectedTtl,
            @Nullable ScheduledExecutorService timers,
            Consumer<Change<ID>> reload) {
        this.parts = parts;
        this.disconnectedTtl = disconnectedTtl;
        this.timers = timers;
        this.reload = reload;
    }

    /** The others are not heard from now on. */
    void begin() {
        if (!start()) {
            fall();
        }
    }

    /** Starts the timer; answers {@code false} if there is none. */
    private synchronized boolean start() {
        if (timer != null || closed) {
            return true;
        }
        parts.lifetime().hears(false);
        fallen = false;
        halves = 0;
        syncs = parts.synchronizer().count();
        if (timers == null) {
            return false;
        }
        long nanos = Math.max(1, TimeUnit.NANOSECONDS.convert(disconnectedTtl) / 2);
        try {
            timer = timers.scheduleAtFixedRate(this::tick, nanos, nanos, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The cache is being closed, which empties it.
            timer = null;
        }
        return true;
    }

    /** They are heard again, and what was missed has been told. */
    void end() {
        boolean synced;
        synchronized (this) {
            stop();
            parts.lifetime().hears(true);
            synced = parts.synchronizer().count() != syncs;
        }
        // What a sync brought in meanwhile has a short life. The few rows that were written are being read again
        // already.
        if (synced || parts.coverage().lost() == null) {
            reload.accept(Change.everything());
        }
    }

    private void tick() {
        try {
            boolean memoryOnly =
                    parts.coverage().isKeptWhole() && !parts.options().readThrough();
            if (isOver(memoryOnly)) {
                fall();
            }
            if (memoryOnly) {
                reload.accept(Change.everything());
            }
        } catch (RuntimeException e) {
            // Thrown, it would end the timer without a word.
            parts.events().publish(new Failed(parts.model().name(), "redis", e));
        }
    }

    /** Half of the time has passed: whether something in memory has not been compared with the source for all of it. */
    private synchronized boolean isOver(boolean memoryOnly) {
        if (timer == null) {
            return false;
        }
        boolean confirmed = memoryOnly && parts.synchronizer().hasComparedSince(half);
        half = parts.clock().millis();
        halves++;
        if (halves == 1 || confirmed) {
            return false;
        }
        if (fallen) {
            // What came in since lives for a short time; that a table is whole, and so lacks a row, may not.
            parts.coverage().lostAll();
            return false;
        }
        fallen = true;
        return true;
    }

    private void fall() {
        parts.changes().lost();
        parts.events().publish(new Cleared(parts.model().name()));
    }

    private void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }
}
