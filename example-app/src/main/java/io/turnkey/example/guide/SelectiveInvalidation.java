package io.turnkey.example.guide;

import io.turnkey.CacheGroup;
import io.turnkey.CacheStats;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.CustomerStatus;
import io.turnkey.example.model.GeneratedCaches;
import java.util.List;

/**
 * Dropping no more than what changed. Hibernate's writes do this by themselves; it is for what others wrote, once that is
 * committed: before it, the next reader would bring the old row back.
 */
public final class SelectiveInvalidation {
    private SelectiveInvalidation() {}

    /** Runs it. */
    public static void main(String... args) {
        try (ShopDatabase database = ShopDatabase.small();
                CacheGroup caches = GeneratedCaches.all().open(database.entityManagerFactory())) {
            CustomerCache customers = caches.get(CustomerCache.class);

            // A row whose id you know leaves with all its keys, and every list with it: who knows in which it was.
            fill(customers);
            customers.invalidateById(2L);
            print("invalidateById(2)", customers);

            // A row of which you know another key; if the key's row is not in memory, the database is asked for its id.
            fill(customers);
            customers.invalidateByEmail("ada@example.com");
            print("invalidateByEmail(ada)", customers);

            // The rows of a list, if you know no more than that; and every list, since who knows where they are now.
            fill(customers);
            customers.invalidateByStatus(CustomerStatus.DORMANT);
            print("invalidateByStatus(DORMANT)", customers);

            // One index; the rows stay reachable by id and by their other keys.
            fill(customers);
            customers.clearEmailIndex();
            print("clearEmailIndex()", customers);

            // The model, and nothing of the others.
            fill(customers);
            customers.clear();
            print("clear()", customers);
            System.out.println("Products are still there: " + caches.sizes().get("Product"));

            // The same by names, for an admin page.
            fill(customers);
            caches.get("Customer").invalidate("email", "ada@example.com");
            print("invalidate(\"email\", ada)", customers);
        }
    }

    /** Three rows, and two lists with theirs: nobody is blocked, 25 are dormant. */
    private static void fill(CustomerCache customers) {
        customers.clear();
        customers.getManyById(List.of(1L, 2L, 3L));
        customers.listByStatus(CustomerStatus.BLOCKED);
        customers.listByStatus(CustomerStatus.DORMANT);
    }

    private static void print(String call, CustomerCache customers) {
        CacheStats stats = customers.stats();
        System.out.println(call + ": Ada " + customers.isCachedById(1L) + ", 2 " + customers.isCachedById(2L)
                + ", Ada by e-mail " + customers.isCachedByEmail("ada@example.com") + ", rows " + stats.size()
                + ", lists " + stats.lists());
    }
}
