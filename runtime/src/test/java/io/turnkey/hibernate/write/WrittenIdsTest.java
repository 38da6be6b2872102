package io.turnkey.hibernate.write;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.spi.EntityModel;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("F44")
class WrittenIdsTest {
    @ParameterizedTest
    @EnumSource(Databases.class)
    void of_the_identity_column(Databases database) {
        EntityModel<Counted, Values, Long> model = Values.model(Counted.class, Long.class, "id", "name", "");
        expect(
                database,
                model,
                session -> session.persist(new Counted()),
                session -> session.insert(new Counted()),
                List.of(1L, 2L),
                Counted.class);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void of_an_embedded_id_which_are_copies(Databases database) {
        EntityModel<Shelf, Values, ShelfId> model = Values.model(Shelf.class, ShelfId.class, "id", "", "");
        expect(
                database,
                model,
                session -> session.persist(new Shelf("A", 1)),
                session -> session.insert(new Shelf("B", 2)),
                List.of(new ShelfId("A", 1), new ShelfId("B", 2)),
                Shelf.class);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void of_an_id_class_that_holds_the_id_of_an_association(Databases database) {
        EntityModel<Enrolment, Values, Enrolment.Key> model =
                Values.model(Enrolment.class, Enrolment.Key.class, "*student year_", "grade", "");
        expect(
                database,
                model,
                session -> session.persist(new Enrolment(session.getReference(Student.class, 7L), 2026)),
                session -> session.insert(new Enrolment(session.get(Student.class, 7L), 2027)),
                List.of(new Enrolment.Key(7L, 2026), new Enrolment.Key(7L, 2027)),
                Enrolment.class,
                Student.class);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void of_an_association_that_is_the_id(Databases database) {
        EntityModel<Profile, Values, Long> model = Values.model(Profile.class, Long.class, "*student", "text", "");
        expect(
                database,
                model,
                session -> session.persist(new Profile(session.getReference(Student.class, 7L))),
                session -> session.insert(new Profile(session.get(Student.class, 8L))),
                List.of(7L, 8L),
                Profile.class,
                Student.class);
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void of_an_association_that_maps_the_id(Databases database) {
        EntityModel<Badge, Values, Long> model = Values.model(Badge.class, Long.class, "id", "*student", "*student");
        expect(
                database,
                model,
                session -> session.persist(new Badge(session.getReference(Student.class, 7L))),
                session -> {
                    Badge badge = new Badge(session.get(Student.class, 8L));
                    badge.id = 8L;
                    session.insert(badge);
                },
                List.of(7L, 8L),
                Badge.class,
                Student.class);
    }

    private static <ID> void expect(
            Databases database,
            EntityModel<?, Values, ID> model,
            Consumer<Session> stateful,
            Consumer<StatelessSession> stateless,
            List<ID> ids,
            Class<?>... classes) {
        try (TestUnit unit = database.open(classes)) {
            if (List.of(classes).contains(Student.class)) {
                unit.inTransaction(session -> {
                    session.persist(new Student(7L));
                    session.persist(new Student(8L));
                });
            }
            RecordingSink<ID> sink = new RecordingSink<>(model);
            sink.listenTo(unit.factory());

            unit.factory().inTransaction(stateful::accept);
            unit.factory().inStatelessTransaction(stateless::accept);

            assertThat(sink.failures()).isEmpty();
            assertThat(sink.writes()).extracting(write -> write.id()).containsExactlyElementsOf(ids);
            sink.log();
            unit.inTransaction(session -> session.createSelectionQuery(
                            "from " + model.entity().getSimpleName(), model.entity())
                    .getResultList()
                    .forEach(session::remove));
            assertThat(sink.log()).doesNotContain("all").hasSize(3);
            assertThat(sink.writes())
                    .extracting(write -> write.id())
                    .containsAll(ids)
                    .hasSize(4);
        }
    }

    @Entity(name = "Counted")
    static class Counted {
        @Id
        @GeneratedValue(strategy = GenerationType.IDENTITY)
        Long id;

        String name;
    }

    @Embeddable
    static class ShelfId {
        String hall;
        int number;

        ShelfId() {}

        ShelfId(String hall, int number) {
            this.hall = hall;
            this.number = number;
        }

        @Override
        public boolean equals(Object object) {
            return object instanceof ShelfId other && hall.equals(other.hall) && number == other.number;
        }

        @Override
        public int hashCode() {
            return Objects.hash(hall, number);
        }

        @Override
        public String toString() {
            return hall + number;
        }
    }

    @Entity(name = "Shelf")
    static class Shelf {
        @EmbeddedId
        ShelfId id;

        Shelf() {}

        Shelf(String hall, int number) {
            id = new ShelfId(hall, number);
        }
    }

    @Entity(name = "Student")
    static class Student {
        @Id
        Long id;

        Student() {}

        Student(Long id) {
            this.id = id;
        }
    }

    @Entity(name = "Enrolment")
    @IdClass(Enrolment.Key.class)
    static class Enrolment {
        @Id
        @ManyToOne(fetch = FetchType.LAZY)
        Student student;

        @Id
        int year_;

        Double grade;

        Enrolment() {}

        Enrolment(Student student, int year) {
            this.student = student;
            year_ = year;
        }

        record Key(Long student, int year_) {}
    }

    @Entity(name = "Profile")
    static class Profile {
        @Id
        @OneToOne(fetch = FetchType.LAZY)
        Student student;

        String text;

        Profile() {}

        Profile(Student student) {
            this.student = student;
        }
    }

    @Entity(name = "Badge")
    static class Badge {
        @Id
        Long id;

        @MapsId
        @OneToOne(fetch = FetchType.LAZY)
        Student student;

        Badge() {}

        Badge(Student student) {
            this.student = student;
        }
    }
}
