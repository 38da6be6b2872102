package io.turnkey.hibernate;

import static io.turnkey.hibernate.Reading.CONTEXT;
import static io.turnkey.hibernate.Reading.all;
import static io.turnkey.hibernate.Reading.key;
import static io.turnkey.hibernate.Reading.model;
import static io.turnkey.hibernate.Reading.projection;
import static io.turnkey.hibernate.Reading.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheException;
import io.turnkey.hibernate.Reading.Values;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The same animals in each strategy; the root is abstract in JOINED. */
@Tag("F07")
class HierarchiesTest {
    private static final KeyModel<Values, Long> ID = key("id", Long.class);
    private static final KeyModel<Values, String> NAME = key("name", String.class);

    @ParameterizedTest
    @MethodSource("strategiesOnDatabases")
    void one_statement_reads_all_classes_each_with_its_own_attributes(Animals animals, Databases database) {
        try (TestUnit unit = database.open(animals.classes())) {
            unit.inTransaction(animals::persist);

            List<Values> rows = all(source(unit, animals.model()));

            List<Values> expected = new ArrayList<>();
            if (!animals.isAbstract()) {
                expected.add(row(animals.root(), 1L, "any"));
            }
            expected.add(row(animals.dog(), 2L, "dog", "wuff", "ball", 1L, 60));
            expected.add(row(animals.dog(), 3L, "mute", null, null, null, null));
            expected.add(row(animals.puppy(), 4L, "puppy", "wiff", "sock", null, 20, 3));
            expected.add(row(animals.cat(), 5L, "cat", "mouse", 2L));
            expected.add(row(animals.cat(), 6L, "stray", null, null));
            assertThat(rows).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(unit.statements()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("strategiesOnDatabases")
    void a_row_is_found_by_a_key_of_the_root_whatever_its_class(Animals animals, Databases database) {
        try (TestUnit unit = database.open(animals.classes())) {
            unit.inTransaction(animals::persist);
            EntitySource<Values> source = source(unit, animals.model());

            assertThat(source.read(ID, List.of(4L), 9, CONTEXT))
                    .extracting(Values::entity)
                    .containsExactly(animals.puppy());
            assertThat(source.read(NAME, List.of("cat", "dog"), 9, CONTEXT))
                    .extracting(Values::entity)
                    .containsExactlyInAnyOrder(animals.cat(), animals.dog());
            assertThat(unit.statements()).hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("strategiesOnDatabases")
    void collections_of_the_root_are_read_once_and_those_of_subclasses_once_for_each_declaration(
            Animals animals, Databases database) {
        try (TestUnit unit = database.open(animals.classes())) {
            unit.inTransaction(animals::persist);

            List<Values> rows = all(source(unit, animals.modelOfCollections()));

            assertThat(collections(rows, "dog")).containsExactly(List.of("big"), List.of("sit"));
            assertThat(collections(rows, "puppy")).containsExactly(List.of("small"), List.of("roll"));
            assertThat(collections(rows, "cat")).containsExactly(List.of("grey"), List.of("hide"));
            assertThat(collections(rows, "stray")).containsExactly(List.of(), List.of());
            assertThat(unit.statements()).hasSize(1 + 3);
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void a_class_that_the_model_does_not_list_is_named(Databases database) {
        Animals animals = Animals.SINGLE_TABLE;
        try (TestUnit unit = database.open(animals.classes())) {
            unit.inTransaction(animals::persist);
            EntitySource<Values> source =
                    source(unit, model(animals.root(), ID, List.of(), List.of(projection(animals.root(), "id name"))));

            assertThat(source.read(ID, List.of(1L), 9, CONTEXT)).hasSize(1);
            assertThatThrownBy(() -> source.read(ID, List.of(5L), 9, CONTEXT))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContainingAll("Single$Cat", "Single$Animal", "turnkey-processor");
        }
    }

    static Stream<Arguments> strategiesOnDatabases() {
        return Stream.of(Animals.values())
                .flatMap(animals -> Stream.of(Databases.values()).map(database -> Arguments.of(animals, database)));
    }

    private static Values row(Class<?> entity, Object... values) {
        return new Values(entity, Arrays.asList(values), List.of());
    }

    private static List<List<Object>> collections(List<Values> rows, String name) {
        Values row = rows.stream()
                .filter(candidate -> name.equals(candidate.get(1)))
                .findFirst()
                .orElseThrow();
        return List.of(row.elements(0), row.elements(1));
    }
}
