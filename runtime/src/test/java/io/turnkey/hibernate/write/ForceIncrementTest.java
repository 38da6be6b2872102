package io.turnkey.hibernate.write;

import static io.turnkey.hibernate.write.BulkUnit.committed;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.hibernate.write.BulkEntities.Car;
import io.turnkey.hibernate.write.BulkEntities.Customer;
import io.turnkey.hibernate.write.BulkEntities.Vehicle;
import io.turnkey.testing.Databases;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A forced increment changes the row and raises no event. */
@Tag("F44")
@Tag("F45")
@Tag("H30")
class ForceIncrementTest {
    @ParameterizedTest
    @EnumSource(Databases.class)
    void at_commit_it_drops_the_model(Databases database) {
        for (LockModeType mode :
                List.of(LockModeType.OPTIMISTIC_FORCE_INCREMENT, LockModeType.PESSIMISTIC_FORCE_INCREMENT)) {
            increments(database, session -> session.lock(session.find(Customer.class, 1), mode));
            increments(database, session -> session.find(Customer.class, 1, mode));
            increments(
                    database,
                    session -> session.createSelectionQuery("from Customer", Customer.class)
                            .setLockMode(mode)
                            .getResultList());
            increments(database, session -> session.refresh(session.find(Customer.class, 1), mode));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void of_a_subclass_it_drops_the_model_of_the_hierarchy(Databases database) {
        try (BulkUnit bulk = BulkUnit.open(database, Door.SESSION)) {
            bulk.given(session -> session.persist(new Car(1, "a")));

            bulk.factory()
                    .inTransaction(session -> session.find(Vehicle.class, 1, LockModeType.OPTIMISTIC_FORCE_INCREMENT));

            assertThat(bulk.lines()).isEqualTo(committed("Vehicle"));
        }
    }

    private static void increments(Databases database, Consumer<Session> work) {
        try (BulkUnit bulk = BulkUnit.open(database, Door.SESSION)) {
            bulk.given(session -> session.persist(new Customer(1, "a")));

            bulk.factory().inTransaction(work::accept);

            assertThat(bulk.factory().<Integer>fromSession(session -> session.find(Customer.class, 1).version))
                    .isPositive();
            assertThat(bulk.lines()).isEqualTo(committed("Customer"));
        }
    }
}
