package io.turnkey.example.console;

import io.turnkey.CacheStats;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a cache counted during one call. */
record Reads(long hits, long misses, long known, long shared) {
    static Reads between(CacheStats before, CacheStats after) {
        return new Reads(
                after.hits() - before.hits() + after.listHits() - before.listHits(),
                after.misses() - before.misses() + after.listMisses() - before.listMisses(),
                after.negativeHits() - before.negativeHits(),
                after.l2Hits() - before.l2Hits());
    }

    boolean missed() {
        return misses > 0;
    }

    @Override
    public String toString() {
        return Stream.of(
                        part(hits, "hit", "hits"),
                        part(misses, "miss", "misses"),
                        part(known, "known absent", "known absent"),
                        part(shared, "found in Redis", "found in Redis"))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String part(long count, String one, String many) {
        if (count == 0) {
            return "";
        }
        return count == 1 ? one : Numbers.count(count) + " " + many;
    }
}
