package io.turnkey.processor.read;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations as options write them. */
final class Durations {
    private static final Pattern SHORT = Pattern.compile("(-?\\d+)(ms|s|m|h|d)");

    private Durations() {}

    /** The duration; empty if the text is none. */
    static Optional<Duration> parse(String text) {
        try {
            Matcher matcher = SHORT.matcher(text.strip());
            return Optional.of(
                    matcher.matches()
                            ? of(Long.parseLong(matcher.group(1)), matcher.group(2))
                            : Duration.parse(text.strip()));
        } catch (DateTimeParseException | NumberFormatException | ArithmeticException malformed) {
            return Optional.empty();
        }
    }

    private static Duration of(long amount, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
