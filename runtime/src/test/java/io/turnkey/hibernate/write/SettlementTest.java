package io.turnkey.hibernate.write;

import static io.turnkey.hibernate.write.BulkUnit.committed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.hibernate.write.BulkEntities.Customer;
import io.turnkey.testing.Databases;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.hibernate.HibernateException;
import org.hibernate.Interceptor;
import org.hibernate.Session;
import org.hibernate.SharedSessionContract;
import org.hibernate.Transaction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** From the statement until it is known what became of it, the model is blocked. */
@Tag("F45")
@Tag("H15")
class SettlementTest {
    private static final String EVERYWHERE = "io.turnkey.hibernate.write.BulkUnit#everywhere";
    private static final String UPDATE = "update Customer set name = 'b'";

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void it_is_blocked_before_the_statement_runs_and_until_the_commit(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door);
                SharedSessionContract session = bulk.session()) {
            Transaction transaction = session.beginTransaction();
            session.createMutationQuery(UPDATE).executeUpdate();
            assertThat(bulk.lines()).containsExactly("Customer blocked");

            transaction.commit();

            assertThat(bulk.lines()).containsExactly("Customer COMMITTED");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_rollback_ends_it(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door);
                SharedSessionContract session = bulk.session()) {
            Transaction transaction = session.beginTransaction();
            session.createMutationQuery(UPDATE).executeUpdate();

            transaction.rollback();

            assertThat(bulk.lines()).containsExactly("Customer blocked", "Customer UNKNOWN");
        }
    }

    /** The database has rolled back here, but from the failure alone nobody can tell. */
    @ParameterizedTest
    @EnumSource(Door.class)
    @Tag("H6")
    void a_commit_that_fails_leaves_it_open_what_became_of_it(Door door) {
        try (BulkUnit bulk = BulkUnit.open(Databases.POSTGRESQL, door)) {
            bulk.sql("alter table roles add unique (name) deferrable initially deferred");

            assertThatThrownBy(() -> bulk.hql("insert into Role (id, name) values (1, 'a'), (2, 'a')"))
                    .isInstanceOf(PersistenceException.class);

            assertThat(bulk.lines()).containsExactly("Role blocked", "Role UNKNOWN");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_statement_that_fails_may_still_be_followed_by_others(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door)) {
            bulk.given(session -> session.persist(new Customer(1, "a")));

            assertThatThrownBy(
                            () -> bulk.in(session -> session.createNativeMutationQuery("update customers set id = null")
                                    .executeUpdate()))
                    .isInstanceOf(HibernateException.class);

            assertThat(bulk.lines()).containsExactly("Customer blocked", "Customer UNKNOWN");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void each_transaction_of_a_session_blocks_anew(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(database, door);
                SharedSessionContract session = bulk.session()) {
            for (int i = 0; i < 2; i++) {
                Transaction transaction = session.beginTransaction();
                session.createMutationQuery(UPDATE).executeUpdate();
                transaction.commit();

                assertThat(bulk.lines()).isEqualTo(committed("Customer"));
            }
            Transaction transaction = session.beginTransaction();
            session.createSelectionQuery("from Customer", Customer.class).getResultList();
            transaction.commit();

            assertThat(bulk.lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void without_a_transaction_it_ends_with_the_statement(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(
                        database, door, unit -> unit.property("hibernate.allow_update_outside_transaction", true));
                SharedSessionContract session = bulk.session()) {
            session.createMutationQuery(UPDATE).executeUpdate();
            assertThat(bulk.lines()).containsExactly("Customer blocked", "Customer UNKNOWN");

            session.createNativeMutationQuery("update roles set name = 'b'").executeUpdate();
            assertThat(bulk.lines()).containsExactly("Role blocked", "Role UNKNOWN");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void without_a_transaction_it_ends_with_the_session_if_that_keeps_its_connection(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(
                database,
                door,
                unit -> unit.property("hibernate.allow_update_outside_transaction", true)
                        .property("hibernate.connection.handling_mode", "DELAYED_ACQUISITION_AND_HOLD"))) {
            try (SharedSessionContract session = bulk.session()) {
                session.createMutationQuery(UPDATE).executeUpdate();
                assertThat(bulk.lines()).containsExactly("Customer blocked");
            }

            assertThat(bulk.lines()).containsExactly("Customer UNKNOWN");
        }
    }

    @ParameterizedTest
    @MethodSource(EVERYWHERE)
    void a_session_that_keeps_its_connection_ends_it_with_the_transaction(Databases database, Door door) {
        try (BulkUnit bulk = BulkUnit.open(
                database,
                door,
                unit -> unit.property("hibernate.connection.handling_mode", "DELAYED_ACQUISITION_AND_HOLD"))) {
            assertThat(bulk.in(session -> session.createMutationQuery(UPDATE).executeUpdate()))
                    .isEqualTo(committed("Customer"));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_session_closed_in_its_transaction_goes_on_until_that_ends(Databases database) {
        try (BulkUnit bulk = BulkUnit.open(database, Door.SESSION)) {
            Session session = bulk.factory().openSession();
            Transaction transaction = session.beginTransaction();
            session.createMutationQuery(UPDATE).executeUpdate();
            session.close();
            assertThat(bulk.lines()).containsExactly("Customer blocked");

            transaction.commit();

            assertThat(bulk.lines()).containsExactly("Customer COMMITTED");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_stateless_session_closed_in_its_transaction_ends_it(Databases database) {
        try (BulkUnit bulk = BulkUnit.open(database, Door.STATELESS)) {
            SharedSessionContract session = bulk.session();
            session.beginTransaction();
            session.createMutationQuery(UPDATE).executeUpdate();

            session.close();

            assertThat(bulk.lines()).containsExactly("Customer blocked", "Customer UNKNOWN");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_statement_in_another_session_while_one_commits_ends_with_that_session(Databases database) {
        try (BulkUnit bulk = BulkUnit.open(
                database, Door.SESSION, unit -> unit.property("hibernate.allow_update_outside_transaction", true))) {
            Interceptor other = new Interceptor() {
                @Override
                public void beforeTransactionCompletion(Transaction transaction) {
                    try (Session session = bulk.factory().openSession()) {
                        session.createMutationQuery(UPDATE).executeUpdate();
                    }
                    assertThat(bulk.lines()).containsExactly("Customer blocked", "Customer UNKNOWN");
                }
            };
            try (Session session =
                    bulk.factory().withOptions().interceptor(other).openSession()) {
                Transaction transaction = session.beginTransaction();
                transaction.commit();
            }
        }
    }

    /** Its commit cannot be seen, so that the model stays blocked for as long as the engine allows. */
    @ParameterizedTest
    @EnumSource(Databases.class)
    void on_a_connection_of_the_callers_it_outlives_the_session(Databases database) throws SQLException {
        try (BulkUnit bulk = BulkUnit.open(
                        database,
                        Door.SESSION,
                        unit -> unit.property("hibernate.allow_update_outside_transaction", true));
                Connection connection = bulk.unit().dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try (Session session =
                    bulk.factory().withOptions().connection(connection).openSession()) {
                session.createMutationQuery(UPDATE).executeUpdate();
            }
            connection.commit();

            assertThat(bulk.lines()).isEqualTo(List.of("Customer blocked"));
        }
    }
}
