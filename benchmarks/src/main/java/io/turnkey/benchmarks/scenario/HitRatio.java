package io.turnkey.benchmarks.scenario;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.turnkey.benchmarks.data.InMemory;
import io.turnkey.benchmarks.data.Table;
import io.turnkey.benchmarks.data.Trace;
import io.turnkey.benchmarks.model.BadgeCache;
import io.turnkey.benchmarks.model.BadgeSnapshot;
import io.turnkey.benchmarks.paired.Plan;
import io.turnkey.benchmarks.paired.Quartiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How many requests of recorded traces hit, in percent, when a cache has room for a share of what is asked for. Through whole caches, one request after the other. */
record HitRatio() implements Scenario {
    private static final int[] CAPACITIES = {1, 5, 10, 25, 50};

    private record Result(double turnkey, double lru, double caffeine) {}

    @Override
    public String name() {
        return "s6";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        List<Row> rows = new ArrayList<>();
        List<Result> results = new ArrayList<>();
        for (Trace trace : Trace.in(Path.of(System.getProperty("traces")))) {
            int distinct = trace.distinct();
            for (int percent : CAPACITIES) {
                int capacity = Math.max(1, distinct * percent / 100);
                Result result = new Result(
                        turnkey(trace.keys(), capacity), lru(trace.keys(), capacity), caffeine(trace.keys(), capacity));
                results.add(result);
                rows.add(row("%s, %d %%".formatted(trace.name(), percent), result.turnkey, "%", result, Reach.NONE));
            }
        }
        if (!results.isEmpty()) {
            Result mean = new Result(
                    results.stream().mapToDouble(Result::turnkey).average().orElseThrow(),
                    results.stream().mapToDouble(Result::lru).average().orElseThrow(),
                    results.stream().mapToDouble(Result::caffeine).average().orElseThrow());
            rows.add(row("mean, above LRU", mean.turnkey - mean.lru, "points", mean, Reach.more(1.5, 1.5, 1)));
            rows.add(row("mean, above Caffeine", mean.turnkey - mean.caffeine, "points", mean, Reach.more(0, 1, -1)));
        }
        return rows;
    }

    private static Row row(String what, double value, String unit, Result result, Reach reach) {
        String detail = String.format(
                Locale.ROOT, "Turnkey %.2f, LRU %.2f, Caffeine %.2f", result.turnkey, result.lru, result.caffeine);
        return new Row("S6", "hit ratio: " + what, "LRU, Caffeine", Quartiles.exactly(value), unit, detail, reach);
    }

    private static double turnkey(long[] keys, int capacity) {
        Table<BadgeSnapshot> table = new Table<>(id -> new BadgeSnapshot(id, null, 0));
        try (InMemory<BadgeCache> turnkey = InMemory.of(BadgeCache.DEFINITION, table, capacity)) {
            for (long key : keys) {
                turnkey.cache().getById(key);
            }
        }
        return percent(keys, table.reads());
    }

    private static double caffeine(long[] keys, int capacity) {
        Cache<Long, Long> cache = Caffeine.newBuilder()
                .maximumSize(capacity)
                .executor(Runnable::run)
                .build();
        long misses = 0;
        for (Long key : keys) {
            if (cache.getIfPresent(key) == null) {
                misses++;
                cache.put(key, key);
            }
        }
        return percent(keys, misses);
    }

    private static double lru(long[] keys, int capacity) {
        Map<Long, Long> recent = new LinkedHashMap<>(16, 0.75f, true);
        long misses = 0;
        for (Long key : keys) {
            if (recent.get(key) == null) {
                misses++;
                recent.put(key, key);
                if (recent.size() > capacity) {
                    recent.remove(recent.keySet().iterator().next());
                }
            }
        }
        return percent(keys, misses);
    }

    private static double percent(long[] keys, long misses) {
        return 100.0 * (keys.length - misses) / keys.length;
    }
}
