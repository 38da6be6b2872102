package io.turnkey.example.guide;

import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.Customer;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.CustomerSnapshot;
import io.turnkey.example.model.CustomerStatus;
import java.util.List;
import java.util.Optional;

/** One model: rows by id and by every key, complete lists, and writes that are seen at once. */
public final class BasicUsage {
    private BasicUsage() {}

    /** Runs it. */
    public static void main(String... args) {
        // ShopDatabase stands for what your application has: an EntityManagerFactory. It holds 200 customers.
        // CustomerCache and CustomerSnapshot were generated from Customer, which carries @Cacheable and its keys.
        try (ShopDatabase database = ShopDatabase.small();
                CustomerCache customers = CustomerCache.open(database.entityManagerFactory())) {

            // A miss asks the database. Afterwards the same copy is found in memory by whichever key.
            CustomerSnapshot ada = customers.getByEmail("ada@example.com").orElseThrow();
            customers.getById(1L);
            customers.getByTenantIdAndLogin(1L, "ada");
            System.out.println("Found " + ada.name() + ", " + ada.status() + "; by three keys, loads: "
                    + customers.stats().loads());

            // A key that many rows share answers with all of them, not only with those in memory.
            List<CustomerSnapshot> blocked = customers.listByStatus(CustomerStatus.BLOCKED);
            System.out.println("Blocked: " + blocked.size());

            // Write through Hibernate as ever. Once the commit has returned, no key finds what the row was before.
            database.entityManagerFactory().runInTransaction(em -> {
                Customer entity = em.find(Customer.class, ada.id());
                entity.setStatus(CustomerStatus.BLOCKED);
                entity.setEmail("ada@example.org");
            });
            Optional<CustomerSnapshot> oldEmail = customers.getByEmail("ada@example.com");
            Optional<CustomerSnapshot> newEmail = customers.getByEmail("ada@example.org");
            System.out.println("By her old e-mail: " + oldEmail.map(CustomerSnapshot::status));
            System.out.println("By her new e-mail: " + newEmail.map(CustomerSnapshot::status));
            System.out.println(
                    "Blocked: " + customers.listByStatus(CustomerStatus.BLOCKED).size());

            // What you were given never changes under your hands: a snapshot is an immutable record.
            System.out.println("The copy from before: " + ada.status());
            System.out.println("Hits " + customers.stats().hits() + ", misses "
                    + customers.stats().misses());
        }
    }
}
