package io.turnkey.example.tour;

import static java.util.Objects.requireNonNull;

import io.turnkey.example.console.Narrator;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.CustomerSnapshot;
import io.turnkey.example.model.CustomerStatus;

/** What to do after a change, as long as the caches cannot see it. */
final class AfterWrites implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        CustomerCache customers = scene.caches().get(CustomerCache.class);
        narrator.chapter(
                "After a write",
                "This version does not notice writes; hooks into Hibernate will. Until then, say what changed:"
                        + " invalidate by whichever key is at hand, and the row leaves memory under all of them.");
        CustomerSnapshot ada = customers.getById(1L).orElseThrow();
        narrator.code("entityManagerFactory.runInTransaction(");
        narrator.code("        em -> requireNonNull(ada.find(em)).setStatus(CustomerStatus.DORMANT));");
        scene.entityManagerFactory()
                .runInTransaction(em -> requireNonNull(ada.find(em)).setStatus(CustomerStatus.DORMANT));
        narrator.read(customers, "customers.getById(1L)", () -> customers.getById(1L), Describe::customer);
        narrator.pause();
        narrator.run(
                "customers.invalidateByEmail(\"ada@example.com\")",
                () -> customers.invalidateByEmail("ada@example.com"));
        narrator.read(customers, "customers.getById(1L)", () -> customers.getById(1L), Describe::customer);
        narrator.read(
                customers,
                "customers.getByTenantIdAndLogin(1L, \"ada\")",
                () -> customers.getByTenantIdAndLogin(1L, "ada"),
                Describe::customer);
    }
}
