package io.turnkey.internal.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One logger per model, {@code io.turnkey.<model>}. The first failure of a kind is written at once, with its cause; those that repeat it within a minute are counted, and the count is
 * written with the next one or when the log is closed. A database that is down for an hour costs sixty lines, not millions.
 */
public final class SquashedLog implements AutoCloseable {
    private static final String PREFIX = "io.turnkey.";
    private static final long WINDOW_MILLIS = Duration.ofMinutes(1).toMillis();

    private final InstantSource clock;
    private final Function<String, Logger> loggers;
    private final ConcurrentMap<Kind, Window> windows = new ConcurrentHashMap<>();

    /** A log whose minutes follow {@code clock}. */
    public SquashedLog(InstantSource clock) {
        this(clock, LoggerFactory::getLogger);
    }

    /** A log that writes to loggers made elsewhere, by their names. */
    public SquashedLog(InstantSource clock, Function<String, Logger> loggers) {
        this.clock = clock;
        this.loggers = loggers;
    }

    /** Writes a line that is not squashed. */
    public void info(String model, String message) {
        logger(model).info(message);
    }

    /**
     * Writes a failure, or counts it.
     *
     * @param kind what failures have in common that are squashed to one line; one of a few, never made from ids or values
     */
    public void failure(String model, String kind, String message, @Nullable Throwable cause) {
        long now = clock.millis();
        Window window = windows.compute(
                new Kind(model, kind),
                (key, last) -> last != null && last.covers(now) ? last.squash() : Window.startingAt(now, last));
        if (window.squashed > 0) {
            return;
        }
        if (window.before > 0) {
            message += " (" + window.before + " more since " + Instant.ofEpochMilli(window.beforeSince) + ")";
        }
        logger(model).warn(message, cause);
    }

    /** Writes the counts that no later failure has written. */
    @Override
    public void close() {
        for (Kind kind : windows.keySet()) {
            Window last = windows.remove(kind);
            if (last != null && last.squashed > 0) {
                logger(kind.model)
                        .warn("{}: {} more since {}", kind.name, last.squashed, Instant.ofEpochMilli(last.since));
            }
        }
    }

    private Logger logger(String model) {
        return loggers.apply(PREFIX + model);
    }

    private record Kind(String model, String name) {}

    /** The minute that began with a failure that was written, and how many were not: in it, and in the one before. */
    private record Window(long since, int squashed, long beforeSince, int before) {
        static Window startingAt(long now, @Nullable Window last) {
            return last == null ? new Window(now, 0, now, 0) : new Window(now, 0, last.since, last.squashed);
        }

        boolean covers(long now) {
            return now >= since && now - since < WINDOW_MILLIS;
        }

        Window squash() {
            return new Window(since, squashed + 1, beforeSince, before);
        }
    }
}
