package io.turnkey.example.guide;

import io.turnkey.CacheGroup;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.GeneratedCaches;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Recommended for a model that an API reads thousands of times a second: here, customers. */
public final class HighTrafficApi {
    private HighTrafficApi() {}

    /** Runs it. */
    public static void main(String... args) {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now()); // Moved by hand below; you need none.
        try (ShopDatabase database = ShopDatabase.small();
                CacheGroup caches = GeneratedCaches.all()
                        .only(CustomerCache.class)
                        .configure(CustomerCache.class, HighTrafficApi::settings)
                        // So many connections at most: the pool needs more, or give loads their own by loadFrom(..).
                        .maxConcurrentLoads(8)
                        .clock(now::get)
                        .open(database.entityManagerFactory())) {
            CustomerCache customers = caches.get(CustomerCache.class);

            IntStream.range(0, 1_000).forEach(i -> customers.getByEmail("nobody@example.com"));
            System.out.println("1000 for nobody, loads: " + customers.stats().loads());

            IntStream.range(0, 20_000).parallel().forEach(i -> customers.getById(1L + i % 100));
            System.out.println("20000 requests, loads: " + customers.stats().loads());

            database.stop();
            now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(90)));
            System.out.println(
                    "Database down for 90 minutes: " + customers.getById(1L).isPresent());
        }
    }

    private static void settings(CacheOptions.Builder options) {
        options
                // The table grows with the business; the start of a node must not.
                .load(LoadMode.LAZY)
                // The customers in use, measured; look at stats().evictions() now and then.
                .maxSize(100_000)
                // As long as you can live with a change that this JVM did not write through Hibernate: another node's,
                // too, unless Redis connects them. Its own are seen at once.
                .ttl(Duration.ofMinutes(10))
                // Rows loaded together at a deployment must not expire together either.
                .ttlJitter(0.2)
                // Nobody waits for a row that just expired: it is served while one load reads it again ...
                .staleWhileRevalidate(true)
                // ... but not if it expired long ago: this and the ttl bound the age of an answer ...
                .maxStale(Duration.ofMinutes(10))
                // ... unless the database is down. Then an API that shows old data beats an error page.
                .staleIfError(Duration.ofHours(2))
                // Crawlers and typing errors ask again and again for what is not there.
                .negativeTtl(Duration.ofSeconds(30))
                // Shorter than the client's timeout, so that threads do not pile up behind a slow database.
                .loadTimeout(Duration.ofSeconds(3));
    }
}
