package io.turnkey.hibernate.write;

import static io.turnkey.hibernate.write.People.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.hibernate.write.People.Organization;
import io.turnkey.hibernate.write.People.Person;
import io.turnkey.testing.Jta;
import io.turnkey.testing.TestUnit;
import jakarta.transaction.Synchronization;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F44")
@Tag("H6")
class JtaWritesTest {
    private final TransactionManager transactions = Jta.transactions();
    private final RecordingSink<Long> sink = new RecordingSink<>(People.BY_EMAIL);
    private TestUnit unit;

    @BeforeEach
    void open() {
        unit = Jta.open(Person.class, Organization.class);
        sink.listenTo(unit.factory());
    }

    @AfterEach
    void close() {
        assertThat(sink.failures()).isEmpty();
        unit.close();
    }

    @Test
    void writes_are_settled_when_the_transaction_manager_commits() throws Exception {
        transactions.begin();
        try (Session session = unit.factory().openSession()) {
            session.persist(new Person(1, "a"));
            session.flush();
            assertThat(sink.log()).isEmpty();
            transactions.commit();
        }
        assertThat(sink.log()).containsExactly("INSERT 1 " + only("a"), "COMMITTED");
    }

    @Test
    void a_session_that_was_closed_before_the_commit_is_heard() throws Exception {
        transactions.begin();
        try (Session session = unit.factory().openSession()) {
            session.persist(new Person(1, "a"));
            session.flush();
        }
        transactions.commit();
        assertThat(sink.log()).containsExactly("INSERT 1 " + only("a"), "COMMITTED");
    }

    @Test
    void of_a_rollback_hibernate_does_not_tell_that_it_was_one() throws Exception {
        transactions.begin();
        try (Session session = unit.factory().openSession()) {
            session.persist(new Person(1, "a"));
            session.flush();
            transactions.rollback();
        }
        assertThat(sink.log()).containsExactly("INSERT 1 " + only("a"), "UNKNOWN");
    }

    @Test
    void a_transaction_that_is_suspended_is_told_apart_from_the_one_inside() throws Exception {
        transactions.begin();
        Session outer = unit.factory().openSession();
        outer.persist(new Person(1, "a"));
        outer.flush();
        Transaction suspended = transactions.suspend();

        transactions.begin();
        try (Session inner = unit.factory().openSession()) {
            inner.persist(new Person(2, "b"));
            transactions.commit();
        }
        assertThat(sink.log()).containsExactly("INSERT 2 " + only("b"), "COMMITTED");

        transactions.resume(suspended);
        outer.persist(new Person(3, "c"));
        transactions.commit();
        outer.close();
        assertThat(sink.log()).containsExactly("INSERT 1 " + only("a"), "INSERT 3 " + only("c"), "COMMITTED");
    }

    @Test
    void several_transactions_of_one_session_are_told_apart() throws Exception {
        try (Session session = unit.factory().openSession()) {
            transactions.begin();
            session.persist(new Person(1, "a"));
            session.flush();
            transactions.commit();
            assertThat(sink.log()).containsExactly("INSERT 1 " + only("a"), "COMMITTED");
            transactions.begin();
            session.persist(new Person(2, "b"));
            session.flush();
            transactions.commit();
            assertThat(sink.log()).containsExactly("INSERT 2 " + only("b"), "COMMITTED");
        }
    }

    @Test
    void two_persistence_units_of_one_transaction_are_both_told() throws Exception {
        try (TestUnit second = Jta.open(Person.class, Organization.class)) {
            RecordingSink<Long> other = new RecordingSink<>(People.BY_EMAIL);
            other.listenTo(second.factory());
            transactions.begin();
            try (Session one = unit.factory().openSession();
                    Session two = second.factory().openSession()) {
                one.persist(new Person(1, "a"));
                two.persist(new Person(2, "b"));
                transactions.commit();
            }
            assertThat(sink.log()).containsExactly("INSERT 1 " + only("a"), "COMMITTED");
            assertThat(other.log()).containsExactly("INSERT 2 " + only("b"), "COMMITTED");
        }
    }

    @Test
    void a_synchronization_that_flushes_after_hibernates_own_is_heard() throws Exception {
        transactions.begin();
        try (Session session = unit.factory().openSession()) {
            session.persist(new Person(1, "a"));
            session.flush();
            transactions.getTransaction().registerSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    session.persist(new Person(2, "b"));
                    session.flush();
                }

                @Override
                public void afterCompletion(int status) {}
            });
            transactions.commit();
        }
        assertThat(sink.log()).contains("INSERT 1 " + only("a"), "INSERT 2 " + only("b"));
        assertThat(sink.log()).isEmpty();
    }

    @Test
    @Tag("H16")
    void stateless_sessions_join_and_those_outside_are_told_at_once() throws Exception {
        try (StatelessSession session = unit.factory().openStatelessSession()) {
            transactions.begin();
            session.insert(new Person(1, "a"));
            assertThat(sink.log()).isEmpty();
            transactions.commit();
            assertThat(sink.log()).containsExactly("INSERT 1 " + only("a"), "COMMITTED");

            session.insert(new Person(2, "b"));
            assertThat(sink.log()).containsExactly("INSERT 2 " + only("b"), "COMMITTED");
        }
    }
}
