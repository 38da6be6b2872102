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
        String model = parts.model().name();
        String took = number(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)) + " ms";
        if (!parts.options().enabled()) {
            log.info(model, "{}: ready, but off: every read goes to the database (enabled = false)", model);
        } else if (parts.coverage().isKeptWhole()) {
            String rows = count(parts.store().size(), "row");
            log.info(model, "{}: {} in {}, kept whole; {}", model, rows, took, freshness());
        } else {
            log.info(model, "{}: ready in {}, {}; {}", model, took, onDemand(), freshness());
        }
    }

    private String onDemand() {
        CacheOptions options = parts.options();
        if (!options.readThrough()) {
            return "what was never loaded counts as absent (readThrough = false)";
        }
        boolean bounded = options.maxSize() != CacheOptions.UNLIMITED;
        return "rows come when they are asked for, "
                + (bounded ? "at most " + number(options.maxSize()) : "any number of them");
    }

    private String freshness() {
        CacheOptions options = parts.optionsInForce();
        String ttl = options.expires() ? "ttl " + text(options.ttl()) : "no ttl";
        if (options.refreshInterval().isZero()) {
            return parts.coverage().isKeptWhole() ? ttl + ", never refreshed" : ttl;
        }
        return ttl + ", refreshed every " + text(options.refreshInterval());
    }

    /** The cache was closed. */
    void closed() {
        CacheStats stats = Statistics.of(parts);
        log.info(
                stats.model(),
                "{}: closed; {}, {}, {} known to be absent ({}), {}, {}, {} in {} ms, {}, {} in {} ms, {}, {}, {}",
                stats.model(),
                count(stats.hits(), "hit"),
                misses(stats.misses(), "miss"),
                number(stats.negativeHits()),
                hitRate(stats),
                count(stats.listHits(), "list hit"),
                misses(stats.listMisses(), "list miss"),
                count(stats.loads(), "load"),
                number(stats.loadTime().toMillis()),
                count(stats.loadFailures(), "failed load"),
                count(stats.syncs(), "sync"),
                number(stats.syncTime().toMillis()),
                count(stats.syncFailures(), "failed sync"),
                count(stats.evictions(), "eviction"),
                count(stats.droppedEvents(), "dropped event"));
    }

    /** 100 % is a cache that missed nothing. */
    private static String hitRate(CacheStats stats) {
        if (stats.hits() + stats.negativeHits() + stats.misses() == 0) {
            return "never asked by a key";
        }
        double percent = 100 * stats.hitRate();
        return String.format(Locale.ROOT, "hit rate %.1f %%", stats.misses() == 0 ? percent : Math.min(percent, 99.9));
    }

    private static String misses(long number, String what) {
        return number(number) + " " + what + (number == 1 ? "" : "es");
    }

    private static String count(long number, String what) {
        return number(number) + " " + what + (number == 1 ? "" : "s");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1h30m}, {@code 500ms}. */
    private static String text(Duration duration) {
        return duration.toMillisPart() == 0
                ? duration.toString().substring("PT".length()).toLowerCase(Locale.ROOT)
                : number(duration.toMillis()) + "ms";
    }
}
