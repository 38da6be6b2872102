package io.turnkey.internal.option;

import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * An option that text can set.
 *
 * @param name its name in {@code @Cacheable}
 * @param form what its values look like, for messages
 * @param setter reads a value and sets it; throws {@link IllegalArgumentException} if it cannot be read
 */
record Option(String name, String form, BiConsumer<CacheOptions.Builder, String> setter) {
    private static final String FLAG = "true or false";

    private static final List<Option> ALL = List.of(
            new Option(
                    "load", "AUTO, FULL or LAZY", (o, text) -> o.load(LoadMode.valueOf(text.toUpperCase(Locale.ROOT)))),
            new Option(
                    "ttl",
                    DurationText.POSITIVE + orNone("for ever"),
                    (o, text) -> o.ttl(DurationText.parse(text, CacheOptions.FOREVER))),
            new Option("ttlJitter", "a number from 0 to 1", (o, text) -> o.ttlJitter(Double.parseDouble(text))),
            new Option("staleWhileRevalidate", FLAG, (o, text) -> o.staleWhileRevalidate(flag(text))),
            new Option(
                    "maxStale",
                    durationOr("not at all") + orEmpty("as long again as ttl"),
                    (o, text) -> o.maxStale(automaticOr(text, Duration.ZERO))),
            new Option(
                    "staleIfError",
                    durationOr("not at all"),
                    (o, text) -> o.staleIfError(DurationText.parse(text, Duration.ZERO))),
            new Option("maxSize", "a whole number of at least 1, or UNLIMITED", (o, text) -> o.maxSize(size(text))),
            new Option(
                    "maxListSize", "a whole number of at least 1", (o, text) -> o.maxListSize(Integer.parseInt(text))),
            new Option(
                    "refreshInterval",
                    durationOr("never") + orEmpty("every five minutes for a table that is kept whole, else never"),
                    (o, text) -> o.refreshInterval(automaticOr(text, Duration.ZERO))),
            new Option("syncOverlap", DurationText.FORM, (o, text) -> o.syncOverlap(DurationText.parse(text))),
            new Option(
                    "reconcileInterval",
                    DurationText.POSITIVE + orEmpty("half the ttl, or every hour without one"),
                    (o, text) ->
                            o.reconcileInterval(text.isEmpty() ? CacheOptions.AUTOMATIC : DurationText.parse(text))),
            new Option(
                    "cleanupInterval",
                    durationOr("never"),
                    (o, text) -> o.cleanupInterval(DurationText.parse(text, Duration.ZERO))),
            new Option("readThrough", FLAG, (o, text) -> o.readThrough(flag(text))),
            new Option(
                    "negativeTtl",
                    durationOr("not at all"),
                    (o, text) -> o.negativeTtl(DurationText.parse(text, Duration.ZERO))),
            new Option("loadTimeout", DurationText.POSITIVE, (o, text) -> o.loadTimeout(DurationText.parse(text))),
            new Option("enabled", FLAG, (o, text) -> o.enabled(flag(text))));

    /** The names of all, in the order of the annotation. */
    static List<String> names() {
        return ALL.stream().map(Option::name).toList();
    }

    static Optional<Option> named(String name) {
        return ALL.stream().filter(option -> option.name.equals(name)).findFirst();
    }

    private static String durationOr(String none) {
        return DurationText.FORM + orNone(none);
    }

    private static String orNone(String none) {
        return ", or \"none\" (" + none + ")";
    }

    private static String orEmpty(String automatic) {
        return ", or nothing (" + automatic + ")";
    }

    private static Duration automaticOr(String text, Duration none) {
        return text.isEmpty() ? CacheOptions.AUTOMATIC : DurationText.parse(text, none);
    }

    private static int size(String text) {
        return text.equals("UNLIMITED") ? CacheOptions.UNLIMITED : Integer.parseInt(text);
    }

    private static boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
