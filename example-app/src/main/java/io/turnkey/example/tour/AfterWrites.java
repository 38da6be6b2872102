package io.turnkey.example.tour;

import static java.util.Objects.requireNonNull;

import io.turnkey.example.console.Narrator;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.CustomerSnapshot;
import io.turnkey.example.model.CustomerStatus;
import jakarta.persistence.EntityManager;

/** An update, a rollback and a change of a key, each followed at once by reads. */
final class AfterWrites implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        CustomerCache customers = scene.caches().get(CustomerCache.class);
        narrator.chapter(
                "After a write",
                "Write through Hibernate as ever. Once the commit has returned, no key answers with what the row was"
                        + " before. The first read fetches the row, the next ones find it in memory.");
        CustomerSnapshot ada = customers.getById(1L).orElseThrow();
        narrator.code("entityManagerFactory.runInTransaction(");
        narrator.code("        em -> requireNonNull(ada.find(em)).setStatus(CustomerStatus.DORMANT));");
        scene.entityManagerFactory()
                .runInTransaction(em -> requireNonNull(ada.find(em)).setStatus(CustomerStatus.DORMANT));
        narrator.read(customers, "customers.getById(1L)", () -> customers.getById(1L), Describe::customer);
        narrator.read(
                customers,
                "customers.getByTenantIdAndLogin(1L, \"ada\")",
                () -> customers.getByTenantIdAndLogin(1L, "ada"),
                Describe::customer);
        narrator.pause();
        rollBack(scene, customers, ada);
        narrator.pause();
        changeKey(scene, customers, ada);
    }

    private static void rollBack(Scene scene, CustomerCache customers, CustomerSnapshot ada) {
        Narrator narrator = scene.narrator();
        narrator.say("What is not committed is not seen, by nobody; and what is rolled back never was:");
        narrator.code("em.getTransaction().begin();");
        narrator.code("requireNonNull(ada.find(em)).setStatus(CustomerStatus.BLOCKED);");
        narrator.code("em.flush();");
        try (EntityManager em = scene.entityManagerFactory().createEntityManager()) {
            em.getTransaction().begin();
            requireNonNull(ada.find(em)).setStatus(CustomerStatus.BLOCKED);
            em.flush();
            narrator.read(customers, "customers.getById(1L)", () -> customers.getById(1L), Describe::customer);
            narrator.code("em.getTransaction().rollback();");
            em.getTransaction().rollback();
        }
        narrator.read(customers, "customers.getById(1L)", () -> customers.getById(1L), Describe::customer);
    }

    private static void changeKey(Scene scene, CustomerCache customers, CustomerSnapshot ada) {
        Narrator narrator = scene.narrator();
        narrator.say("A key moves with its row: the old value finds nothing any more, the new one finds the row.");
        narrator.code("entityManagerFactory.runInTransaction(");
        narrator.code("        em -> requireNonNull(ada.find(em)).setEmail(\"ada@example.org\"));");
        scene.entityManagerFactory()
                .runInTransaction(em -> requireNonNull(ada.find(em)).setEmail("ada@example.org"));
        narrator.read(
                customers,
                "customers.getByEmail(\"ada@example.com\")",
                () -> customers.getByEmail("ada@example.com"),
                Describe::customer);
        narrator.read(
                customers,
                "customers.getByEmail(\"ada@example.org\")",
                () -> customers.getByEmail("ada@example.org"),
                Describe::customer);
    }
}
