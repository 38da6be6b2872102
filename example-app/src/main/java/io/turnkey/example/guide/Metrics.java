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
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
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
                        // What happens is counted as it happens.
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
                // Counted below: as a miss, and as a failure.
            }
        } // Closing the caches waits until the listeners have heard everything; statistics can be read even now.
        registry.print();
    }

    /**
     * What the statistics count already is read when the registry is. With Micrometer, such a line is
     * {@code FunctionCounter.builder("cache.gets", cache, c -> c.stats().hits()).tags("cache", cache.model(), "result", "hit").register(registry)},
     * or {@code Gauge.builder("cache.size", cache, EntityCache::size).tags("cache", cache.model()).register(registry)}.
     */
    private static void bind(EntityCache<?, ?> cache, Registry registry) {
        String model = cache.model();
        registry.gauge("cache.size", model, cache, c -> c.stats().size());
        registry.gauge("cache.gets.hit", model, cache, c -> c.stats().hits());
        registry.gauge("cache.gets.miss", model, cache, c -> c.stats().misses());
        registry.gauge("cache.evictions", model, cache, c -> c.stats().evictions());
        registry.gauge("cache.load.failures", model, cache, c -> c.stats().loadFailures());
        registry.gauge(
                "cache.age.seconds", model, cache, c -> c.stats().oldestAge().toSeconds());
    }

    /** Stands for the registry of your metrics library. */
    private static final class Registry {
        private final Map<String, DoubleSupplier> meters = new ConcurrentHashMap<>();
        private final Map<String, LongAdder> counters = new ConcurrentHashMap<>();

        <T> void gauge(String name, String model, T of, ToDoubleFunction<? super T> value) {
            meters.put(name + "{cache=" + model + "}", () -> value.applyAsDouble(of));
        }

        LongAdder counter(String name, String model) {
            LongAdder counter = counters.computeIfAbsent(name + "{cache=" + model + "}", key -> new LongAdder());
            meters.putIfAbsent(name + "{cache=" + model + "}", counter::sum);
            return counter;
        }

        void print() {
            new TreeMap<>(meters).forEach((name, value) -> System.out.println(name + " " + value.getAsDouble()));
        }
    }
}
