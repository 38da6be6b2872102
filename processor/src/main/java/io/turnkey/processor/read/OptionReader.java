package io.turnkey.processor.read;

import io.turnkey.processor.diagnostic.Code;
import io.turnkey.processor.diagnostic.Report;
import io.turnkey.processor.model.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.Element;

/** Reads the options of {@code @Cacheable} and checks them. */
final class OptionReader {
    private static final String NONE = "none";
    private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);
    private static final Duration AUTOMATIC = Duration.ofSeconds(-1);

    /** The durations, with what {@code "none"} stands for. */
    private static final Map<String, Optional<Duration>> DURATIONS = Map.of(
            "ttl", Optional.of(FOREVER),
            "maxStale", Optional.of(Duration.ZERO),
            "staleIfError", Optional.of(Duration.ZERO),
            "refreshInterval", Optional.of(Duration.ZERO),
            "syncOverlap", Optional.empty(),
            "reconcileInterval", Optional.empty(),
            "cleanupInterval", Optional.of(Duration.ZERO),
            "negativeTtl", Optional.of(Duration.ZERO),
            "loadTimeout", Optional.empty());

    private static final Set<String> POSITIVE = Set.of("ttl", "reconcileInterval", "loadTimeout");

    /** Those that may be empty, and so left to the cache. */
    private static final Set<String> AUTOMATICS = Set.of("maxStale", "refreshInterval", "reconcileInterval");

    private static final List<String> ORDER = List.of(
            "load",
            "ttl",
            "ttlJitter",
            "staleWhileRevalidate",
            "maxStale",
            "staleIfError",
            "maxSize",
            "maxListSize",
            "refreshInterval",
            "syncOverlap",
            "reconcileInterval",
            "cleanupInterval",
            "readThrough",
            "negativeTtl",
            "loadTimeout",
            "enabled");

    private final Mirror cacheable;
    private final Report report;

    OptionReader(Mirror cacheable, Report report) {
        this.cacheable = cacheable;
        this.report = report;
    }

    /** Those that are written and differ from their defaults. */
    List<Option> read() {
        List<Option> options = new ArrayList<>();
        for (String name : ORDER) {
            if (cacheable.explicit(name).isPresent()) {
                value(name)
                        .filter(value -> !value.equals(defaultOf(name)))
                        .ifPresent(value -> options.add(new Option(name, value)));
            }
        }
        return options;
    }

    private Object defaultOf(String name) {
        Object value = cacheable.defaultOf(name).orElseThrow().getValue();
        if (DURATIONS.containsKey(name)) {
            return duration(name, value.toString()).orElseThrow();
        }
        return value instanceof Element constant ? constant.getSimpleName().toString() : value;
    }

    private Optional<Object> value(String name) {
        Object value = cacheable.value(name);
        if (DURATIONS.containsKey(name)) {
            return checkedDuration(name, value.toString());
        }
        if (value instanceof Element constant) {
            return Optional.of(constant.getSimpleName().toString());
        }
        if (value instanceof Integer) {
            return inRange(name, value, number -> (Integer) number >= 1, "at least 1");
        }
        return value instanceof Double
                ? inRange(name, value, number -> (Double) number >= 0 && (Double) number <= 1, "between 0 and 1")
                : Optional.of(value);
    }

    private Optional<Object> checkedDuration(String name, String text) {
        Optional<Duration> duration = duration(name, text);
        if (duration.isEmpty()) {
            cacheable.reportMember(report, Code.MALFORMED_DURATION, name, name, text, words(name));
            return Optional.empty();
        }
        boolean positive = POSITIVE.contains(name);
        return inRange(
                name,
                duration.get(),
                value -> isAutomatic(name, text)
                        || (!((Duration) value).isNegative() && !(positive && ((Duration) value).isZero())),
                positive ? "longer than zero" : "zero or longer");
    }

    /** What may be written besides a duration. */
    private static String words(String name) {
        return (none(name).isPresent() ? ", or \"none\"" : "")
                + (AUTOMATICS.contains(name) ? ", or \"\" for automatic" : "");
    }

    private static boolean isAutomatic(String name, String text) {
        return text.isBlank() && AUTOMATICS.contains(name);
    }

    private static Optional<Duration> none(String name) {
        return Objects.requireNonNull(DURATIONS.get(name), name);
    }

    private static Optional<Duration> duration(String name, String text) {
        if (isAutomatic(name, text)) {
            return Optional.of(AUTOMATIC);
        }
        return text.strip().equals(NONE) ? none(name) : Durations.parse(text);
    }

    private Optional<Object> inRange(String name, Object value, Predicate<Object> accepted, String range) {
        if (accepted.test(value)) {
            return Optional.of(value);
        }
        cacheable.reportMember(report, Code.OPTION_OUT_OF_RANGE, name, name, cacheable.text(name), range);
        return Optional.empty();
    }
}
