package io.turnkey.example.tour;

import io.turnkey.example.console.Narrator;
import io.turnkey.example.console.Numbers;
import io.turnkey.example.console.Table;
import io.turnkey.example.data.Customers;
import io.turnkey.example.model.Customer;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.Order;
import io.turnkey.example.model.OrderCache;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The same lookups by JPA and by the generated getters. */
final class BesideJpa implements Chapter {
    private static final int ROWS = 100;

    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        CustomerCache customers = scene.caches().get(CustomerCache.class);
        OrderCache orders = scene.caches().get(OrderCache.class);
        List<String> emails =
                IntStream.rangeClosed(1, ROWS).mapToObj(Customers::email).toList();
        narrator.chapter(
                "Beside JPA",
                "The same lookups over " + ROWS + " rows: JPA with an EntityManager for each call, the generated"
                        + " getters with the rows in memory. Medians of " + Numbers.count(Median.BATCHES) + " rounds.");
        List<Lookup> lookups = List.of(
                new Lookup(
                        "customer by id",
                        jpa(scene, i -> em -> em.find(Customer.class, id(i))),
                        i -> customers.getById(id(i))),
                new Lookup(
                        "customer by e-mail",
                        jpa(
                                scene,
                                i -> em -> em.createQuery("from Customer where email = :email", Customer.class)
                                        .setParameter("email", emails.get(i % ROWS))
                                        .getSingleResult()),
                        i -> customers.getByEmail(emails.get(i % ROWS))),
                new Lookup(
                        "orders of a customer",
                        jpa(
                                scene,
                                i -> em -> em.createQuery("from Order where customer.id = :customer", Order.class)
                                        .setParameter("customer", id(i))
                                        .getResultList()),
                        i -> orders.listByCustomerId(id(i))));
        // Unmeasured, so that all three find caches filled and code compiled.
        lookups.forEach(Lookup::median);
        Table table = new Table("lookup", "JPA", "generated", "JPA : generated");
        lookups.forEach(lookup -> lookup.addTo(table));
        narrator.table(table);
        narrator.pause();
        narrator.say("An illustration on this machine, not a benchmark: one thread asks, the database is in this JVM"
                + " and not behind a network, and JPA's entities are managed where snapshots are not.");
    }

    private static <T> IntFunction<T> jpa(Scene scene, IntFunction<Function<EntityManager, T>> lookup) {
        return i -> {
            try (EntityManager entityManager = scene.entityManagerFactory().createEntityManager()) {
                return lookup.apply(i).apply(entityManager);
            }
        };
    }

    private static Long id(int i) {
        return 1L + i % ROWS;
    }

    private record Lookup(String name, IntFunction<?> jpa, IntFunction<?> generated) {
        /** About as long as one call by JPA, so that a busy machine interrupts both as often. */
        private static final int GENERATED_CALLS = 3_000;

        Median median() {
            return Median.of(1, jpa, GENERATED_CALLS, generated);
        }

        void addTo(Table table) {
            Median median = median();
            table.row(
                    name,
                    Numbers.time(median.first()),
                    Numbers.time(median.second()),
                    Numbers.count(Math.round(median.ratio())) + " : 1");
        }
    }
}
