package io.turnkey.hibernate;

import static io.turnkey.hibernate.Reading.CONTEXT;
import static io.turnkey.hibernate.Reading.all;
import static io.turnkey.hibernate.Reading.basics;
import static io.turnkey.hibernate.Reading.ids;
import static io.turnkey.hibernate.Reading.key;
import static io.turnkey.hibernate.Reading.model;
import static io.turnkey.hibernate.Reading.paths;
import static io.turnkey.hibernate.Reading.projection;
import static io.turnkey.hibernate.Reading.source;
import static java.util.Arrays.asList;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.hibernate.CollectionEntities.Address;
import io.turnkey.hibernate.CollectionEntities.Colour;
import io.turnkey.hibernate.CollectionEntities.Gone;
import io.turnkey.hibernate.CollectionEntities.Hidden;
import io.turnkey.hibernate.CollectionEntities.Profile;
import io.turnkey.hibernate.CollectionEntities.Role;
import io.turnkey.hibernate.CollectionEntities.Shelf;
import io.turnkey.hibernate.CollectionEntities.ShelfId;
import io.turnkey.hibernate.CollectionEntities.Slot;
import io.turnkey.hibernate.CollectionEntities.SlotId;
import io.turnkey.hibernate.CollectionEntities.User;
import io.turnkey.hibernate.Reading.Values;
import io.turnkey.spi.AttributePath;
import io.turnkey.spi.CollectionPath;
import io.turnkey.spi.CollectionPath.Kind;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("F06")
class CollectionsTest {
    private static final Class<?>[] ENTITIES = {
        User.class, Role.class, Slot.class, Gone.class, Hidden.class, Shelf.class
    };

