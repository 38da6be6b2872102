package io.turnkey.hibernate.write;

import static io.turnkey.hibernate.write.BulkUnit.committed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.Subscription;
import io.turnkey.hibernate.write.BulkEntities.Customer;
import io.turnkey.hibernate.write.BulkEntities.Role;
import io.turnkey.internal.event.RecordingLoggers;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.hibernate.SessionEventListener;
import org.hibernate.SessionFactory;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.SessionFactoryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The capture installs itself when a factory is built, beside what the user has installed; where it cannot, it says so. */
@Tag("F45")
class CaptureTest {
    private static final String UPDATE = "update Customer set name = 'b'";

    static List<Object> inspectors() {
        return List.of(new Seeing(), Seeing.class, Seeing.class.getName());
    }

    @ParameterizedTest
    @MethodSource("inspectors")
    void the_users_inspector_still_sees_every_statement(Object inspector) {
        Seeing.SEEN.clear();
        try (BulkUnit bulk =
                BulkUnit.open(Databases.H2, Door.SESSION, unit -> unit.property(Capture.INSPECTOR, inspector))) {
            assertThat(bulk.hql(UPDATE)).isEqualTo(committed("Customer"));
            assertThat(Seeing.SEEN).anyMatch(sql -> sql.startsWith("update customers"));
        }
    }

    @Test
    void the_users_inspector_may_rewrite_a_statement_to_write_another_table() {
        try (BulkUnit bulk = BulkUnit.open(
                Databases.H2,
                Door.SESSION,
                unit -> unit.statementInspector(sql -> sql.replace("update roles", "update customers")))) {
            bulk.given(session -> session.persist(new Customer(1, "a")));

            assertThat(bulk.sql("update roles set name = 'b'")).isEqualTo(committed("Customer"));
            Customer customer = bulk.factory().fromSession(session -> session.find(Customer.class, 1));
            assertThat(customer.name).isEqualTo("b");
        }
    }

    @Test
    void an_inspector_that_fails_fails_as_before() {
        try (BulkUnit bulk = BulkUnit.open(
                Databases.H2,
                Door.SESSION,
                unit -> unit.statementInspector(sql -> {
                    if (sql.contains("'forbidden'")) {
                        throw new IllegalArgumentException("forbidden");
                    }
                    return sql;
                }))) {
            assertThatThrownBy(() -> bulk.sql("update customers set name = 'forbidden'"))
                    .hasMessage("forbidden");
            assertThat(bulk.lines()).isEmpty();
        }
    }

    @Test
    void an_inspector_that_does_not_exist_is_reported_by_hibernate() {
        assertThatThrownBy(() -> Databases.H2.open(
                        unit -> unit.property(Capture.INSPECTOR, "com.example.Missing"), Customer.class, Role.class))
                .hasStackTraceContaining("com.example.Missing");
    }

    @Test
    void a_factory_that_is_not_built_the_jpa_way_is_captured_too() {
        try (TestUnit schema = Databases.H2.open(Customer.class, Role.class);
                SessionFactory factory = nativeFactory(schema, builder -> {})) {
            Heard heard = Heard.of(factory, Customer.class, Role.class);

            Door.SESSION.inTransaction(
                    factory, session -> session.createMutationQuery(UPDATE).executeUpdate());
            Door.STATELESS.inTransaction(
                    factory,
                    session -> session.createNativeMutationQuery("delete from roles")
                            .executeUpdate());

            assertThat(heard.lines())
                    .containsExactly("Customer blocked", "Customer COMMITTED", "Role blocked", "Role COMMITTED");
        }
    }

    @Test
    void each_factory_is_heard_by_its_own_sinks() {
        try (TestUnit one = Databases.H2.open(Customer.class, Role.class);
                TestUnit other = Databases.H2.open(Customer.class, Role.class)) {
            Heard heard = Heard.of(one.factory(), Customer.class);

            other.inTransaction(session -> session.createMutationQuery(UPDATE).executeUpdate());
            assertThat(heard.lines()).isEmpty();

            one.inTransaction(session -> session.createMutationQuery(UPDATE).executeUpdate());
            assertThat(heard.lines()).isEqualTo(committed("Customer"));
        }
    }

