package io.turnkey.example.guide;

import io.turnkey.CacheEvent;
import io.turnkey.CacheGroup;
import io.turnkey.CacheLoadException;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.CountryCache;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.GeneratedCaches;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A database that is down, at the start and later: what is answered, and how everything comes back by itself. */
public final class ErrorRecovery {
    private ErrorRecovery() {}

    /** Runs it. */
    public static void main(String... args) {
        // A clock that is moved by hand, so that nobody has to wait here. You need none.
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

        try (ShopDatabase database = ShopDatabase.small()) {
            database.stop();

            // open() returns all the same, so that the application starts. With failFast() it would throw instead.
            try (CacheGroup caches = GeneratedCaches.all()
                    .only(CountryCache.class, CustomerCache.class)
                    // An old answer is better than none, for so long.
                    .configure(CustomerCache.class, o -> o.staleIfError(Duration.ofHours(6)))
                    .on(
                            CacheEvent.Ready.class,
                            e -> System.out.println("Ready: " + e.model() + ", " + e.size() + " rows"))
                    .clock(now::get)
                    .open(database.entityManagerFactory())) {
                CustomerCache customers = caches.get(CustomerCache.class);
                System.out.println("Opened: " + caches.health().status());
                caches.health().models().values().forEach(m -> System.out.println(m.model() + ": " + m.problems()));

                // Until then reads go through to the database, and its failure is an exception: never an empty answer.
                try {
                    customers.getById(1L);
                } catch (CacheLoadException e) {
                    System.out.println("No answer: " + e.getMessage());
                }

                // The group tries again by itself, without a call of yours. Only a start-up script waits for it.
                database.start();
                caches.waitUntilReady();
                customers.getById(1L);
                System.out.println("Again there: " + caches.health().status());

                // Down once more, later. What is in memory is served; with staleIfError, what has expired too.
                database.stop();
                now.updateAndGet(instant -> instant.plus(Duration.ofHours(1)));
                System.out.println("Expired: " + customers.isExpired(1L) + ", answered: "
                        + customers.getById(1L).isPresent());
                System.out.println("Stale answers: " + customers.stats().staleServes());

                database.start();
                customers.getById(2L);
                System.out.println("In the end: " + caches.health().status());
            }
        }
    }
}
