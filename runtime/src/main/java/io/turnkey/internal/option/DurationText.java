package io.turnkey.internal.option;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as {@code @Cacheable} and properties write them. */
public final class DurationText {
    private static final String EXAMPLES = "like \"500ms\", \"90s\", \"5m\", \"1h\", \"2d\" or ISO-8601 (\"PT1H30M\")";

    /** What may be written, for messages. */
    public static final String FORM = "a duration " + EXAMPLES;

    /** What may be written where zero may not. */
    static final String POSITIVE = "a duration longer than zero, " + EXAMPLES;

    private static final String NONE = "none";
    private static final Pattern SHORT = Pattern.compile("(\\d+)(ms|s|m|h|d)");

    private DurationText() {}

    /**
     * Reads a duration.
     *
     * @throws IllegalArgumentException if {@code text} is none, is negative or too long to be represented; the message says what is expected
     */
    public static Duration parse(String text) {
        String trimmed = text.trim();
        try {
            Matcher matcher = SHORT.matcher(trimmed);
            Duration duration = matcher.matches()
                    ? Duration.of(Long.parseLong(matcher.group(1)), unit(matcher.group(2)))
                    : Duration.parse(trimmed);
            if (duration.isNegative()) {
                throw unreadable(text, null);
            }
            return duration;
        } catch (DateTimeParseException | ArithmeticException | NumberFormatException e) {
            throw unreadable(text, e);
        }
    }

    /** Reads a duration, or {@code "none"} as {@code none}; throws like {@link #parse(String)}. */
    public static Duration parse(String text, Duration none) {
        return text.trim().equals(NONE) ? none : parse(text);
    }

    private static ChronoUnit unit(String suffix) {
        return switch (suffix) {
            case "ms" -> ChronoUnit.MILLIS;
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        };
    }

    private static IllegalArgumentException unreadable(String text, @Nullable Exception cause) {
        return new IllegalArgumentException("'" + text + "' is not " + FORM, cause);
    }
}
