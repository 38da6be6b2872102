package io.turnkey.example.guide;

import io.turnkey.CacheGroup;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.GeneratedCaches;
import io.turnkey.example.model.OrderCache;
import java.util.List;

/** The rows that the first visitors will ask for, read before the first visitor comes. */
public final class WarmUp {
    private WarmUp() {}

    /** Runs it. */
    public static void main(String... args) {
        try (ShopDatabase database = ShopDatabase.small();
                CacheGroup caches = GeneratedCaches.all().open(database.entityManagerFactory())) {
            CustomerCache customers = caches.get(CustomerCache.class);
            OrderCache orders = caches.get(OrderCache.class);

            // Models that are kept whole are warm when open returns. Customer and Order are LAZY.
            System.out.println("After open: " + caches.sizes());

            // Who is hot? Your database knows: here, those who ordered last.
            List<Long> hot = database.entityManagerFactory()
                    .callInTransaction(em -> em.createQuery(
                                    "select o.customer.id from Order o group by o.customer.id order by max(o.placedAt) desc",
                                    Long.class)
                            .setMaxResults(50)
                            .getResultList());

            // In bulk: a statement or two for each call, however many ids there are.
            long before = database.statements();
            customers.getManyById(hot);
            orders.listManyByCustomerId(hot);
            System.out.println("Warm: " + customers.size() + " customers, "
                    + orders.stats().lists() + " lists of orders, by " + (database.statements() - before)
                    + " statements");

            // Only now let traffic in: open the port, or answer the readiness probe.
            before = database.statements();
            for (Long id : hot) {
                customers.getById(id);
                orders.listByCustomerId(id);
            }
            System.out.println("The first visitors: " + customers.stats().hits() + " hits of " + hot.size()
                    + ", statements " + (database.statements() - before));
        }
    }
}
