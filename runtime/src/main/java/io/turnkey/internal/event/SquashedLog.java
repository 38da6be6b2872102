package io.turnkey.internal.event;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLogger;

/**
 * One logger per model, {@code io.turnkey.<model>}. The first failure of a kind is written at once, with its cause; those that repeat it within a minute are counted, and the count is
 * written with the next one or when the log is closed. A database that is down for an hour costs sixty lines, not millions, and one more when it is back. A logger that throws harms nobody.
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

    /** A log that writes nothing. */
    public static SquashedLog silent() {
        return new SquashedLog(InstantSource.system(), name -> NOPLogger.NOP_LOGGER);
    }

    /** The logger of a model, or of a group. */
    public Logger logger(String model) {
        return loggers.apply(PREFIX + model);
    }

    /** Writes a line that is not squashed. */
    public void info(String model, String message, @Nullable Object... arguments) {
        write(model, logger -> logger.info(message, arguments));
    }

    /** Writes a warning that is not squashed, of what is said once. */
    public void warn(String model, String message, @Nullable Object... arguments) {
        write(model, logger -> logger.warn(message, arguments));
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
                (key, last) -> last != null && last.covers(now) ? last.squash(now) : Window.startingAt(now, last));
        if (window.squashed > 0) {
            return;
        }
        String more = window.before > 0
                ? " (" + window.before + " more since " + Instant.ofEpochMilli(window.beforeSince) + ")"
                : "";
        write(model, logger -> logger.warn(message + more, cause));
    }

    /** Whether anything failed so far: else nothing can work again. */
    public boolean knowsFailures() {
        return !windows.isEmpty();
    }

    /** What failed before works again: writes how often it failed, if a line told that it did. Costs next to nothing if it did not. */
    public void recovered(String model, String kind) {
        Kind key = new Kind(model, kind);
        Window last = windows.get(key);
        if (last != null && last.failures > 0 && windows.replace(key, last, last.recover()) && last.told) {
            write(
                    model,
                    logger -> logger.info(
                            "{} works again after {} since {}",
                            kind,
                            last.failures == 1 ? "1 failure" : last.failures + " failures",
                            Instant.ofEpochMilli(last.failingSince)));
        }
    }

    /** Writes the counts that no later failure has written. */
    @Override
    public void close() {
        for (Kind kind : windows.keySet()) {
            Window last = windows.remove(kind);
            if (last != null && last.squashed > 0) {
                write(
                        kind.model,
                        logger -> logger.warn(
                                "{}: {} more since {}", kind.name, last.squashed, Instant.ofEpochMilli(last.since)));
            }
        }
    }

    private void write(String model, Consumer<Logger> line) {
        try {
            line.accept(logger(model));
        } catch (Throwable e) {
            // There is no other place to say it.
        }
    }

    private record Kind(String model, String name) {}

    /**
     * The minute that began with a failure that was written, and how many were not: in it, and in the one before.
     *
     * @param failures how many there were since it last worked
     * @param failingSince when the first of these was
     * @param told whether one of these was written
     */
    private record Window(
            long since, int squashed, long beforeSince, int before, long failures, long failingSince, boolean told) {
        static Window startingAt(long now, @Nullable Window last) {
            if (last == null) {
                return new Window(now, 0, now, 0, 1, now, true);
            }
            return new Window(
                    now,
                    0,
                    last.since,
                    last.squashed,
                    last.failures + 1,
                    last.failures == 0 ? now : last.failingSince,
                    true);
        }

        boolean covers(long now) {
            return now >= since && now - since < WINDOW_MILLIS;
        }

        Window squash(long now) {
            return new Window(
                    since, squashed + 1, beforeSince, before, failures + 1, failures == 0 ? now : failingSince, told);
        }

        Window recover() {
            // What was written names them all.
            return new Window(since, told ? 0 : squashed, beforeSince, before, 0, 0, false);
        }
    }
}
