package io.turnkey.example.tour;

import io.turnkey.example.console.Narrator;
import io.turnkey.example.model.Customer;
import io.turnkey.example.model.CustomerCache;
import java.util.List;
import org.hibernate.SessionFactory;

/** Writes for which Hibernate manages no entity: a bulk statement, and a StatelessSession. */
final class WithoutEntities implements Chapter {
    @Override
    public void tell(Scene scene) {
        Narrator narrator = scene.narrator();
        CustomerCache customers = scene.caches().get(CustomerCache.class);
        narrator.chapter(
                "Writes without entities",
                "A bulk update says which table it writes, not which rows: all of that model leave memory, those of"
                        + " other models stay. Native SQL is understood the same way.");
        customers.getManyById(List.of(1L, 2L));
        narrator.code("entityManagerFactory.runInTransaction(em -> em");
        narrator.code("        .createQuery(\"update Customer set status = ACTIVE where id = 1\")");
        narrator.code("        .executeUpdate());");
        scene.entityManagerFactory()
                .runInTransaction(em -> em.createQuery("update Customer set status = ACTIVE where id = 1")
                        .executeUpdate());
        narrator.read(customers, "customers.getById(1L)", () -> customers.getById(1L), Describe::customer);
        narrator.read(customers, "customers.getById(2L)", () -> customers.getById(2L), Describe::anybody);
        narrator.pause();
        narrator.say("A StatelessSession has no entities either, and is noticed row by row:");
        narrator.code("sessionFactory.inStatelessTransaction(session -> {");
        narrator.code("    Customer customer = session.get(Customer.class, 1L);");
        narrator.code("    customer.setEmail(\"ada@example.com\");");
        narrator.code("    session.update(customer);");
        narrator.code("});");
        scene.entityManagerFactory().unwrap(SessionFactory.class).inStatelessTransaction(session -> {
            Customer customer = session.get(Customer.class, 1L);
            customer.setEmail("ada@example.com");
            session.update(customer);
        });
        narrator.read(
                customers,
                "customers.getByEmail(\"ada@example.org\")",
                () -> customers.getByEmail("ada@example.org"),
                Describe::customer);
        narrator.read(
                customers,
                "customers.getByEmail(\"ada@example.com\")",
                () -> customers.getByEmail("ada@example.com"),
                Describe::customer);
    }
}
