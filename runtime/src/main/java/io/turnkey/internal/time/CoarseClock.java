package io.turnkey.internal.time;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Milliseconds on a scale of its own. A timer writes them every few milliseconds, so that a reader pays for a field and not for a call to the operating
 * system; a clock that the application gave is asked each time, so that a test's clock is followed at once.
 */
public final class CoarseClock implements AutoCloseable {
    private static final long TICK_MILLIS = 5;
    private static final VarHandle MILLIS;

    static {
        try {
            MILLIS = MethodHandles.lookup().findVarHandle(CoarseClock.class, "millis", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final @Nullable InstantSource source;
    private @Nullable ScheduledFuture<?> ticks;

    @SuppressWarnings("unused") // written and read through MILLIS
    private long millis;

    private CoarseClock(@Nullable InstantSource source) {
        this.source = source;
    }

    /** A clock that {@code timers} keeps going. */
    public static CoarseClock ticking(ScheduledExecutorService timers) {
        CoarseClock clock = new CoarseClock(null);
        clock.tick();
        clock.ticks = timers.scheduleAtFixedRate(clock::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        return clock;
    }

    /** A clock that asks {@code source}. */
    public static CoarseClock of(InstantSource source) {
        return new CoarseClock(source);
    }

    /** Now, a few milliseconds late at most. */
    public long millis() {
        InstantSource asked = source;
        return asked == null ? (long) MILLIS.getOpaque(this) : asked.millis();
    }

    /** The time of day, which {@link #millis} need not tell. */
    public Instant instant() {
        InstantSource asked = source;
        return asked == null ? Instant.now() : asked.instant();
    }

    private void tick() {
        MILLIS.setOpaque(this, System.nanoTime() / 1_000_000);
    }

    @Override
    public void close() {
        if (ticks != null) {
            ticks.cancel(false);
        }
    }
}
