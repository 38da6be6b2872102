package io.turnkey.hibernate.write;

import static io.turnkey.hibernate.write.People.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.hibernate.write.People.Organization;
import io.turnkey.hibernate.write.People.Person;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.Session;
import org.hibernate.SessionEventListener;
import org.hibernate.StatelessSession;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("F44")
@Tag("H16")
class StatelessWritesTest {
    private static final String ONE = "INSERT 1 " + only("a");
    private static final String TWO = "INSERT 2 " + only("b");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void each_write_of_a_transaction_is_told(Databases database) {
        with(database, (unit, sink) -> {
            Person person = new Person(1, "a");
            unit.factory().inStatelessTransaction(session -> session.insert(person));
            assertThat(sink.log()).containsExactly(ONE, "COMMITTED");
            person.email = "b";
            unit.factory().inStatelessTransaction(session -> session.update(person));
            assertThat(sink.log())
                    .as("nobody knows the old value")
                    .containsExactly("UPDATE 1 " + only("b"), "COMMITTED");
            unit.factory().inStatelessTransaction(session -> session.upsert(person));
            assertThat(sink.log()).containsExactly("UPDATE 1 " + only("b"), "COMMITTED");
            unit.factory().inStatelessTransaction(session -> session.delete(person));
            assertThat(sink.log()).containsExactly("DELETE 1 {}", "COMMITTED");
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void of_a_row_that_the_transaction_has_inserted_the_values_are_known(Databases database) {
        with(database, (unit, sink) -> {
            unit.factory().inStatelessTransaction(session -> {
                Person person = new Person(1, "a");
                session.insert(person);
                person.email = "b";
                session.update(person);
            });
            assertThat(sink.log()).containsExactly("INSERT 1 " + only("a", "b"), "COMMITTED");
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("H6")
    void a_rollback_leaves_no_trace(Databases database) {
        with(database, (unit, sink) -> {
            try (StatelessSession session = unit.factory().openStatelessSession()) {
                session.beginTransaction();
                session.insert(new Person(1, "a"));
                session.getTransaction().rollback();
            }
            assertThat(sink.log()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void without_a_transaction_a_write_is_told_at_once(Databases database) {
        with(database, (unit, sink) -> {
            try (StatelessSession session = unit.factory().openStatelessSession()) {
                Person person = new Person(1, "a");
                session.insert(person);
                assertThat(sink.log()).containsExactly(ONE, "COMMITTED");
                session.update(person);
                assertThat(sink.log()).containsExactly("UPDATE 1 " + only("a"), "COMMITTED");
                session.delete(person);
                assertThat(sink.log()).containsExactly("DELETE 1 {}", "COMMITTED");
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_batch_of_a_transaction_is_told_when_it_commits(Databases database) {
        with(database, (unit, sink) -> {
            unit.factory().inStatelessTransaction(session -> {
                session.insertMultiple(List.of(new Person(1, "a"), new Person(2, "b")));
                assertThat(sink.log()).isEmpty();
            });
            assertThat(sink.log()).containsExactly(ONE, TWO, "COMMITTED");
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_batch_without_a_transaction_is_settled_when_it_has_run(Databases database) {
        with(database, (unit, sink) -> {
            try (StatelessSession session = unit.factory().openStatelessSession()) {
                SharedSessionContractImplementor spi = (SharedSessionContractImplementor) session;
                spi.getEventListenerManager().addListener(new NotingBatches(sink));

                session.insertMultiple(List.of(tagged(1, "a"), tagged(2, "b")));
            }
            assertThat(sink.log())
                    .as("the tags are written after Hibernate has told of the row")
                    .containsExactly(ONE, "batch", "COMMITTED", TWO, "batch", "COMMITTED");
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_is_committed_by_the_connection_itself_stays_blocked(Databases database) throws SQLException {
        try (TestUnit unit = database.open(Person.class, Organization.class);
                Connection connection = unit.dataSource().getConnection()) {
            RecordingSink<Long> sink = new RecordingSink<>(People.BY_EMAIL);
            sink.listenTo(unit.factory());
            connection.setAutoCommit(false);
            try (StatelessSession session = unit.factory().openStatelessSession(connection)) {
                session.insert(new Person(1, "a"));
            }
            connection.commit();

            assertThat(sink.log()).as("until the sink's own deadline").containsExactly(ONE);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_session_that_flushes_without_a_transaction_is_told_at_once(Databases database) {
        try (TestUnit unit = database.open(
                settings -> settings.property("hibernate.allow_update_outside_transaction", true),
                Person.class,
                Organization.class)) {
            RecordingSink<Long> sink = new RecordingSink<>(People.BY_EMAIL);
            sink.listenTo(unit.factory());
            try (Session session = unit.factory().openSession()) {
                session.persist(new Person(1, "a"));
                session.flush();
                assertThat(sink.log()).containsExactly(ONE, "UPDATE 1 {}", "COMMITTED", "COMMITTED");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_session_that_flushes_batches_without_a_transaction_is_settled_when_they_have_run(Databases database) {
        try (TestUnit unit = database.open(
                settings -> settings.property("hibernate.allow_update_outside_transaction", true)
                        .property("hibernate.jdbc.batch_size", 20),
                Person.class,
                Organization.class)) {
            RecordingSink<Long> sink = new RecordingSink<>(People.BY_EMAIL, new CopyOnWriteArrayList<>());
            sink.listenTo(unit.factory());
            try (Session session = unit.factory().openSession()) {
                ((SharedSessionContractImplementor) session)
                        .getEventListenerManager()
                        .addListener(new NotingBatches(sink));
                session.persist(tagged(1, "a"));
                session.flush();
                assertThat(sink.log()).containsExactly(ONE, "UPDATE 1 {}", "batch", "COMMITTED", "COMMITTED");
            }
        }
    }

    private static Person tagged(long id, String email) {
        Person person = new Person(id, email);
        person.tags.add("tag");
        return person;
    }

    private static void with(Databases database, Test test) {
        try (TestUnit unit = database.open(Person.class, Organization.class)) {
            RecordingSink<Long> sink = new RecordingSink<>(People.BY_EMAIL);
            sink.listenTo(unit.factory());
            test.run(unit, sink);
            assertThat(sink.failures()).isEmpty();
        }
    }

    private interface Test {
        void run(TestUnit unit, RecordingSink<Long> sink);
    }

    private static final class NotingBatches implements SessionEventListener {
        private static final long serialVersionUID = 1L;

        private final transient RecordingSink<?> sink;

        NotingBatches(RecordingSink<?> sink) {
            this.sink = sink;
        }

        @Override
        public void jdbcExecuteBatchEnd() {
            sink.note("batch");
        }
    }
}
