package io.turnkey.example.guide;

import io.turnkey.CacheEvent;
import io.turnkey.CacheGroup;
import io.turnkey.CacheLoadException;
import io.turnkey.EntityCache;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.GeneratedCaches;
import io.turnkey.example.model.ProductCache;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/** Gauges and counters for your metrics registry. */
public final class Metrics {
    private Metrics() {}

    /** Runs it. */
    public static void main(String... args) {
        Registry registry = new Registry();
        try (ShopDatabase database = ShopDatabase.small();
                CacheGroup caches = GeneratedCaches.all()
                        .only(CustomerCache.class, ProductCache.class)
                        .on(
                                CacheEvent.Failed.class,
                                e -> registry.counter("cache.failures", e.model())
                                        .increment())
                        .open(database.entityManagerFactory())) {
            caches.caches().forEach(cache -> bind(cache, registry));

            CustomerCache customers = caches.get(CustomerCache.class);
            customers.getById(1L);
            customers.getById(1L);
            customers.getByEmail("ada@example.com");
            database.stop();
            try {
                customers.getById(2L);
            } catch (CacheLoadException expected) {
                // Counted twice: as a load failure by the statistics, and by the listener above.
            }
            registry.gauges.forEach((name, value) -> System.out.println(name + " " + value.getAsDouble()));
        } // Closing the caches waits until the listener has heard everything.
        System.out.println(registry.counters);
    }

    /**
     * What the statistics count is read when the registry is. With Micrometer these lines are
     * {@code Gauge.builder("cache.size", cache, EntityCache::size).tag("cache", model).register(registry)} and
     * {@code FunctionCounter.builder("cache.hits", cache, c -> c.stats().hits()).tag("cache", model).register(registry)}.
     */
    private static void bind(EntityCache<?, ?> cache, Registry registry) {
        String model = cache.model();
        registry.gauge("cache.size", model, cache, c -> c.size());
        registry.gauge("cache.hits", model, cache, c -> c.stats().hits());
        registry.gauge("cache.misses", model, cache, c -> c.stats().misses());
        registry.gauge("cache.evictions", model, cache, c -> c.stats().evictions());
        registry.gauge("cache.load.failures", model, cache, c -> c.stats().loadFailures());
    }

    /** Stands for the registry of your metrics library. */
    private static final class Registry {
        private final Map<String, DoubleSupplier> gauges = new ConcurrentSkipListMap<>();
        private final Map<String, LongAdder> counters = new ConcurrentSkipListMap<>();

        <T> void gauge(String name, String model, T of, ToDoubleFunction<? super T> value) {
            gauges.put(name + "{cache=" + model + "}", () -> value.applyAsDouble(of));
        }

        LongAdder counter(String name, String model) {
            return counters.computeIfAbsent(name + "{cache=" + model + "}", key -> new LongAdder());
        }
    }
}
