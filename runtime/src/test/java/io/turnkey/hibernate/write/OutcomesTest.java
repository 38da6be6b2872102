package io.turnkey.hibernate.write;

import static io.turnkey.hibernate.write.People.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.hibernate.write.CommitSpy.Failure;
import io.turnkey.hibernate.write.People.Organization;
import io.turnkey.hibernate.write.People.Person;
import io.turnkey.spi.PendingWrites;
import io.turnkey.spi.Write;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.Synchronization;
import java.lang.ref.WeakReference;
import java.util.Collection;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("F44")
@Tag("H6")
class OutcomesTest {
    private static final String ONE = "INSERT 1 " + only("a");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_commit_that_throws_after_the_server_has_committed_is_unknown(Databases database) {
        withFailing(database, Failure.AFTER);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_commit_that_fails_is_unknown(Databases database) {
        withFailing(database, Failure.BEFORE);
    }

    private static void withFailing(Databases database, Failure failure) {
        CommitSpy spy = new CommitSpy(() -> {});
        try (TestUnit unit = database.open(spy, Person.class, Organization.class)) {
            RecordingSink<Long> sink = new RecordingSink<>(People.BY_EMAIL);
            sink.listenTo(unit.factory());
            spy.fail(failure);

            assertThatThrownBy(() -> unit.inTransaction(session -> session.persist(new Person(1, "a"))))
                    .isInstanceOf(RuntimeException.class);

            assertThat(sink.log()).containsExactly(ONE, "UNKNOWN");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_transaction_that_loses_by_its_version_leaves_no_trace(Databases database) {
        with(database, (unit, sink) -> {
            unit.inTransaction(session -> session.persist(new Person(1, "a")));
            sink.log();
            Session loser = unit.factory().openSession();
            loser.beginTransaction();
            loser.persist(new Person(2, "b"));
            loser.flush();
            loser.find(Person.class, 1).name = "late";
            unit.inTransaction(session -> session.find(Person.class, 1).name = "early");
            sink.log();

            assertThatThrownBy(() -> loser.getTransaction().commit())
                    .satisfiesAnyOf(
                            e -> assertThat(e).isInstanceOf(OptimisticLockException.class),
                            e -> assertThat(e).hasCauseInstanceOf(OptimisticLockException.class));
            loser.close();

            assertThat(sink.log()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_somebody_flushes_while_the_transaction_completes_is_told(Databases database) {
        with(database, (unit, sink) -> {
            unit.inTransaction(session -> {
                session.getTransaction().registerSynchronization(flushing(session, new Person(1, "a")));
                session.getTransaction().registerSynchronization(flushing(session, new Person(2, "b")));
            });
            unit.inTransaction(session -> {
                session.persist(new Person(3, "c"));
                session.flush();
                session.getTransaction().registerSynchronization(flushing(session, new Person(4, "d")));
            });

            assertThat(sink.log())
                    .containsExactly(
                            ONE,
                            "INSERT 2 " + only("b"),
                            "COMMITTED",
                            "INSERT 3 " + only("c"),
                            "INSERT 4 " + only("d"),
                            "COMMITTED");
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_synchronization_that_refuses_the_commit_leaves_no_trace(Databases database) {
        with(database, (unit, sink) -> {
            assertThatThrownBy(() -> unit.inTransaction(session -> {
                        session.persist(new Person(1, "a"));
                        session.getTransaction().registerSynchronization(new Before(() -> {
                            throw new IllegalStateException("no");
                        }));
                    }))
                    .isInstanceOf(RuntimeException.class);

            assertThat(sink.log()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_callback_that_throws_after_the_commit_leaves_the_outcome_to_the_next_transaction(Databases database) {
        with(database, (unit, sink) -> {
            try (Session session = unit.factory().openSession()) {
                session.beginTransaction();
                session.persist(new Person(1, "a"));
                session.getTransaction().registerSynchronization(new Synchronization() {
                    @Override
                    public void beforeCompletion() {}

                    @Override
                    public void afterCompletion(int status) {
                        throw new IllegalStateException("no");
                    }
                });
                assertThatThrownBy(() -> session.getTransaction().commit()).isInstanceOf(RuntimeException.class);
                assertThat(sink.log()).containsExactly(ONE);

                session.beginTransaction();
                assertThat(sink.log()).containsExactly("UNKNOWN");
                session.persist(new Person(2, "b"));
                session.getTransaction().commit();
                assertThat(sink.log()).containsExactly("INSERT 2 " + only("b"), "COMMITTED");
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_sink_that_throws_fails_no_commit_and_takes_nothing_from_another(Databases database) {
        try (TestUnit unit = database.open(Person.class, Organization.class)) {
            RecordingSink<Long> blocking = new RecordingSink<>(People.BY_EMAIL) {
                @Override
                public PendingWrites block(Collection<Write<Long>> blocked) {
                    throw new AssertionError("block");
                }
            };
            RecordingSink<Long> settling = new RecordingSink<>(People.BY_EMAIL) {
                @Override
                public PendingWrites block(Collection<Write<Long>> blocked) {
                    return outcome -> {
                        throw new AssertionError("settle");
                    };
                }

                @Override
                public void failed(Throwable failure) {
                    super.failed(failure);
                    throw new AssertionError("failed");
                }
            };
            RecordingSink<Long> healthy = new RecordingSink<>(People.BY_EMAIL);
            blocking.listenTo(unit.factory());
            settling.listenTo(unit.factory());
            healthy.listenTo(unit.factory());

            unit.inTransaction(session -> session.persist(new Person(1, "a")));

            assertThat(blocking.failures())
                    .singleElement()
                    .satisfies(e -> assertThat(e).hasMessage("block"));
            assertThat(settling.failures())
                    .singleElement()
                    .satisfies(e -> assertThat(e).hasMessage("settle"));
            assertThat(healthy.log()).containsExactly(ONE, "COMMITTED");
            assertThat(healthy.failures()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_failure_is_told_after_the_commit_so_that_nothing_read_before_it_stays(Databases database) {
        RecordingSink<Long> sink = new RecordingSink<>(People.BY_EMAIL) {
            @Override
            public PendingWrites block(Collection<Write<Long>> blocked) {
                throw new AssertionError("block");
            }
        };
        CommitSpy spy = new CommitSpy(() -> sink.note("commit"));
        try (TestUnit unit = database.open(spy, Person.class, Organization.class)) {
            sink.log();
            sink.listenTo(unit.factory());

            unit.inTransaction(session -> session.persist(new Person(1, "a")));

            assertThat(sink.log()).containsExactly("commit", "failed");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_session_that_is_abandoned_leaves_nothing_behind(Databases database) {
        with(database, (unit, sink) -> {
            Transactions transactions = FactoryWrites.of(unit.factory().unwrap(SessionFactoryImplementor.class))
                    .transactions();
            WeakReference<Session> session = new WeakReference<>(abandoned(unit));

            for (int i = 0; i < 100 && (session.get() != null || transactions.open() > 0); i++) {
                System.gc();
            }

            assertThat(transactions.open()).isZero();
            assertThat(sink.log()).isEmpty();
        });
    }

    private static Session abandoned(TestUnit unit) {
        Session session = unit.factory().openSession();
        session.beginTransaction();
        session.persist(new Person(1, "a"));
        session.flush();
        // As a pool does with a connection that it wants back.
        session.doWork(connection -> connection.close());
        return session;
    }

    private static Synchronization flushing(Session session, Object entity) {
        return new Before(() -> {
            session.persist(entity);
            session.flush();
        });
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

    private record Before(Runnable action) implements Synchronization {
        @Override
        public void beforeCompletion() {
            action.run();
        }

        @Override
        public void afterCompletion(int status) {}
    }
}
