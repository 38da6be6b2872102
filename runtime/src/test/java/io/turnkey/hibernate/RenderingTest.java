package io.turnkey.hibernate;

import static io.turnkey.hibernate.Reading.basics;
import static io.turnkey.hibernate.Reading.ids;
import static io.turnkey.hibernate.Reading.key;
import static io.turnkey.hibernate.Reading.model;
import static io.turnkey.hibernate.Reading.paths;
import static io.turnkey.hibernate.Reading.projection;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.hibernate.Reading.Values;
import io.turnkey.spi.CollectionPath;
import io.turnkey.spi.CollectionPath.Kind;
import io.turnkey.spi.KeyModel;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The HQL, without a database. */
class RenderingTest {
    private final FakeMapping mapping = new FakeMapping();

    @Test
    void rows_are_selected_by_their_attributes_and_never_as_entities() {
        RowQuery<Values> rows = new RowQuery<>(model(Animal.class, "id name address.city *owner"), mapping);

        assertThat(rows.all()).isEqualTo("select e.id, e.name, e.address.city, id(e.owner) from Animal e");
    }

    @Test
    void a_target_that_may_be_missing_is_joined_outward_once() {
        KeyModel<Values, Long> missing = key("*missing", Long.class);
        RowQuery<Values> rows = new RowQuery<>(
                model(
                        Animal.class,
                        key("id", Long.class),
                        List.of(missing),
                        List.of(projection(Animal.class, "id *missing"))),
                mapping);

        assertThat(rows.by(missing).query(1))
                .isEqualTo("select e.id, id(j0) from Animal e left join e.missing j0 where id(j0) = :v0");
    }

    @Test
    void a_hierarchy_is_selected_as_the_union_of_what_its_classes_need() {
        RowQuery<Values> rows = new RowQuery<>(
                model(
                        Animal.class,
                        key("id", Long.class),
                        List.of(),
                        List.of(
                                projection(Dog.class, "id ownBark *ownKennel"),
                                projection(Cat.class, "id ownBark *ownBasket *ownmissing"))),
                mapping);

        assertThat(rows.all())
                .isEqualTo("select type(e), e.id, treat(e as Dog).ownBark, id(treat(e as Dog).ownKennel),"
                        + " treat(e as Cat).ownBark, id(treat(e as Cat).ownBasket), id(j0)"
                        + " from Animal e left join treat(e as Cat).ownmissing j0");
    }

    @Test
    void keys_are_compared_in_powers_of_two() {
        RowQuery<Values> rows = rows();
        KeyPredicate byName = rows.by(key("name", String.class));

        assertThat(byName.query(1)).isEqualTo("select e.id from Animal e where e.name = :v0");
        assertThat(byName.query(3)).isEqualTo("select e.id from Animal e where e.name in (:v0, :v1, :v2, :v3)");
        assertThat(byName.query(4)).isSameAs(byName.query(3));
        assertThat(byName.<String>parameters(List.of("a", "b", "c"), List::of)).containsExactly("a", "b", "c", "c");
    }

    @Test
    void several_columns_are_compared_as_tuples() {
        KeyPredicate both = rows().by(key("both", List.class, "name *owner", parts -> parts));

        assertThat(both.query(1)).endsWith(" where e.name = :v0 and id(e.owner) = :v1");
        assertThat(both.query(2)).endsWith(" where (e.name, id(e.owner)) in ((:v0, :v1), (:v2, :v3))");
    }

    @Test
    void without_tuples_they_are_compared_one_by_one() {
        FakeMapping strict = new FakeMapping() {
            @Override
            public boolean tuples() {
                return false;
            }
        };
        RowQuery<Values> rows = new RowQuery<>(model(Animal.class, "id"), strict);

        KeyPredicate both = rows.by(key("both", List.class, "name id", parts -> parts));

        assertThat(both.query(2)).endsWith(" where (e.name = :v0 and e.id = :v1) or (e.name = :v2 and e.id = :v3)");
        assertThat(both.chunks(Collections.nCopies(65, 1))).hasSize(2);
    }

    @Test
    void chunks_keep_within_the_parameters_that_the_database_takes() {
        FakeMapping small = new FakeMapping() {
            @Override
            public int parameterLimit() {
                return 2100;
            }
        };
        RowQuery<Values> rows = new RowQuery<>(model(Animal.class, "id"), small);
        List<Integer> values = Collections.nCopies(2048, 1);

        assertThat(rows.by(key("name", String.class)).chunks(values))
                .extracting(List::size)
                .containsExactly(1024, 1024);
        assertThat(rows.by(key("three", List.class, "a b c", parts -> parts)).chunks(values))
                .hasSize(4)
                .allMatch(chunk -> chunk.size() == 512);
    }

    @Test
    void collections_are_selected_with_their_owners_id() {
        assertThat(collection(basics("tags"))).isEqualTo("select e.id, c from Animal e join e.tags c where e.id = :v0");
        assertThat(collection(ids("roles")))
                .isEqualTo("select e.id, id(c) from Animal e join e.roles c where e.id = :v0");
        assertThat(collection(ids("softRoles")))
                .isEqualTo(
                        "select e.id, id(t) from Animal e join e.softRoles c join Target t on t = c where e.id = :v0");
        assertThat(collection(new CollectionPath("addresses", Kind.INDEXED, paths("city *missing"), "")))
                .isEqualTo("select e.id, c.city, id(j0) from Animal e join e.addresses c left join c.missing j0"
                        + " where e.id = :v0 order by index(c)");
        assertThat(collection(new CollectionPath("byEntity", Kind.MAP, paths("city"), "")))
                .isEqualTo("select e.id, c.city, id(key(c)) from Animal e join e.byEntity c where e.id = :v0");
        assertThat(collection(new CollectionPath("byName", Kind.MAP, paths("city"), "city desc, zip")))
                .isEqualTo("select e.id, c.city, key(c) from Animal e join e.byName c where e.id = :v0"
                        + " order by c.city desc, c.zip");
    }

    private String collection(CollectionPath path) {
        return new RowQuery<>(model(Animal.class, "id", path), mapping)
                .collections()
                .get(0)
                .queries()
                .query(1);
    }

    private RowQuery<Values> rows() {
        return new RowQuery<>(model(Animal.class, "id"), mapping);
    }

    static class Animal {}

    static class Dog extends Animal {}

    static class Cat extends Animal {}
}