    @ParameterizedTest
    @EnumSource(Databases.class)
    void elements_come_with_one_statement_for_each_collection_and_bags_keep_duplicates(Databases database) {
        try (TestUnit unit = opened(database)) {
            EntitySource<Values> users = source(
                    unit,
                    model(
                            User.class,
                            "id",
                            basics("tags"),
                            basics("colours"),
                            new CollectionPath("addresses", Kind.INDEXED, paths("city *country"), ""),
                            basics("profile.phones")));

            List<Values> rows = users.read(key("id", Long.class), List.of(1L, 2L, 3L), 9, CONTEXT);

            Values full = row(rows, 1L);
            assertThat(full.elements(0)).containsExactlyInAnyOrder("a", "b", "a");
            assertThat(full.elements(1)).containsExactlyInAnyOrder(Colour.RED, Colour.BLUE);
            assertThat(full.collections().get(2))
                    .containsExactly(asList("Zwettl", 7L), asList("Aue", null), asList("Melk", 8L));
            assertThat(full.elements(3)).containsExactly("0660");
            assertThat(row(rows, 2L).elements(0)).containsExactly("a");
            assertThat(row(rows, 3L).collections()).allMatch(List::isEmpty);
            assertThat(unit.statements()).hasSize(1 + 4);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void references_are_read_from_the_join_table_alone(Databases database) {
        try (TestUnit unit = opened(database)) {
            EntitySource<Values> users = source(unit, model(User.class, "id", ids("roles"), ids("slots")));

            Values full = row(all(users), 1L);

            assertThat(full.elements(0)).containsExactlyInAnyOrder(7L, 8L, 8L);
            assertThat(full.elements(1)).containsExactly(new SlotId("x", 2));
            List<String> statements = unit.statements();
            assertThat(statements).hasSize(3);
            assertThat(statements.get(1)).containsOnlyOnce(" join ");
            assertThat(statements.get(2)).containsOnlyOnce(" join ");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void maps_end_each_element_with_its_key(Databases database) {
        try (TestUnit unit = opened(database)) {
            EntitySource<Values> users = source(
                    unit,
                    model(
                            User.class,
                            "id",
                            map("scores", ""),
                            map("weights", ""),
                            map("places", "city *country"),
                            map("rolesByName", "*")));

            Values full = row(all(users), 1L);

            assertThat(full.collections().get(0)).containsExactlyInAnyOrder(asList(1, "one"), asList(2, "two"));
            assertThat(full.collections().get(1)).containsExactly(asList(5, 7L));
            assertThat(full.collections().get(2)).containsExactly(asList("Wien", 8L, new ShelfId("A", 1)));
            assertThat(full.collections().get(3)).containsExactlyInAnyOrder(asList(7L, "admin"), asList(8L, "guest"));
            assertThat(unit.statements()).hasSize(1 + 4);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void order_by_is_kept(Databases database) {
        try (TestUnit unit = opened(database)) {
            EntitySource<Values> users = source(
                    unit,
                    model(
                            User.class,
                            "id",
                            new CollectionPath("words", Kind.PLAIN, itself(false), "DESC"),
                            new CollectionPath("visited", Kind.PLAIN, paths("city *country"), "city desc, country.id"),
                            new CollectionPath("roles", Kind.PLAIN, itself(true), "name DESC"),
                            new CollectionPath("slots", Kind.PLAIN, itself(true), "asc")));

            Values full = row(all(users), 1L);

            assertThat(full.elements(0)).containsExactly("z", "m", "a");
            assertThat(full.elements(1)).containsExactly("Wien", "Graz");
            assertThat(full.elements(2)).containsExactly(8L, 8L, 7L);
            assertThat(full.elements(3)).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void elements_and_targets_that_are_only_marked_as_deleted_or_restricted_away_are_absent(Databases database) {
        try (TestUnit unit = opened(database)) {
            unit.inTransaction(session -> {
                session.createMutationQuery("delete from Gone where id = 1").executeUpdate();
                User user = session.find(User.class, 1L);
                user.marked.remove("first");
                user.formerRoles.removeIf(role -> role.id == 7L);
            });
            EntitySource<Values> users = source(
                    unit, model(User.class, "id", basics("marked"), ids("formerRoles"), ids("gone"), ids("hidden")));

            List<Values> rows = all(users);

            assertThat(row(rows, 1L).elements(0)).containsExactly("second");
            assertThat(row(rows, 1L).elements(1)).containsExactly(8L);
            assertThat(row(rows, 1L).elements(2)).containsExactly(2L);
            assertThat(row(rows, 1L).elements(3)).containsExactly(2L);
            assertThat(row(rows, 3L).collections()).allMatch(List::isEmpty);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void owners_with_an_embedded_id_get_their_own_elements(Databases database) {
        try (TestUnit unit = opened(database)) {
            KeyModel<Values, ShelfId> id =
                    key("id", ShelfId.class, "id.hall id.number", shelf -> List.of(shelf.hall(), shelf.number()));
            EntitySource<Values> shelves = source(
                    unit,
                    model(Shelf.class, id, List.of(), List.of(projection(Shelf.class, "id.hall", basics("books")))));

            List<Values> rows = shelves.read(
                    id, List.of(new ShelfId("A", 1), new ShelfId("A", 2), new ShelfId("B", 1)), 9, CONTEXT);

            assertThat(rows)
                    .extracting(row -> row.elements(0))
                    .containsExactlyInAnyOrder(List.of("one"), List.of("two"));
            assertThat(unit.statements()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    @Tag("F31")
    void many_owners_are_asked_for_in_chunks(Databases database) {
        try (TestUnit unit = database.open(ENTITIES)) {
            unit.inTransaction(session -> {
                for (long id = 1; id <= 1500; id++) {
                    User user = new User(id);
                    user.tags.add("tag" + id);
                    session.persist(user);
                }
            });
            EntitySource<Values> users = source(unit, model(User.class, "id", basics("tags")));
            List<Long> wanted = new ArrayList<>();
            for (long id = 1; id <= 1500; id++) {
                wanted.add(id);
            }

            List<Values> rows = users.read(key("id", Long.class), wanted, Integer.MAX_VALUE, CONTEXT);

            assertThat(rows).hasSize(1500).allMatch(row -> row.elements(0).equals(List.of("tag" + row.get(0))));
            assertThat(unit.statements()).hasSize(2 + 2);
        }
    }

    private static List<AttributePath> itself(boolean reference) {
        return List.of(new AttributePath("", reference));
    }

    private static CollectionPath map(String path, String element) {
        List<AttributePath> elements = element.isEmpty() || element.equals("*")
                ? List.of(new AttributePath("", !element.isEmpty()))
                : paths(element);
        return new CollectionPath(path, Kind.MAP, elements, "");
    }

    private static Values row(List<Values> rows, long id) {
        return rows.stream().filter(row -> row.get(0).equals(id)).findFirst().orElseThrow();
    }

    private static TestUnit opened(Databases database) {
        TestUnit unit = database.open(ENTITIES);
        unit.inTransaction(session -> {
            Role admin = new Role(7L, "admin");
            Role guest = new Role(8L, "guest");
            Slot slot = new Slot("x", 2);
            List<Gone> gone = List.of(new Gone(1L), new Gone(2L));
            List<Hidden> hidden = List.of(new Hidden(1L, "x"), new Hidden(2L, "y"));
            List.of(admin, guest, slot).forEach(session::persist);
            gone.forEach(session::persist);
            hidden.forEach(session::persist);
            persist(session::persist, 1L, user -> {
                user.tags.addAll(List.of("a", "b", "a"));
                user.colours.addAll(Set.of(Colour.RED, Colour.BLUE));
                user.addresses.addAll(
                        List.of(new Address("Zwettl", admin), new Address("Aue", null), new Address("Melk", guest)));
                user.profile = new Profile();
                user.profile.phones.add("0660");
                user.roles.addAll(List.of(admin, guest, guest));
                user.slots.add(slot);
                user.scores.putAll(Map.of("one", 1, "two", 2));
                user.weights.put(admin, 5);
                user.places.put(new ShelfId("A", 1), new Address("Wien", guest));
                user.rolesByName.putAll(Map.of("admin", admin, "guest", guest));
                user.words.addAll(List.of("m", "z", "a"));
                user.visited.addAll(List.of(new Address("Graz", admin), new Address("Wien", admin)));
                user.marked.addAll(Set.of("first", "second"));
                user.formerRoles.addAll(Set.of(admin, guest));
                user.gone.addAll(gone);
                user.hidden.addAll(hidden);
            });
            persist(session::persist, 2L, user -> user.tags.add("a"));
            persist(session::persist, 3L, user -> {});
            session.persist(new Shelf(new ShelfId("A", 1), "one"));
            session.persist(new Shelf(new ShelfId("A", 2), "two"));
        });
        return unit;
    }

    private static void persist(Consumer<Object> session, long id, Consumer<User> filling) {
        User user = new User(id);
        filling.accept(user);
        session.accept(user);
    }
}
