package io.turnkey.example.guide;

import io.turnkey.CacheLoadException;
import io.turnkey.annotation.LoadMode;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.data.ShopSize;
import io.turnkey.example.model.CustomerCache;
import java.time.Duration;
import java.util.stream.LongStream;

/** A table that memory shall never hold whole: only the rows in use, and no more than you allow. */
public final class LazyHugeTable {
    private LazyHugeTable() {}

    /** Runs it. */
    public static void main(String... args) {
        try (ShopDatabase database = ShopDatabase.filled(new ShopSize(200, 5_000, 200)); // Think of 50 millions.
                CustomerCache customers = CustomerCache.builder()
                        .configure(o -> o
                                // Nothing is read at start, or by a timer: a row comes when it is asked for.
                                .load(LoadMode.LAZY)
                                // Rows in use, not rows there are; times what a row takes, it must fit into the heap.
                                .maxSize(500)
                                // Rows that nobody reads leave by themselves, so let those in use stay long.
                                .ttl(Duration.ofHours(6))
                                // Of a huge table a list is huge by accident; then an error is better than a full heap.
                                .maxListSize(100)
                                // Ids come from outside, and many of them do not exist.
                                .negativeTtl(Duration.ofMinutes(1)))
                        .open(database.entityManagerFactory())) {
            System.out.println("At start: " + customers.size() + " rows, "
                    + customers.stats().loads() + " loads");

            // Hot rows are asked for again and again ...
            for (int round = 0; round < 10; round++) {
                LongStream.rangeClosed(1, 100).forEach(customers::getById);
            }
            // ... and survive a job that touches every row once, which would wash a plain LRU clean.
            LongStream.rangeClosed(101, 5_000).forEach(customers::getById);
            System.out.println("After all 5000: " + customers.size() + " rows, "
                    + customers.stats().evictions() + " evicted");
            System.out.println("Hot ones still there: "
                    + LongStream.rangeClosed(1, 100)
                            .filter(customers::isCachedById)
                            .count());

            // Never a shorter list: an error that says so.
            try {
                customers.listAll();
            } catch (CacheLoadException e) {
                System.out.println("listAll: " + e.getMessage());
            }

            // A refresh reads again only what is in memory.
            customers.refresh();
            System.out.println("After a refresh: " + customers.size() + " rows");
        }
    }
}
