package io.turnkey.benchmarks.scenario;

import java.util.Locale;

/**
 * How many of a trace's requests hit, in percent.
 *
 * @param trace its name
 * @param capacity for how many percent of all keys there was room
 */
public record TraceLine(String trace, int capacity, double turnkey, double lru, double caffeine) implements Line {
    /** The heading of the table. */
    public static final String HEADING = "| trace, capacity | Turnkey | LRU | Caffeine |\n|---|---|---|---|";

    @Override
    public String markdown() {
        return String.format(
                Locale.ROOT, "| %s, %d %% | %.2f | %.2f | %.2f |", trace, capacity, turnkey, lru, caffeine);
    }
}
