package io.turnkey.internal.time;

import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Milliseconds on a scale of its own. */
public final class CoarseClock implements AutoCloseable {
    private final @Nullable InstantSource source;
    private @Nullable ScheduledFuture<?> ticks;
    private volatile long millis;

    private CoarseClock(@Nullable InstantSource source) {
        this.source = source;
    }

    /** A clock that {@code timers} keeps going. */
    public static CoarseClock ticking(ScheduledExecutorService timers) {
        CoarseClock clock = new CoarseClock(null);
        clock.tick();
        clock.ticks = timers.scheduleAtFixedRate(clock::tick, 5, 5, TimeUnit.MILLISECONDS);
        return clock;
    }

    /** A clock that asks {@code source}. */
    public static CoarseClock of(InstantSource source) {
        return new CoarseClock(source);
    }

    /** Now. */
    public long millis() {
        return source == null ? millis : source.millis();
    }

    private void tick() {
        millis = System.nanoTime() / 1_000_000;
    }

    @Override
    public void close() {
        if (ticks != null) {
            ticks.cancel(false);
        }
    }
}
