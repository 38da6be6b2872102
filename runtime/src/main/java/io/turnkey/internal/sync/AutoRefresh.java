package io.turnkey.internal.sync;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Asks for a sync of one model now and then. */
public final class AutoRefresh implements AutoCloseable {
    private final Duration interval;
    private final BooleanSupplier wanted;
    private final Runnable request;
    private final @Nullable ScheduledExecutorService timers;
    private @Nullable ScheduledFuture<?> timer;
    private boolean closed;

    /**
     * Stopped.
     *
     * @param interval how often; zero for never
     * @param wanted asked each time whether to sync
     * @param request asks for a sync and returns at once; must not ask for a second one while one is under way
     */
    public AutoRefresh(
            Duration interval, BooleanSupplier wanted, Runnable request, @Nullable ScheduledExecutorService timers) {
        this.interval = interval;
        this.wanted = wanted;
        this.request = request;
        this.timers = timers;
    }

    /** Starts the timer, unless it is running. */
    public synchronized void start() {
        if (timers != null && !interval.isZero() && timer == null && !closed) {
            long nanos = TimeUnit.NANOSECONDS.convert(interval);
            // So that caches, and nodes, that were started together do not ask the database together; nor at once for
            // what they have just loaded.
            long first = ThreadLocalRandom.current().nextLong(nanos / 10, nanos);
            timer = timers.scheduleWithFixedDelay(this::tick, first, nanos, TimeUnit.NANOSECONDS);
        }
    }

    private void tick() {
        try {
            if (wanted.getAsBoolean()) {
                request.run();
            }
        } catch (IllegalStateException e) {
            // The cache was closed just now.
            close();
        }
    }

    /** How often it asks; zero if it does not. */
    public Duration pace() {
        boolean ticking;
        synchronized (this) {
            ticking = timer != null;
        }
        return ticking && wanted.getAsBoolean() ? interval : Duration.ZERO;
    }

    /** Stops the timer; a sync under way goes on. */
    public synchronized void stop() {
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
