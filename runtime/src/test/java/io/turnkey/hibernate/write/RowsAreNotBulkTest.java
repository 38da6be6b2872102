package io.turnkey.hibernate.write;

import static io.turnkey.hibernate.write.BulkUnit.committed;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.hibernate.write.BulkEntities.Car;
import io.turnkey.hibernate.write.BulkEntities.Customer;
import io.turnkey.hibernate.write.BulkEntities.Ledger;
import io.turnkey.hibernate.write.BulkEntities.Line;
import io.turnkey.hibernate.write.BulkEntities.Note;
import io.turnkey.hibernate.write.BulkEntities.Purchase;
import io.turnkey.hibernate.write.BulkEntities.Role;
import io.turnkey.hibernate.write.BulkEntities.Vehicle;
import io.turnkey.testing.Databases;
import jakarta.persistence.LockModeType;
import java.util.List;
import org.hibernate.FlushMode;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.event.spi.EventType;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.persister.entity.EntityPersister;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a row event tells of is not heard a second time as a bulk statement, which would drop whole models at every flush. */
@Tag("F44")
@Tag("F45")
class RowsAreNotBulkTest {
    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_flush_drops_no_model_whole(Databases database) {
        try (BulkUnit bulk = BulkUnit.open(database, Door.SESSION)) {
            bulk.factory().inTransaction(session -> write(session));
            bulk.factory().inTransaction(session -> {
                Customer customer = session.find(Customer.class, 1);
                customer.name = "b";
                customer.tags.remove("x");
                customer.tags.add("z");
                customer.roles.clear();
                session.find(Car.class, 1).doors = 5;
                session.find(Ledger.class, 1).detail = "b";
                Purchase purchase = session.createSelectionQuery("from Purchase", Purchase.class)
                        .getSingleResult();
                purchase.lines.remove(0);
                purchase.lines.add(new Line(purchase, "c"));
            });
            bulk.factory().inTransaction(session -> {
                Customer detached = new Customer(1, "c");
                detached.version = 1;
                session.merge(detached);
            });
            bulk.factory().inTransaction(session -> {
                session.remove(session.find(Customer.class, 1));
                session.remove(session.find(Car.class, 1));
                session.remove(session.find(Ledger.class, 1));
                session.remove(session.createSelectionQuery("from Purchase", Purchase.class)
                        .getSingleResult());
            });

            assertThat(bulk.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_flush_in_batches_drops_no_model_whole(Databases database) {
        try (BulkUnit bulk =
                BulkUnit.open(database, Door.SESSION, unit -> unit.property("hibernate.jdbc.batch_size", 3))) {
            bulk.factory().inTransaction(session -> {
                for (long id = 1; id <= 8; id++) {
                    session.persist(new Customer(id, "a"));
                    session.persist(new Role(id, "a"));
                }
            });
            bulk.factory()
                    .inTransaction(session -> session.createSelectionQuery("from Customer", Customer.class)
                            .getResultList()
                            .forEach(customer -> customer.name = "b"));

            assertThat(bulk.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_flush_before_a_query_or_a_bulk_statement_drops_no_model_of_its_own(Databases database) {
        try (BulkUnit bulk = BulkUnit.open(database, Door.SESSION)) {
            bulk.factory().inTransaction(session -> {
                session.persist(new Customer(1, "a"));
                session.createSelectionQuery("from Customer", Customer.class).getResultList();
                session.persist(new Role(1, "a"));
                session.flush();
                session.persist(new Ledger(1, "a"));
                session.createMutationQuery("update Ledger set name = 'b'").executeUpdate();
                session.persist(new Car(1, "a"));
                session.createNativeMutationQuery("update roles set name = 'b'").executeUpdate();
            });

            assertThat(bulk.lines()).isEqualTo(committed("Ledger", "Role"));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_operation_of_a_stateless_session_drops_no_model_whole(Databases database) {
        try (BulkUnit bulk = BulkUnit.open(database, Door.STATELESS)) {
            bulk.factory().inStatelessTransaction(RowsAreNotBulkTest::write);

            assertThat(bulk.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_a_listener_executes_during_a_flush_counts_as_what_it_is(Databases database) {
        try (BulkUnit bulk = BulkUnit.open(database, Door.SESSION)) {
            bulk.given(session -> session.persist(new Car(1, "a")));
            bulk.factory()
                    .unwrap(SessionFactoryImplementor.class)
                    .getEventEngine()
                    .getListenerRegistry()
                    .appendListeners(EventType.POST_INSERT, new Writing());

            bulk.factory().inTransaction(session -> session.persist(new Customer(1, "a")));

            assertThat(bulk.lines()).isEqualTo(committed("Ledger", "Role", "Vehicle"));
        }
    }

    private static void write(Session session) {
        Customer customer = new Customer(1, "a");
        customer.tags.addAll(List.of("x", "y"));
        Role role = new Role(1, "a");
        session.persist(role);
        customer.roles.add(role);
        session.persist(customer);
        session.persist(new Car(1, "a"));
        session.persist(new Ledger(1, "a"));
        session.persist(new Note("a"));
        Purchase purchase = new Purchase("a");
        purchase.lines.add(new Line(purchase, "a"));
        purchase.lines.add(new Line(purchase, "b"));
        session.persist(purchase);
    }

    private static void write(StatelessSession session) {
        Customer customer = new Customer(1, "a");
        customer.tags.addAll(List.of("x", "y"));
        session.insert(customer);
        customer.name = "b";
        customer.tags.add("z");
        session.update(customer);
        Role role = new Role(1, "a");
        session.upsert(role);
        session.upsertMultiple(List.of(role, new Role(2, "b")));
        session.insertMultiple(List.of(new Role(3, "a"), new Role(4, "b")));
        session.updateMultiple(List.of(role));
        session.deleteMultiple(List.of(role));
        session.insert(new Car(1, "a"));
        session.insert(new Ledger(1, "a"));
        session.insert(new Note("a"));
        Purchase purchase = new Purchase("a");
        session.insert(purchase);
        Line line = new Line(purchase, "a");
        session.insert(line);
        session.delete(line);
        session.delete(purchase);
        session.delete(customer);
    }

    /** Writes whenever a row is inserted. */
    private static final class Writing implements PostInsertEventListener {
        private static final long serialVersionUID = 1;

        @Override
        public void onPostInsert(PostInsertEvent event) {
            Session session = (Session) event.getSession();
            session.setHibernateFlushMode(FlushMode.MANUAL);
            session.createMutationQuery("update Ledger set name = 'b'").executeUpdate();
            session.createNativeMutationQuery("update roles set name = 'b'").executeUpdate();
            session.find(Vehicle.class, 1, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
        }

        @Override
        public boolean requiresPostCommitHandling(EntityPersister persister) {
            return false;
        }
    }
}
