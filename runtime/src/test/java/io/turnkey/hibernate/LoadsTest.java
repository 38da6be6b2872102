package io.turnkey.hibernate;

import static io.turnkey.hibernate.Reading.CONTEXT;
import static io.turnkey.hibernate.Reading.basics;
import static io.turnkey.hibernate.Reading.key;
import static io.turnkey.hibernate.Reading.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.hibernate.Reading.Values;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.LoadContext;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.PersistenceUnitTransactionType;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionManager;
import jakarta.transaction.UserTransaction;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.hibernate.engine.transaction.jta.platform.internal.AbstractJtaPlatform;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a load does with its connection. */
@Tag("F28")
@Tag("F35")
class LoadsTest {
    private static final KeyModel<Values, Long> ID = key("id", Long.class);
    private static final EntityModel<Note, Values, Long> PLAIN = model(Note.class, "id text");
    private static final EntityModel<Note, Values, Long> TAGGED = model(Note.class, "id text", basics("tags"));

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_connection_is_given_back_as_it_was_taken(Databases database) throws SQLException {
        try (TestUnit unit = opened(database)) {
            TrackedDataSource pool = new TrackedDataSource(unit.dataSource());
            for (EntityModel<?, Values, Long> model : List.of(PLAIN, TAGGED)) {
                EntitySource<Values> notes = source(unit, pool.dataSource(), model);

                assertThat(notes.read(ID, List.of(1L), 9, CONTEXT)).hasSize(1);
                assertUntouched(pool, true);
                notes.readAll(9, row -> {}, CONTEXT);
                assertUntouched(pool, true);
            }
            pool.physical.setAutoCommit(false);
            source(unit, pool.dataSource(), TAGGED).read(ID, List.of(1L), 9, CONTEXT);
            assertUntouched(pool, false);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_connection_is_given_back_when_the_load_fails(Databases database) throws SQLException {
        try (TestUnit unit = opened(database)) {
            TrackedDataSource pool = new TrackedDataSource(unit.dataSource());
            EntitySource<Values> notes = source(unit, pool.dataSource(), TAGGED);
            IllegalStateException refused = new IllegalStateException("The sink is full");

            assertThatThrownBy(() -> notes.readAll(
                            9,
                            row -> {
                                throw refused;
                            },
                            CONTEXT))
                    .isSameAs(refused);
            assertUntouched(pool, true);

            execute(unit.dataSource(), "drop table Note_tags");
            assertThatThrownBy(() -> notes.read(ID, List.of(1L), 9, CONTEXT)).hasMessageContaining("Note_tags");
            assertUntouched(pool, true);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void without_a_data_source_the_connection_is_the_factorys_and_goes_back_there(Databases database)
            throws SQLException {
        try (TestUnit outer = opened(database)) {
            TrackedDataSource pool = new TrackedDataSource(outer.dataSource());
            try (TestUnit unit = database.open(
                    settings -> settings.property("hibernate.connection.datasource", pool.dataSource()), Note.class)) {
                execute(outer.dataSource(), "insert into Note (id, text) values (9, 'other')");

                assertThat(source(unit, null, TAGGED).read(ID, List.of(9L), 9, CONTEXT))
                        .hasSize(1);
                assertUntouched(pool, true);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_load_says_when_it_holds_a_connection(Databases database) {
        try (TestUnit unit = opened(database)) {
            TrackedDataSource pool = new TrackedDataSource(unit.dataSource());
            EntitySource<Values> notes = source(unit, pool.dataSource(), PLAIN);
            Context context = new Context(Duration.ofSeconds(5), pool);

            notes.read(ID, List.of(1L), 9, context);
            assertThat(context.takenWhenConnected).containsExactly(true);

            notes.readAll(
                    9,
                    row -> assertThatThrownBy(() -> notes.read(ID, List.of(1L), 9, context))
                            .hasStackTraceContaining("The pool is exhausted"),
                    CONTEXT);
            assertThat(context.takenWhenConnected).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void the_timeout_reaches_the_driver_in_seconds_rounded_up(Databases database) {
        try (TestUnit unit = opened(database)) {
            TrackedDataSource pool = new TrackedDataSource(unit.dataSource());
            EntitySource<Values> notes = source(unit, pool.dataSource(), TAGGED);

            notes.read(ID, List.of(1L), 9, new Context(Duration.ofMillis(1500), pool));
            assertThat(pool.calls).filteredOn("setQueryTimeout 2"::equals).hasSize(2);

            pool.calls.clear();
            notes.readAll(9, row -> {}, new Context(Duration.ofMillis(1), pool));
            assertThat(pool.calls).filteredOn("setQueryTimeout 1"::equals).hasSize(2);

            pool.calls.clear();
            notes.read(ID, List.of(1L), 9, new Context(Duration.ofSeconds(Long.MAX_VALUE), pool));
            assertThat(pool.calls).filteredOn("setQueryTimeout 86400"::equals).hasSize(2);

            pool.calls.clear();
            notes.read(ID, List.of(1L), 9, new Context(Duration.ZERO, pool));
            assertThat(pool.calls).noneMatch(call -> call.startsWith("setQueryTimeout"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Databases.class, names = "POSTGRESQL")
    void a_statement_that_waits_for_a_lock_ends_at_the_timeout(Databases database) throws SQLException {
        try (TestUnit unit = opened(database);
                Connection locking = unit.dataSource().getConnection();
                Statement lock = locking.createStatement()) {
            TrackedDataSource pool = new TrackedDataSource(unit.dataSource());
            EntitySource<Values> notes = source(unit, pool.dataSource(), PLAIN);
            locking.setAutoCommit(false);
            lock.execute("lock table Note in access exclusive mode");

            assertThatThrownBy(() -> notes.read(ID, List.of(1L), 9, new Context(Duration.ofMillis(200), pool)))
                    .hasStackTraceContaining("canceling statement");

            locking.rollback();
            assertUntouched(pool, true);
            assertThat(notes.read(ID, List.of(1L), 9, CONTEXT)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("H29")
    void a_load_never_sees_what_the_callers_transaction_has_not_committed(Databases database) {
        try (TestUnit unit = opened(database)) {
            EntitySource<Values> notes = source(unit, null, PLAIN);

            unit.factory().inTransaction(session -> {
                session.find(Note.class, 1L).text = "changed";
                session.persist(new Note(2L, "new"));
                session.flush();

                assertThat(notes.read(ID, List.of(1L, 2L), 9, CONTEXT))
                        .extracting(Values::values)
                        .containsExactly(List.of(1L, "first"));
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_load_of_a_jta_unit_begins_and_joins_no_jta_transaction(Databases database) throws SQLException {
        try (TestUnit unit = database.open(
                settings -> settings.transactionType(PersistenceUnitTransactionType.JTA)
                        .property("hibernate.transaction.jta.platform", new Idle()),
                Note.class)) {
            execute(unit.dataSource(), "insert into Note (id, text) values (1, 'first')");
            execute(unit.dataSource(), "insert into Note_tags (Note_id, tags) values (1, 'a')");
            List<Values> rows = new ArrayList<>();

            EntitySource<Values> notes = source(unit, null, TAGGED);
            notes.readAll(9, rows::add, CONTEXT);
            rows.addAll(notes.read(ID, List.of(1L), 9, CONTEXT));

            assertThat(rows).hasSize(2).allMatch(row -> row.elements(0).equals(List.of("a")));
        }
    }

    private static EntitySource<Values> source(TestUnit unit, DataSource loadFrom, EntityModel<?, Values, ?> model) {
        return HibernateSources.of(unit.factory(), loadFrom).orElseThrow().source(model);
    }

    private static void assertUntouched(TrackedDataSource pool, boolean autoCommit) throws SQLException {
        assertThat(pool.isTaken()).isFalse();
        assertThat(pool.physical.getAutoCommit()).isEqualTo(autoCommit);
        assertThat(pool.physical.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        assertThat(pool.physical.isReadOnly()).isFalse();
        try (Statement statement = pool.physical.createStatement()) {
            assertThat(statement.getQueryTimeout()).isZero();
        }
        // Refused by PostgreSQL while a transaction is open.
        pool.physical.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static TestUnit opened(Databases database) {
        TestUnit unit = database.open(Note.class);
        unit.inTransaction(session -> {
            Note note = new Note(1L, "first");
            note.tags.add("a");
            session.persist(note);
        });
        return unit;
    }

    private static final class Context implements LoadContext {
        final List<Boolean> takenWhenConnected = new ArrayList<>();
        private final Duration timeout;
        private final TrackedDataSource pool;

        Context(Duration timeout, TrackedDataSource pool) {
            this.timeout = timeout;
            this.pool = pool;
        }

        @Override
        public Duration timeout() {
            return timeout;
        }

        @Override
        public void connected() {
            takenWhenConnected.add(pool.isTaken());
        }
    }

    /** A transaction manager without a transaction, that lets none begin. */
    private static final class Idle extends AbstractJtaPlatform {
        private static final long serialVersionUID = 1L;

        @Override
        protected TransactionManager locateTransactionManager() {
            return idle(TransactionManager.class);
        }

        @Override
        protected UserTransaction locateUserTransaction() {
            return idle(UserTransaction.class);
        }

        private static <T> T idle(Class<T> type) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(),
                    new Class<?>[] {type},
                    (self, method, arguments) -> switch (method.getName()) {
                        case "getStatus" -> Status.STATUS_NO_TRANSACTION;
                        case "getTransaction", "suspend" -> null;
                        default -> throw new AssertionError("A load called " + method);
                    }));
        }
    }

    @Entity(name = "Note")
    static class Note {
        @Id
        Long id;

        String text;

        @ElementCollection
        Set<String> tags = new HashSet<>();

        Note() {}

        Note(Long id, String text) {
            this.id = id;
            this.text = text;
        }
    }
}
