package io.turnkey.hibernate.write;

import static io.turnkey.hibernate.write.BulkUnit.committed;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.hibernate.write.BulkEntities.Customer;
import io.turnkey.hibernate.write.BulkEntities.Role;
import io.turnkey.testing.Jta;
import io.turnkey.testing.TestUnit;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import org.hibernate.SharedSessionContract;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Under JTA a session gives its connection back after each statement, and may be closed before the transaction ends. */
@Tag("F45")
@Tag("H15")
class BulkJtaTest {
    private static final String UPDATE = "update Customer set name = 'b'";

    private final TransactionManager transactions = Jta.transactions();

    @ParameterizedTest
    @EnumSource(Door.class)
    void it_is_blocked_until_the_transaction_manager_commits(Door door) throws Exception {
        try (BulkUnit bulk = open(door);
                SharedSessionContract session = bulk.session()) {
            transactions.begin();
            session.createMutationQuery(UPDATE).executeUpdate();
            session.createNativeMutationQuery("update roles set name = 'b'").executeUpdate();
            assertThat(bulk.lines()).containsExactly("Customer blocked", "Role blocked");

            transactions.commit();

            assertThat(bulk.lines()).containsExactly("Customer COMMITTED", "Role COMMITTED");
        }
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void a_rollback_ends_it(Door door) throws Exception {
        try (BulkUnit bulk = open(door);
                SharedSessionContract session = bulk.session()) {
            transactions.begin();
            session.createMutationQuery(UPDATE).executeUpdate();

            transactions.rollback();

            assertThat(bulk.lines()).containsExactly("Customer blocked", "Customer UNKNOWN");
        }
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void it_outlives_a_session_that_is_closed_before(Door door) throws Exception {
        try (BulkUnit bulk = open(door)) {
            transactions.begin();
            try (SharedSessionContract session = bulk.session()) {
                session.createMutationQuery(UPDATE).executeUpdate();
            }
            assertThat(bulk.lines()).containsExactly("Customer blocked");

            transactions.commit();

            assertThat(bulk.lines()).containsExactly("Customer COMMITTED");
        }
    }

    @ParameterizedTest
    @EnumSource(Door.class)
    void it_outlives_a_transaction_that_runs_while_its_own_is_suspended(Door door) throws Exception {
        try (BulkUnit bulk = open(door);
                SharedSessionContract outer = bulk.session()) {
            transactions.begin();
            outer.createMutationQuery(UPDATE).executeUpdate();
            Transaction suspended = transactions.suspend();
            assertThat(bulk.lines()).containsExactly("Customer blocked");

            transactions.begin();
            try (SharedSessionContract inner = bulk.session()) {
                inner.createMutationQuery("update Role set name = 'b'").executeUpdate();
            }
            transactions.commit();
            assertThat(bulk.lines()).isEqualTo(committed("Role"));

            transactions.resume(suspended);
            transactions.commit();
            assertThat(bulk.lines()).containsExactly("Customer COMMITTED");
        }
    }

    private static BulkUnit open(Door door) {
        TestUnit unit = Jta.open(Customer.class, Role.class);
        return BulkUnit.of(unit, door, Customer.class, Role.class);
    }
}
