package io.turnkey.example.data;

import io.turnkey.example.model.Currency;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.util.Collection;
import java.util.Map;
import java.util.function.BiConsumer;

/** Fills an empty database. */
public final class ShopLoad {
    private static final int BATCH = 1_000;

    private final EntityManagerFactory entityManagerFactory;
    private final LoadProgress progress;

    /** A load that reports to {@code progress}. */
    public ShopLoad(EntityManagerFactory entityManagerFactory, LoadProgress progress) {
        this.entityManagerFactory = entityManagerFactory;
        this.progress = progress;
    }

    /** Writes the reference data and a shop of this size. */
    public void run(ShopSize size) {
        Map<String, Currency> currencies = ReferenceData.currencies();
        insert("currencies", currencies.values());
        insert("countries", ReferenceData.countries(currencies));
        insert("time zones", ReferenceData.zones());
        insert("products", size.products(), (number, em) -> em.persist(Catalogue.product(number)));
        insert("customers", size.customers(), (number, em) -> em.persist(Customers.customer(number)));
        insert("orders", size.orders(), new Orders(size)::persist);
    }

    private void insert(String what, Collection<?> rows) {
        progress.begin(what, rows.size());
        entityManagerFactory.runInTransaction(em -> rows.forEach(em::persist));
        progress.advance(rows.size());
        progress.end();
    }

    /** In batches, so that the persistence context stays small however many rows there are. */
    private void insert(String what, int count, BiConsumer<Integer, EntityManager> persist) {
        progress.begin(what, count);
        for (int first = 1; first <= count; first += BATCH) {
            int from = first;
            int to = Math.min(first + BATCH - 1, count);
            entityManagerFactory.runInTransaction(em -> {
                for (int number = from; number <= to; number++) {
                    persist.accept(number, em);
                }
            });
            progress.advance(to - from + 1);
        }
        progress.end();
    }
}
