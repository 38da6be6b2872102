package io.turnkey.example.guide;

import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.CustomerCache;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** What a miss does: one read of the database, however many callers wait for it. */
public final class ReadThrough {
    private ReadThrough() {}

    /** Runs it. */
    public static void main(String... args) {
        try (ShopDatabase database = ShopDatabase.small();
                CustomerCache customers = CustomerCache.builder()
                        // For so long it is remembered that a key has no row; the default is not at all.
                        .configure(o -> o.negativeTtl(Duration.ofSeconds(30)))
                        .open(database.entityManagerFactory())) {

            // There is no loader to write: the miss reads the row, the next reads find it.
            customers.getById(1L);
            customers.getById(1L);
            print("Twice the same row", customers);

            // "There is no such row" is an answer too.
            customers.getByEmail("nobody@example.com");
            customers.getByEmail("nobody@example.com");
            print("Twice a key without a row", customers);

            // Those that look into memory only never read the database.
            System.out.println("In memory: " + customers.isCachedById(3L) + ", peek: " + customers.peekById(3L));
            print("A look", customers);

            // Callers who miss a row while it is being read wait for that read.
            List<CompletableFuture<Void>> callers = IntStream.range(0, 20)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> customers.getById(2L)))
                    .toList();
            callers.forEach(CompletableFuture::join);
            print("Twenty callers at once", customers);
        }

        try (ShopDatabase database = ShopDatabase.small();
                CustomerCache customers = CustomerCache.builder()
                        // A miss is empty and costs nothing: only for tables that are loaded by other means.
                        .configure(o -> o.readThrough(false))
                        .open(database.entityManagerFactory())) {
            System.out.println("Without reading through: " + customers.getById(1L));
            print("A miss", customers);
        }
    }

    private static void print(String what, CustomerCache customers) {
        System.out.println(what + ": loads so far " + customers.stats().loads());
    }
}
