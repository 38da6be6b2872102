package io.turnkey.example.guide;

import io.turnkey.CacheGroup;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.GeneratedCaches;
import io.turnkey.example.model.Product;
import io.turnkey.example.model.ProductCache;
import io.turnkey.example.model.ProductSnapshot;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** Recommended where an old answer costs money: here, the prices of products. */
public final class RealTime {
    private RealTime() {}

    /** Runs it. */
    public static void main(String... args) {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.now()); // Moved by hand below; you need none.
        try (ShopDatabase database = ShopDatabase.small();
                CacheGroup caches = GeneratedCaches.all()
                        .only(ProductCache.class)
                        .configure(ProductCache.class, RealTime::settings)
                        .clock(now::get)
                        .open(database.entityManagerFactory())) {
            ProductCache products = caches.get(ProductCache.class);
            System.out.println("Price: " + price(products));

            database.entityManagerFactory()
                    .runInTransaction(em -> em.find(Product.class, 1L).setPrice(new BigDecimal("9.99")));
            System.out.println("Committed by us: " + price(products));

            database.writeByOthers("update Product set price = 8.88 where id = 1");
            System.out.println("Written by others: " + price(products));
            now.updateAndGet(instant -> instant.plusSeconds(2));
            System.out.println("Two seconds later: " + price(products));

            database.stop();
            System.out.println("Database down, still fresh: " + price(products));
            now.updateAndGet(instant -> instant.plusSeconds(2));
            try {
                price(products);
            } catch (CacheLoadException e) {
                System.out.println("Two seconds later: no answer rather than an old one");
            }
        }
    }

    private static void settings(CacheOptions.Builder options) {
        options
                // Only what is asked for, so that a busy table does not keep the cache busy too.
                .load(LoadMode.LAZY)
                // What this JVM writes through Hibernate is seen at once, whatever this says. It bounds what others
                // write: another node, too, unless Redis connects them.
                .ttl(Duration.ofSeconds(2))
                // Better a wait of one read than an answer older than that ...
                .staleWhileRevalidate(false)
                // ... and better an error than a wrong price.
                .staleIfError(Duration.ZERO)
                // A product that was put on sale a second ago must be found.
                .negativeTtl(Duration.ZERO)
                // Fail soon: the caller can still ask the customer to try again.
                .loadTimeout(Duration.ofSeconds(3));
    }

    private static BigDecimal price(ProductCache products) {
        return products.getById(1L).map(ProductSnapshot::price).orElseThrow();
    }
}
