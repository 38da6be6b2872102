package io.turnkey.hibernate.write;

import static io.turnkey.hibernate.write.People.only;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.hibernate.write.People.Note;
import io.turnkey.hibernate.write.People.Organization;
import io.turnkey.hibernate.write.People.Person;
import io.turnkey.spi.EntityModel;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.SoftDelete;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("F44")
class CollectionWritesTest {
    private static final EntityModel<Parcel, Values, Long> PARCELS =
            Values.model(Parcel.class, Long.class, "id", "", "");
    private static final EntityModel<Item, Values, Long> ITEMS = Values.model(Item.class, Long.class, "id", "", "");

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_collection_is_part_of_its_owners_row(Databases database) {
        try (TestUnit unit = database.open(Person.class, Organization.class)) {
            RecordingSink<Long> sink = new RecordingSink<>(People.BY_EMAIL);
            sink.listenTo(unit.factory());

            unit.inTransaction(session -> session.persist(new Person(1, "a")));
            unit.inTransaction(session -> session.find(Person.class, 1).tags.add("new"));
            unit.inTransaction(session -> session.remove(session.find(Person.class, 1)));

            assertThat(sink.log())
                    .containsExactly(
                            "INSERT 1 " + only("a"),
                            "COMMITTED",
                            "UPDATE 1 " + only("a"),
                            "COMMITTED",
                            "DELETE 1 " + only("a"),
                            "COMMITTED");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_collection_of_an_owner_without_version_is_told_though_the_row_is_not_updated(Databases database) {
        try (TestUnit unit = database.open(Note.class)) {
            unit.inTransaction(session -> session.persist(new Note(1, "a")));
            RecordingSink<Long> sink = new RecordingSink<>(People.NOTES);
            sink.listenTo(unit.factory());

            unit.inTransaction(session -> session.find(Note.class, 1).tags.add("new"));
            unit.inTransaction(session -> session.find(Note.class, 1).tags = new HashSet<>(Set.of("other")));
            unit.inTransaction(session -> session.find(Note.class, 1).tags.clear());
            unit.factory().inStatelessTransaction(session -> {
                Note note = new Note(1, "a");
                note.tags.add("stateless");
                session.update(note);
            });

            assertThat(sink.log())
                    .containsExactly(
                            "UPDATE 1 {}",
                            "COMMITTED",
                            "UPDATE 1 {title=[a]}",
                            "COMMITTED",
                            "UPDATE 1 {}",
                            "COMMITTED",
                            "UPDATE 1 {title=[a]}",
                            "COMMITTED");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_one_to_many_with_a_join_column_may_write_any_row_of_the_child(Databases database) {
        with(database, (unit, parcels, items) -> {
            unit.inTransaction(session -> {
                session.persist(new Parcel(1));
                session.persist(new Item(7));
            });
            assertThat(parcels.log()).containsExactly("INSERT 1 {}", "COMMITTED");
            assertThat(items.log()).as("the collection is empty").containsExactly("INSERT 7 {}", "COMMITTED");

            unit.inTransaction(session -> session.find(Parcel.class, 1).items.add(session.getReference(Item.class, 7)));
            assertThat(parcels.log()).containsExactly("UPDATE 1 {}", "COMMITTED");
            assertThat(items.log()).containsExactly("all", "COMMITTED");

            unit.factory().inStatelessTransaction(session -> {
                Parcel parcel = new Parcel(2);
                parcel.items.add(session.get(Item.class, 7L));
                session.insert(parcel);
            });
            assertThat(parcels.log()).containsExactly("INSERT 2 {}", "COMMITTED");
            assertThat(items.log()).containsExactly("all", "COMMITTED");
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void an_inverse_collection_writes_nothing_of_its_owner(Databases database) {
        with(database, (unit, parcels, items) -> {
            unit.inTransaction(session -> session.persist(new Parcel(1)));
            parcels.log();

            unit.inTransaction(session -> {
                Parcel parcel = session.find(Parcel.class, 1);
                Label label = new Label(3, parcel);
                session.persist(label);
                parcel.labels.add(label);
            });

            assertThat(parcels.log()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_many_to_many_is_part_of_the_row_that_owns_it(Databases database) {
        with(database, (unit, parcels, items) -> {
            unit.inTransaction(session -> {
                session.persist(new Parcel(1));
                session.persist(new Item(7));
            });
            parcels.log();
            items.log();

            unit.inTransaction(
                    session -> session.find(Parcel.class, 1).wanted.add(session.getReference(Item.class, 7)));

            assertThat(parcels.log()).containsExactly("UPDATE 1 {}", "COMMITTED");
            assertThat(items.log()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_row_that_is_only_marked_as_deleted_is_told_as_deleted(Databases database) {
        EntityModel<Marked, Values, Long> model = Values.model(Marked.class, Long.class, "id", "name version", "name");
        try (TestUnit unit = database.open(Marked.class)) {
            unit.inTransaction(session -> session.persist(new Marked(1, "a")));
            RecordingSink<Long> sink = new RecordingSink<>(model);
            sink.listenTo(unit.factory());

            unit.inTransaction(session -> session.remove(session.find(Marked.class, 1)));

            assertThat(sink.log()).containsExactly("DELETE 1 {name=[a]}", "COMMITTED");
        }
    }

    private static void with(Databases database, Test test) {
        try (TestUnit unit = database.open(Parcel.class, Item.class, Label.class)) {
            RecordingSink<Long> parcels = new RecordingSink<>(PARCELS);
            RecordingSink<Long> items = new RecordingSink<>(ITEMS);
            parcels.listenTo(unit.factory());
            items.listenTo(unit.factory());
            test.run(unit, parcels, items);
            assertThat(parcels.failures()).isEmpty();
            assertThat(items.failures()).isEmpty();
        }
    }

    private interface Test {
        void run(TestUnit unit, RecordingSink<Long> parcels, RecordingSink<Long> items);
    }

    @Entity(name = "Parcel")
    static class Parcel {
        @Id
        Long id;

        @Version
        int version;

        @OneToMany
        @JoinColumn
        List<Item> items = new ArrayList<>();

        @ManyToMany
        Set<Item> wanted = new HashSet<>();

        @OneToMany(mappedBy = "parcel", cascade = CascadeType.PERSIST)
        Set<Label> labels = new HashSet<>();

        Parcel() {}

        Parcel(long id) {
            this.id = id;
        }
    }

    @Entity(name = "Item")
    static class Item {
        @Id
        Long id;

        Item() {}

        Item(long id) {
            this.id = id;
        }
    }

    @Entity(name = "Label")
    static class Label {
        @Id
        Long id;

        @ManyToOne(fetch = FetchType.LAZY)
        Parcel parcel;

        Label() {}

        Label(long id, Parcel parcel) {
            this.id = id;
            this.parcel = parcel;
        }
    }

    @Entity(name = "Marked")
    @SoftDelete
    static class Marked {
        @Id
        Long id;

        @Version
        int version;

        String name;

        Marked() {}

        Marked(long id, String name) {
            this.id = id;
            this.name = name;
        }
    }
}
