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
import java.util.function.ToDoubleFunction;

/** How many requests of recorded traces hit, in percent, when a cache has room for a share of what is asked for. Through whole caches, one request after the other. */
record HitRatio() implements Scenario {
    private static final int[] CAPACITIES = {1, 5, 10, 25, 50};

    @Override
    public String name() {
        return "s6";
    }

    @Override
    public List<Line> run(Plan plan) throws Exception {
        Path folder = Path.of(System.getProperty("traces"));
        List<Trace> recorded = Trace.in(folder);
        if (recorded.isEmpty()) {
            System.err.println(
                    "S6 is left out: " + folder.toAbsolutePath() + " has no traces; -Dtraces=<folder> names one");
        }
        List<TraceLine> traces = new ArrayList<>();
        for (Trace trace : recorded) {
            int distinct = trace.distinct();
            for (int percent : CAPACITIES) {
                int capacity = Math.max(1, distinct * percent / 100);
                traces.add(new TraceLine(
                        trace.name(),
                        percent,
                        turnkey(trace.keys(), capacity),
                        lru(trace.keys(), capacity),
                        caffeine(trace.keys(), capacity)));
            }
        }
        List<Line> lines = new ArrayList<>(traces);
        if (!traces.isEmpty()) {
            lines.add(mean(traces, "LRU", TraceLine::lru, Reach.more(1.5, 1.5, 1)));
            lines.add(mean(traces, "Caffeine", TraceLine::caffeine, Reach.more(0, 1, -1)));
        }
        return lines;
    }

    private static Row mean(List<TraceLine> traces, String peer, ToDoubleFunction<TraceLine> other, Reach reach) {
        double ours = traces.stream().mapToDouble(TraceLine::turnkey).average().orElseThrow();
        double theirs = traces.stream().mapToDouble(other).average().orElseThrow();
        String what = "hit ratio, mean of %d traces and capacities".formatted(traces.size());
        String detail = String.format(Locale.ROOT, "%.2f %% : %.2f %%", ours, theirs);
        return new Row("S6", what, peer, Quartiles.exactly(ours - theirs), "points more", detail, reach);
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