    @Test
    void who_has_stopped_listening_hears_nothing() {
        try (BulkUnit bulk = BulkUnit.open(Databases.H2, Door.SESSION)) {
            Heard heard = Heard.of(bulk.factory());
            Subscription subscription = heard.listen(bulk.factory(), Customer.class);
            bulk.hql(UPDATE);
            assertThat(heard.lines()).isEqualTo(committed("Customer"));

            subscription.close();
            bulk.hql(UPDATE);

            assertThat(heard.lines()).isEmpty();
        }
    }

    @Test
    void a_sink_that_fails_is_told_and_the_statement_runs() {
        try (BulkUnit bulk = BulkUnit.open(Databases.H2, Door.SESSION)) {
            Heard heard = Heard.of(bulk.factory());
            heard.fail(new IllegalStateException("broken"));
            heard.listen(bulk.factory(), Customer.class);

            assertThat(bulk.hql(UPDATE)).isEqualTo(committed("Customer"));

            assertThat(heard.lines()).containsExactly("Customer failed: java.lang.IllegalStateException: broken");
        }
    }

    @Test
    void the_users_own_listener_is_left_alone_and_the_cache_says_that_it_hears_nothing() {
        Counting.prepared = 0;
        try (TestUnit unit = Databases.H2.open(
                settings -> settings.property(Capture.LISTENER, Counting.class.getName()),
                Customer.class,
                Role.class)) {
            assertThat(warning(unit.factory()))
                    .startsWith("WARN io.turnkey.Customer: Bulk HQL, native SQL and forced version increments will not")
                    .contains("hibernate.session.events.auto is " + Counting.class.getName());
            unit.inTransaction(session -> session.createMutationQuery(UPDATE).executeUpdate());
            assertThat(Counting.prepared).isPositive();
        }
    }

    @Test
    void an_inspector_that_takes_the_place_of_ours_makes_the_cache_say_so() {
        try (TestUnit schema = Databases.H2.open(Customer.class, Role.class);
                SessionFactory factory =
                        nativeFactory(schema, builder -> builder.applyStatementInspector(new Seeing()))) {
            assertThat(warning(factory))
                    .contains("SessionFactoryBuilder.applyStatementInspector has put " + Seeing.class.getName()
                            + " in the place of Turnkey's inspector");
        }
    }

    @Test
    void where_the_capture_is_installed_nothing_is_said() {
        try (TestUnit unit = Databases.H2.open(Customer.class, Role.class)) {
            assertThat(warnings(unit.factory())).isEmpty();
        }
    }

    @Test
    void a_closed_factory_leaves_nothing_behind() {
        SessionFactoryImplementor factory;
        try (TestUnit unit = Databases.H2.open(Customer.class, Role.class)) {
            factory = unit.factory().unwrap(SessionFactoryImplementor.class);
            assertThat(Tables.of(factory)).isNotNull();
        }

        assertThat(Tables.of(factory)).isNull();
    }

    private static String warning(SessionFactory factory) {
        List<String> lines = warnings(factory);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static List<String> warnings(SessionFactory factory) {
        RecordingLoggers loggers = new RecordingLoggers();
        Capture.listen(
                factory.unwrap(SessionFactoryImplementor.class),
                Heard.of(factory).sink(Customer.class),
                loggers);
        return loggers.lines();
    }

    private static SessionFactory nativeFactory(TestUnit schema, Consumer<SessionFactoryBuilder> settings) {
        SessionFactoryBuilder builder = new MetadataSources(new StandardServiceRegistryBuilder()
                        .applySetting("hibernate.connection.datasource", schema.dataSource())
                        .build())
                .addAnnotatedClasses(Customer.class, Role.class)
                .buildMetadata()
                .getSessionFactoryBuilder();
        settings.accept(builder);
        return builder.build();
    }

    /** Somebody's own inspector. */
    public static final class Seeing implements StatementInspector {
        static final List<String> SEEN = new CopyOnWriteArrayList<>();
        private static final long serialVersionUID = 1;

        public Seeing() {}

        @Override
        public String inspect(String sql) {
            SEEN.add(sql);
            return sql;
        }
    }

    /** Somebody's own listener. */
    public static final class Counting implements SessionEventListener {
        static int prepared;
        private static final long serialVersionUID = 1;

        public Counting() {}

        @Override
        public void jdbcPrepareStatementStart() {
            prepared++;
        }
    }
}
