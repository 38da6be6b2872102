package io.turnkey.hibernate.write;

import static io.turnkey.hibernate.write.People.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.Subscription;
import io.turnkey.hibernate.HibernateSourceProvider;
import io.turnkey.hibernate.write.People.Note;
import io.turnkey.hibernate.write.People.Organization;
import io.turnkey.hibernate.write.People.Person;
import io.turnkey.spi.EntitySources;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("F44")
class ListeningTest {
    private static final String ONE = "INSERT 1 " + only("a");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_factory_in_use_can_be_listened_to(Databases database) {
        try (TestUnit unit = opened(database)) {
            unit.inTransaction(session -> session.persist(new Person(1, "a")));
            RecordingSink<Long> sink = new RecordingSink<>(People.BY_EMAIL);
            try (EntitySources sources =
                    new HibernateSourceProvider().open(unit.factory(), null).orElseThrow()) {
                sources.listen(sink);
                unit.inTransaction(session -> session.persist(new Person(2, "b")));
            }
            assertThat(sink.log()).containsExactly("INSERT 2 " + only("b"), "COMMITTED");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void whoever_listens_no_more_is_told_nothing_even_of_a_transaction_that_is_under_way(Databases database) {
        try (TestUnit unit = opened(database)) {
            RecordingSink<Long> leaving = new RecordingSink<>(People.BY_EMAIL);
            RecordingSink<Long> staying = new RecordingSink<>(People.BY_EMAIL);
            Subscription subscription = leaving.listenTo(unit.factory());
            staying.listenTo(unit.factory());

            unit.inTransaction(session -> {
                session.persist(new Person(1, "a"));
                session.flush();
                subscription.close();
                subscription.close();
            });

            assertThat(leaving.log()).isEmpty();
            assertThat(staying.log()).containsExactly(ONE, "COMMITTED");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void two_factories_are_told_apart(Databases database) {
        try (TestUnit one = opened(database);
                TestUnit two = opened(database)) {
            RecordingSink<Long> first = new RecordingSink<>(People.BY_EMAIL);
            RecordingSink<Long> both = new RecordingSink<>(People.BY_EMAIL);
            first.listenTo(one.factory());
            both.listenTo(one.factory());
            both.listenTo(two.factory());

            two.inTransaction(session -> session.persist(new Person(1, "a")));
            assertThat(first.log()).isEmpty();
            assertThat(both.log()).containsExactly(ONE, "COMMITTED");

            one.inTransaction(session -> session.persist(new Person(1, "a")));
            assertThat(first.log()).containsExactly(ONE, "COMMITTED");
            assertThat(both.log()).containsExactly(ONE, "COMMITTED");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void two_models_of_one_factory_hear_of_their_own_rows(Databases database) {
        try (TestUnit unit = opened(database)) {
            RecordingSink<Long> people = new RecordingSink<>(People.BY_EMAIL);
            RecordingSink<Long> notes = new RecordingSink<>(People.NOTES);
            people.listenTo(unit.factory());
            notes.listenTo(unit.factory());

            unit.inTransaction(session -> {
                session.persist(new Person(1, "a"));
                session.persist(new Note(2, "t"));
                session.persist(new Organization(3));
            });

            assertThat(people.log()).containsExactly(ONE, "COMMITTED");
            assertThat(notes.log()).containsExactly("INSERT 2 {title=[t]}", "COMMITTED");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_factory_has_one_set_of_listeners_whoever_asks_first(Databases database) throws Exception {
        try (TestUnit unit = opened(database);
                TestUnit other = opened(database)) {
            SessionFactoryImplementor factory = unit.factory().unwrap(SessionFactoryImplementor.class);
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                List<Callable<FactoryWrites>> asking = IntStream.range(0, 64)
                        .<Callable<FactoryWrites>>mapToObj(i -> () -> FactoryWrites.of(factory))
                        .toList();
                for (Future<FactoryWrites> found : threads.invokeAll(asking)) {
                    assertThat(found.get()).isSameAs(FactoryWrites.of(factory));
                }
            } finally {
                threads.shutdownNow();
            }
            assertThat(FactoryWrites.of(factory))
                    .isNotSameAs(FactoryWrites.of(other.factory().unwrap(SessionFactoryImplementor.class)));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void nothing_keeps_a_sink_that_listens_no_more(Databases database) {
        try (TestUnit unit = opened(database);
                Session session = unit.factory().openSession()) {
            session.beginTransaction();
            WeakReference<RecordingSink<Long>> sink = new WeakReference<>(heard(unit, session));

            for (int i = 0; i < 100 && sink.get() != null; i++) {
                System.gc();
            }

            assertThat(sink.get()).isNull();
            session.getTransaction().commit();
        }
    }

    private static RecordingSink<Long> heard(TestUnit unit, Session session) {
        RecordingSink<Long> sink = new RecordingSink<>(People.BY_EMAIL);
        Subscription subscription = sink.listenTo(unit.factory());
        session.persist(new Person(1, "a"));
        session.flush();
        subscription.close();
        return sink;
    }

    private static TestUnit opened(Databases database) {
        return database.open(Person.class, Organization.class, Note.class);
    }
}
