package io.turnkey.hibernate.write;

import static io.turnkey.hibernate.write.People.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.hibernate.write.People.Address;
import io.turnkey.hibernate.write.People.Login;
import io.turnkey.hibernate.write.People.Note;
import io.turnkey.hibernate.write.People.Organization;
import io.turnkey.hibernate.write.People.Person;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import java.sql.Savepoint;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("F44")
class SessionWritesTest {
    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("H4")
    void writes_are_blocked_before_the_commit_and_settled_after_it(Databases database) {
        CopyOnWriteArrayList<String> log = new CopyOnWriteArrayList<>();
        RecordingSink<Long> sink = new RecordingSink<>(People.BY_EMAIL, log);
        CommitSpy spy = new CommitSpy(() -> log.add("commit"));
        try (TestUnit unit = database.open(spy, Person.class, Organization.class)) {
            log.clear();
            sink.listenTo(unit.factory());

            unit.inTransaction(session -> session.persist(new Person(1, "a")));
            unit.inTransaction(session -> session.find(Person.class, 1).name = "Ada");
            unit.inTransaction(session -> session.remove(session.find(Person.class, 1)));

            assertThat(sink.log())
                    .containsExactly(
                            "INSERT 1 " + only("a"),
                            "commit",
                            "COMMITTED",
                            "UPDATE 1 " + only("a"),
                            "commit",
                            "COMMITTED",
                            "DELETE 1 " + only("a"),
                            "commit",
                            "COMMITTED");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("H6")
    void a_rollback_leaves_no_trace(Databases database) {
        with(database, (unit, sink) -> {
            try (Session session = unit.factory().openSession()) {
                session.beginTransaction();
                session.persist(new Person(1, "a"));
                session.flush();
                session.getTransaction().rollback();
                session.clear();

                assertThat(sink.log()).isEmpty();
                session.beginTransaction();
                session.persist(new Person(2, "b"));
                session.getTransaction().commit();
            }
            assertThat(sink.log()).containsExactly("INSERT 2 " + only("b"), "COMMITTED");
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("H13")
    void a_key_that_changes_is_told_with_all_the_values_it_had(Databases database) {
        with(database, (unit, sink) -> {
            insert(unit, sink, new Person(1, "a"));

            unit.inTransaction(session -> {
                Person person = session.find(Person.class, 1);
                person.email = "b";
                session.flush();
                person.email = "c";
            });

            assertThat(sink.log()).containsExactly("UPDATE 1 " + only("a", "b", "c"), "COMMITTED");
            assertThat(sink.writes())
                    .last()
                    .satisfies(write -> assertThat(write.keys()).isEqualTo(Map.of("email", "c")));
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("H14")
    void two_rows_that_swap_a_key_are_told_with_both_values(Databases database) {
        with(database, (unit, sink) -> {
            insert(unit, sink, new Person(1, "a"));
            insert(unit, sink, new Person(2, "b"));

            unit.inTransaction(session -> {
                Person one = session.find(Person.class, 1);
                Person two = session.find(Person.class, 2);
                one.email = "x";
                session.flush();
                two.email = "a";
                session.flush();
                one.email = "b";
            });

            assertThat(sink.log())
                    .containsExactly("UPDATE 1 " + only("a", "b", "x"), "UPDATE 2 " + only("a", "b"), "COMMITTED");
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("H24")
    void each_kind_of_key_is_told_with_its_old_value_and_the_new_one(Databases database) {
        try (TestUnit unit = database.open(Person.class, Organization.class)) {
            unit.inTransaction(session -> {
                session.persist(new Organization(10));
                session.persist(new Organization(20));
                Person person = new Person(1, "a");
                person.address = new Address("Ring 1", "Wien");
                person.tenant = 5L;
                person.organization = session.getReference(Organization.class, 10);
                session.persist(person);
            });
            RecordingSink<Long> sink = new RecordingSink<>(People.MODEL);
            sink.listenTo(unit.factory());

            unit.factory().inTransaction(session -> {
                Person person = session.find(Person.class, 1);
                person.address = new Address("Ring 1", "Graz");
                person.login = "ada";
                person.organization = session.getReference(Organization.class, 20);
                unit.statements();
            });

            assertThat(unit.statements()).as("no proxy is initialised").hasSize(1);
            assertThat(sink.writes())
                    .singleElement()
                    .satisfies(write -> assertThat(write.touched())
                            .isEqualTo(Map.of(
                                    "email",
                                    Set.of("a"),
                                    "address.city",
                                    Set.of("Wien", "Graz"),
                                    "organization",
                                    Set.of(10L, 20L),
                                    "tenantAndLogin",
                                    Set.of(new Login(5L, "ada")))));

            unit.inTransaction(session -> {
                Person person = session.find(Person.class, 1);
                person.address = null;
                person.organization = null;
                person.tenant = null;
            });
            assertThat(sink.writes()).last().satisfies(write -> {
                assertThat(write.touched())
                        .containsEntry("address.city", Set.of("Graz"))
                        .containsEntry("organization", Set.of(20L));
                assertThat(write.keys()).isEqualTo(Map.of("email", "a"));
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void what_a_transaction_did_to_a_row_is_told_as_one(Databases database) {
        with(database, (unit, sink) -> {
            insert(unit, sink, new Person(3, "c"));

            unit.inTransaction(session -> {
                Person updated = new Person(1, "a");
                session.persist(updated);
                session.flush();
                updated.email = "a2";
                Person removed = new Person(2, "b");
                session.persist(removed);
                session.flush();
                session.remove(removed);
                session.remove(session.find(Person.class, 3));
                session.flush();
                session.persist(new Person(3, "c2"));
            });

            assertThat(sink.log())
                    .containsExactly(
                            "INSERT 1 " + only("a", "a2"),
                            "NONE 2 " + only("b"),
                            "UPDATE 3 " + only("c", "c2"),
                            "COMMITTED");
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void transactions_of_one_session_are_told_apart(Databases database) {
        with(database, (unit, sink) -> {
            try (Session session = unit.factory().openSession()) {
                session.beginTransaction();
                Person person = new Person(1, "a");
                session.persist(person);
                session.getTransaction().commit();
                session.beginTransaction();
                person.email = "b";
                session.getTransaction().commit();
                session.beginTransaction();
                session.getTransaction().commit();
            }
            assertThat(sink.log())
                    .containsExactly("INSERT 1 " + only("a"), "COMMITTED", "UPDATE 1 " + only("a", "b"), "COMMITTED");
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("H6")
    void what_a_savepoint_took_back_is_told_nevertheless(Databases database) {
        with(database, (unit, sink) -> {
            insert(unit, sink, new Person(1, "a"));

            unit.inTransaction(session -> {
                Savepoint[] savepoint = new Savepoint[1];
                session.doWork(connection -> savepoint[0] = connection.setSavepoint());
                session.find(Person.class, 1).email = "b";
                session.flush();
                session.doWork(connection -> connection.rollback(savepoint[0]));
            });

            assertThat(sink.log()).containsExactly("UPDATE 1 " + only("a", "b"), "COMMITTED");
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_detached_copy_that_is_merged_is_told_with_the_values_of_the_row(Databases database) {
        with(database, (unit, sink) -> {
            Person detached = new Person(1, "a");
            insert(unit, sink, detached);
            detached.email = "b";

            unit.inTransaction(session -> session.merge(detached));

            assertThat(sink.log()).containsExactly("UPDATE 1 " + only("a", "b"), "COMMITTED");
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_row_that_is_removed_by_a_reference_is_told(Databases database) {
        with(database, (unit, sink) -> {
            insert(unit, sink, new Person(1, "a"));

            unit.inTransaction(session -> session.remove(session.getReference(Person.class, 1)));

            assertThat(sink.log()).containsExactly("DELETE 1 " + only("a"), "COMMITTED");
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void nothing_is_told_of_a_transaction_that_only_reads(Databases database) {
        with(database, (unit, sink) -> {
            insert(unit, sink, new Person(1, "a"));

            unit.inTransaction(session -> {
                Person person = session.find(Person.class, 1);
                person.name = null;
            });

            assertThat(sink.log()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void without_a_version_what_the_row_carries_now_is_told_and_not_what_it_carried_before(Databases database) {
        try (TestUnit unit = database.open(Note.class)) {
            RecordingSink<Long> sink = new RecordingSink<>(People.NOTES);
            sink.listenTo(unit.factory());

            unit.inTransaction(session -> {
                Note note = new Note(1, "a");
                session.persist(note);
                session.flush();
                note.title = "b";
            });
            unit.inTransaction(session -> session.find(Note.class, 1).title = "c");
            unit.inTransaction(session -> session.remove(session.find(Note.class, 1)));

            assertThat(sink.log())
                    .as("what the same transaction has inserted is known")
                    .containsExactly(
                            "INSERT 1 {title=[a, b]}",
                            "COMMITTED",
                            "UPDATE 1 {title=[c]}",
                            "COMMITTED",
                            "DELETE 1 {}",
                            "COMMITTED");
            assertThat(sink.writes().get(1).keys()).isEqualTo(Map.of("title", "c"));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_session_that_shares_the_connection_is_part_of_the_transaction(Databases database) {
        with(database, (unit, sink) -> {
            unit.inTransaction(session -> {
                session.persist(new Person(1, "a"));
                try (Session other = session.sessionWithOptions().connection().openSession()) {
                    other.persist(new Person(2, "b"));
                    other.flush();
                }
                assertThat(sink.log()).isEmpty();
            });

            assertThat(sink.log()).containsExactly("INSERT 2 " + only("b"), "INSERT 1 " + only("a"), "COMMITTED");
        });
    }

    private static void insert(TestUnit unit, RecordingSink<Long> sink, Person person) {
        unit.inTransaction(session -> session.persist(person));
        sink.log();
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
}
