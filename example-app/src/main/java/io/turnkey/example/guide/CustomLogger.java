package io.turnkey.example.guide;

import io.turnkey.CacheEvent;
import io.turnkey.CacheGroup;
import io.turnkey.CacheLoadException;
import io.turnkey.Subscription;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.Customer;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.CustomerStatus;
import io.turnkey.example.model.GeneratedCaches;

/** What happens in the caches, written into your own log. Starts, ends and failures are in SLF4J's without it. */
public final class CustomLogger {
    private CustomLogger() {}

    /** Runs it. */
    public static void main(String... args) {
        try (ShopDatabase database = ShopDatabase.small();
                CacheGroup caches = GeneratedCaches.all()
                        .only(CustomerCache.class)
                        // On the builder it hears the very first event; caches.on(..) hears what comes after open.
                        .on(CacheEvent.class, CustomLogger::log)
                        .open(database.entityManagerFactory())) {
            CustomerCache customers = caches.get(CustomerCache.class);

            customers.getById(1L);
            database.entityManagerFactory()
                    .runInTransaction(em -> em.find(Customer.class, 1L).setStatus(CustomerStatus.DORMANT));
            customers.invalidateById(2L);

            database.stop();
            try {
                customers.getById(3L);
            } catch (CacheLoadException expected) {
                // Whoever asks is told, never given an empty answer; and the log has it too.
            }
            database.start();

            // Of one model, of one kind, and until its subscription is closed.
            Subscription evictions =
                    customers.on(CacheEvent.Evicted.class, e -> write("WARN", e.id() + " left: " + e.cause()));
            evictions.close();
        } // Closing the caches waits until the listeners have got every event.
    }

    /** Runs on a thread of its own, one event after the other: it may take its time, and it may fail. */
    private static void log(CacheEvent event) {
        if (event instanceof CacheEvent.Failed failed) {
            write(
                    "ERROR",
                    failed.operation() + " failed: " + rootOf(failed.error()).getMessage());
        } else if (event instanceof CacheEvent.ItemUpdated updated) {
            write("INFO", updated.model() + " " + updated.id() + " was written");
        } else {
            write("DEBUG", event.toString());
        }
    }

    /** Here your logger comes in. */
    private static void write(String level, String text) {
        System.out.printf("%-5s %s%n", level, text);
    }

    private static Throwable rootOf(Throwable error) {
        Throwable cause = error.getCause();
        return cause == null ? error : rootOf(cause);
    }
}
