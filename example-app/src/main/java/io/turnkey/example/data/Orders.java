package io.turnkey.example.data;

import io.turnkey.example.model.Customer;
import io.turnkey.example.model.Order;
import io.turnkey.example.model.OrderLine;
import io.turnkey.example.model.Product;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The orders. Each follows from its number and the shop's size; the first three are Ada's. */
final class Orders {
    private static final long SEED = 3;

    private static final Instant OPENING = Instant.parse("2026-01-02T08:00:00Z");

    private static final Duration BETWEEN_ORDERS = Duration.ofMinutes(37);

    private final ShopSize size;

    Orders(ShopSize size) {
        this.size = size;
    }

    /** Persists the order with this number, from 1, and its lines. */
    void persist(int number, EntityManager entityManager) {
        RandomGenerator random = new SplittableRandom(SEED * 1_000_003 + number);
        long customer = number <= 3 ? 1 : 1 + random.nextInt(size.customers());
        Order order = new Order(
                (long) number,
                "2026-%06d".formatted(number),
                entityManager.getReference(Customer.class, customer),
                OPENING.plus(BETWEEN_ORDERS.multipliedBy(number)));
        entityManager.persist(order);
        int lines = random.nextInt(1, 5);
        for (int line = 1; line <= lines; line++) {
            int product = 1 + random.nextInt(size.products());
            entityManager.persist(new OrderLine(
                    order,
                    line,
                    entityManager.getReference(Product.class, (long) product),
                    random.nextInt(1, 4),
                    Catalogue.product(product).getPrice()));
        }
    }
}
