package io.turnkey.example.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.annotation.LoadMode;
import io.turnkey.example.data.Customers;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.CustomerCache;
import jakarta.persistence.EntityManagerFactory;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What docs/faq.md says that opening a cache costs: {@code -Dturnkey.rows=50000} takes as many rows. */
@Tag("soak") // the heap is what else runs in this JVM, too
class OpeningCostTest {
    private static final int ROWS = Integer.getInteger("turnkey.rows", 5_000);
    private static final int BATCH = 1_000;

    /** A bound that only something of another order breaks. */
    private static final long BYTES = 5_000;

    @Test
    void a_row_takes_its_attributes_and_little_more() {
        try (ShopDatabase database = new ShopDatabase()) {
            fill(database.entityManagerFactory());
            long before = heap();
            long start = System.nanoTime();

            try (CustomerCache customers = CustomerCache.builder()
                    .configure(o -> o.load(LoadMode.FULL).maxSize(ROWS))
                    .open(database.entityManagerFactory())) {
                long millis = (System.nanoTime() - start) / 1_000_000;
                long bytes = (heap() - before) / ROWS;

                System.out.printf(
                        Locale.ROOT, "%,d customers: open took %,d ms; %,d bytes a row%n", ROWS, millis, bytes);
                assertThat(customers.size()).isEqualTo(ROWS);
                assertThat(bytes).isBetween(100L, BYTES);
            }
        }
    }

    private static void fill(EntityManagerFactory factory) {
        for (int first = 1; first <= ROWS; first += BATCH) {
            int from = first;
            factory.runInTransaction(em -> {
                for (int number = from; number < from + BATCH && number <= ROWS; number++) {
                    em.persist(Customers.customer(number));
                }
            });
        }
    }

    /** What is reachable now. */
    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
