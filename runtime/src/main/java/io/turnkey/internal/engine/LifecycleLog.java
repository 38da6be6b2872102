package io.turnkey.internal.engine;

import io.turnkey.CacheOptions;
import io.turnkey.CacheStats;
import io.turnkey.internal.event.SquashedLog;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Two lines in a cache's life, which say what is cached, how fresh it is and what it cost. */
final class LifecycleLog {
    private final EngineParts<?, ?> parts;
    private final SquashedLog log;

    LifecycleLog(EngineParts<?, ?> parts, SquashedLog log) {
        this.parts = parts;
        this.log = log;
    }

    /** The cache answers, after a start that began at {@code begun}, on the scale of {@link System#nanoTime}. */
    void ready(long begun) {
        CacheOptions options = parts.options();
        String model = parts.model().name();
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        if (!options.enabled()) {
            log.info(model, "{}: ready, but off: every read goes to the database (enabled = false)", model);
        } else if (parts.coverage().isKeptWhole()) {
            log.info(
                    model,
                    "{}: {} in {} ms, kept whole; {}, {}",
                    model,
                    count(parts.store().size(), "row"),
                    number(millis),
                    ttl(options),
                    options.refreshInterval().isZero()
                            ? "never refreshed"
                            : "refreshed every " + text(options.refreshInterval()));
        } else {
            log.info(
                    model,
                    "{}: ready in {} ms, rows come when they are asked for, {}; {}",
                    model,
                    number(millis),
                    options.maxSize() == CacheOptions.UNLIMITED
                            ? "any number of them"
                            : "at most " + number(options.maxSize()),
                    ttl(options));
        }
    }

    /** The cache was closed. */
    void closed() {
        CacheStats stats = Statistics.of(parts);
        log.info(
                stats.model(),
                "{}: closed; {}, {} (hit rate {}), {} in {} ms, {}, {}, {}",
                stats.model(),
                count(stats.hits(), "hit"),
                stats.misses() == 1 ? "1 miss" : number(stats.misses()) + " misses",
                String.format(Locale.ROOT, "%.1f %%", 100 * stats.hitRate()),
                count(stats.loads(), "load"),
                number(stats.loadTime().toMillis()),
                count(stats.loadFailures(), "failed load"),
                count(stats.evictions(), "eviction"),
                count(stats.droppedEvents(), "dropped event"));
    }

    private static String ttl(CacheOptions options) {
        return options.expires() ? "ttl " + text(options.ttl()) : "no ttl";
    }

    private static String count(long number, String what) {
        return number(number) + " " + what + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** As the options are written: {@code 1h30m}. */
    private static String text(Duration duration) {
        return duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
    }
}
