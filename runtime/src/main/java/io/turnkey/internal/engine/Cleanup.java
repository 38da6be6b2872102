package io.turnkey.internal.engine;

import io.turnkey.CacheEvent.Failed;
import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Removes what may not be served any more, now and then. */
final class Cleanup implements AutoCloseable {
    private final EngineParts<?, ?> parts;
    private final @Nullable ScheduledExecutorService timers;
    private @Nullable ScheduledFuture<?> timer;
    private boolean closed;

    Cleanup(EngineParts<?, ?> parts, @Nullable ScheduledExecutorService timers) {
        this.parts = parts;
        this.timers = timers;
    }

    /** Starts the timer, unless it is running. */
    synchronized void start() {
        Duration interval = parts.options().cleanupInterval();
        if (timers != null && !interval.isZero() && timer == null && !closed) {
            long nanos = TimeUnit.NANOSECONDS.convert(interval);
            timer = timers.scheduleWithFixedDelay(this::run, nanos, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** Stops the timer. */
    synchronized void stop() {
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
    }

    /** Removes what may not be served any more, not even stale. */
    void run() {
        try {
            long now = parts.clock().millis();
            parts.store().expire(parts.lifetime().keepLimit());
            parts.negatives().expire(now);
            parts.lists().expire(now);
            parts.counters().hits.release();
        } catch (RuntimeException e) {
            // Thrown, it would end the timer without a word.
            parts.events().publish(new Failed(parts.model().name(), "cleanup", e));
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        stop();
    }
}
