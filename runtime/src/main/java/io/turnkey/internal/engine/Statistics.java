package io.turnkey.internal.engine;

import io.turnkey.CacheStats;
import io.turnkey.internal.stats.Counters;
import io.turnkey.spi.KeyModel;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes {@link CacheStats} of what an engine counted and holds. */
final class Statistics {
    private Statistics() {}

    static <S, ID> CacheStats of(EngineParts<S, ID> parts) {
        Counters counters = parts.counters();
        Sharing<S, ID> sharing = parts.sharing();
        Map<String, Integer> indexSizes = new LinkedHashMap<>();
        parts.model().keys().stream()
                .filter(KeyModel::unique)
                .forEach(key ->
                        indexSizes.put(key.name(), parts.store().entries(key).size()));
        return new CacheStats(
                parts.model().name(),
                parts.store().size(),
                parts.options().maxSize(),
                parts.coverage().isKeptWhole(),
                Collections.unmodifiableMap(indexSizes),
                parts.lists().size(),
                parts.lists().rows(),
                parts.negatives().size(),
                counters.hits.sum(),
                counters.misses.sum(),
                counters.negativeHits.sum(),
                counters.listHits.sum(),
                counters.listMisses.sum(),
                counters.staleServes.sum(),
                counters.evictions.sum(),
                counters.expirations.sum(),
                counters.loads.sum(),
                counters.loadFailures.sum(),
                Duration.ofNanos(counters.loadNanos.sum()),
                counters.refusedInstalls.sum(),
                counters.mismatches.sum(),
                counters.divergences.sum(),
                parts.events().dropped(parts.model().name()),
                counters.l2Hits.sum(),
                counters.l2Misses.sum(),
                sharing == null ? 0 : sharing.model().repairs(),
                parts.synchronizer().count(),
                parts.synchronizer().failed(),
                parts.synchronizer().time(),
                parts.synchronizer().isRunning(),
                parts.synchronizer().sinceLast(),
                Duration.ofMillis(oldestAge(parts)),
                parts.optionsInForce());
    }

    private static long oldestAge(EngineParts<?, ?> parts) {
        return parts.store().entries().stream()
                .mapToLong(parts.lifetime()::age)
                .max()
                .orElse(0);
    }
}
