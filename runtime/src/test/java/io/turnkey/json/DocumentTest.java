package io.turnkey.json;

import static io.turnkey.json.Documents.read;
import static io.turnkey.json.Documents.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheException;
import io.turnkey.SnapshotFormatException;
import io.turnkey.json.Documents.Holder;
import io.turnkey.json.People.AnimalSnapshot;
import io.turnkey.json.People.CatSnapshot;
import io.turnkey.json.People.DogSnapshot;
import io.turnkey.json.People.UserSnapshot;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.Conversion;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.Shape;
import io.turnkey.spi.SnapshotFile;
import io.turnkey.spi.StoredRow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F49")
class DocumentTest {
    private static final String CAT = People.Cat.class.getName();
    private static final String DOG = People.Dog.class.getName();

    private final SnapshotFile<UserSnapshot> users = People.users();
    private final SnapshotFile<AnimalSnapshot> animals = People.animals();

    @Test
    void rows_of_every_kind_are_read_as_they_were_written_without_expiry() {
        assertThat(read(users, write(users, false, People.rows())))
                .containsExactlyElementsOf(People.rows().stream()
                        .map(row -> new StoredRow<>(row.snapshot(), null))
                        .toList());
    }

    @Test
    void rows_keep_their_expiry_if_it_is_asked_for() {
        assertThat(read(users, write(users, true, People.rows()))).isEqualTo(People.rows());
    }

    @Test
    void a_document_has_a_line_for_each_row() {
        SnapshotFile<Holder> file = Documents.file(Documents.holder(Shape.list(Shape.of(long.class))));

        assertThat(write(file, true, List.of(row(List.of(1L, 2L), Instant.EPOCH), row(null, null))))
                .isEqualTo("""
                        {"turnkey":1,"model":"User","schema":{"value":["List","long"]},"meta":true,"rows":[
                        {"expires":"1970-01-01T00:00:00Z","row":{"value":[1,2]}},
                        {"expires":null,"row":{"value":null}}]}""");
        assertThat(write(file, false, List.of()))
                .isEqualTo(
                        "{\"turnkey\":1,\"model\":\"User\",\"schema\":{\"value\":[\"List\",\"long\"]},\"meta\":false,\"rows\":[]}");
        assertThat(read(file, write(file, false, List.of()))).isEmpty();
    }

    @Test
    @Tag("F07")
    void rows_of_a_hierarchy_name_their_class() {
        List<StoredRow<AnimalSnapshot>> rows = List.of(
                new StoredRow<>(new DogSnapshot(1L, "wow"), Instant.EPOCH),
                new StoredRow<>(new CatSnapshot(2L, true), null));

        String document = write(animals, true, rows);

        assertThat(document)
                .contains("{\"expires\":\"1970-01-01T00:00:00Z\",\"type\":\"" + DOG
                        + "\",\"row\":{\"id\":1,\"bark\":\"wow\"}}")
                .contains("\"schema\":{\"" + CAT + "\":{\"id\":\"long\",\"purrs\":\"boolean\"},\"" + DOG + "\":{");
        assertThat(read(animals, document)).isEqualTo(rows);
        assertThat(read(animals, write(animals, false, rows)))
                .extracting(StoredRow::snapshot)
                .containsExactly(new DogSnapshot(1L, "wow"), new CatSnapshot(2L, true));
    }

    @Test
    void a_snapshot_of_an_unlisted_class_is_not_written() {
        AnimalSnapshot fish = () -> 1L;

        assertThatThrownBy(() -> write(animals, false, List.of(new StoredRow<>(fish, null))))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(fish.getClass().getName());
    }

    @Test
    void what_only_the_file_has_is_skipped() {
        String document = write(users, true, People.rows())
                .replace("{\"turnkey\"", "{\"comment\":{\"by\":[1,{}]},\"turnkey\"")
                .replace("\"schema\":{", "\"schema\":{\"old\":{\"a\":[\"List\",\"int\"]},")
                .replace("\"city\":", "\"street\":[[\"x\"],{\"y\":null}],\"city\":")
                .replace("{\"expires\":", "{\"version\":3,\"expires\":")
                .replaceAll("}$", ",\"count\":2}");

        assertThat(read(users, document)).isEqualTo(People.rows());
    }

    @Test
    void order_and_white_space_do_not_matter() {
        SnapshotFile<AnimalSnapshot> file = animals;

        assertThat(read(file, """
                        \t{ "schema" : {"%s":{"bark":"String","id":"long"}, "%s":{"purrs":"boolean","id":"long"}},
                          "meta" : true , "model":"Animal","turnkey":1,
                          "rows" : [ {"type":"%s", "row":{"purrs" :true, "id": 7}, "expires":null} ] }
                        """.formatted(DOG, CAT, CAT)))
                .extracting(StoredRow::snapshot)
                .containsExactly(new CatSnapshot(7L, true));
    }

    @Test
    void a_file_of_another_schema_is_refused_and_every_difference_named() {
        String document = write(users, false, People.rows())
                .replace("\"email\":\"String\"", "\"mail\":\"String\"")
                .replace("\"logins\":\"long\"", "\"logins\":\"Duration\"")
                .replace(
                        "\"address\":{\"city\":\"String\",\"zip\":\"int\"}",
                        "\"address\":{\"city\":[\"List\",\"String\"]}")
                .replace(
                        "[\"List\",{\"city\":\"String\",\"zip\":\"int\"}]",
                        "[\"List\",{\"city\":\"char\",\"zip\":\"int\"}]")
                .replace("[\"Set\",\"String\"]", "[\"List\",\"String\"]")
                .replace("[\"Map\",\"enum\"", "[\"Map\",[\"Map\"]")
                .replace("\"ratio\":\"float\"", "\"ratio\":[[\"x\"],2]");

        assertThatThrownBy(() -> read(users, document))
                .isInstanceOfSatisfying(SnapshotFormatException.class, e -> {
                    assertThat(e.path()).isEqualTo("$.schema");
                    assertThat(e.line()).isEqualTo(1);
                    assertThat(e.column()).isEqualTo(document.indexOf("\"schema\":") + "\"schema\":".length() + 1);
                })
                .hasMessageEndingWith("$.schema: is another schema: logins is long here, but \"Duration\" there; "
                        + "address.city is String here, but an array there; address.zip is missing; "
                        + "former[0].city is String here, but \"char\" there; roles is Set here, but \"List\" there; "
                        + "places[0] is enum here, but an array there; ratio is float here, but an array there; "
                        + "email is missing");
    }

    @Test
    void a_collection_that_says_too_little_or_something_else_is_another_schema() {
        SnapshotFile<Holder> file = Documents.file(Documents.holder(Shape.list(Shape.of(long.class))));
        for (String type : List.of(
                "[]", "[[],1]", "[{}]", "[\"List\"]", "[\"Set\",[1,[2]]]", "null", "1", "{\"a\":[]}", "\"List\"")) {
            String document = write(file, false, List.of()).replace("[\"List\",\"long\"]", type);

            assertThatThrownBy(() -> read(file, document))
                    .isInstanceOf(SnapshotFormatException.class)
                    .hasMessageContaining("$.schema: is another schema: value ");
        }
    }

    @Test
    void a_class_that_the_file_does_not_have_is_another_schema() {
        String document = write(animals, false, List.of()).replace(DOG, DOG + "0");

        assertThatThrownBy(() -> read(animals, document))
                .hasMessageEndingWith("is another schema: " + DOG + " is missing");
    }

    @Test
    void boxes_and_primitives_are_one_type() {
        SnapshotFile<Holder> boxed = Documents.file(Documents.holder(Shape.of(Long.class)));
        SnapshotFile<Holder> primitive = Documents.file(Documents.holder(Shape.of(long.class)));

        assertThat(read(primitive, write(boxed, false, List.of(row(1L, null))))).containsExactly(row(1L, null));
    }

    @Test
    void values_of_other_classes_are_written_as_their_columns_hold_them() {
        Map<String, Conversion> conversions = Map.of(
                "value.pattern",
                new Conversion(String.class, Object::toString, text -> Pattern.compile((String) text)));
        Shape pattern = new Composite<>(
                Holder.class,
                List.of(Component.of("pattern_", "pattern", Shape.of(Pattern.class), Holder::value)),
                row -> new Holder(String.valueOf(row.<Object>get(0))));
        SnapshotFile<Holder> file = Documents.file(
                Documents.holder(pattern), (entity, path) -> entity == Object.class ? conversions.get(path) : null);

        String document =
                write(file, false, List.of(row(new Holder(Pattern.compile("a+")), null), row(new Holder(null), null)));

        assertThat(document).contains("\"schema\":{\"value\":{\"pattern_\":\"String\"}}", "{\"pattern_\":\"a+\"}");
        assertThat(read(file, document)).containsExactly(row(new Holder("a+"), null), row(new Holder("null"), null));
        assertThatThrownBy(() -> read(file, document.replace("a+", "(")))
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessageContainingAll(
                        "line 2, column 22, $.rows[0].value.pattern_: ", "java.lang.Object.value.pattern")
                .hasMessageNotContaining("(\"")
                .hasCauseInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_conversion_to_something_unknown_is_refused_and_one_that_fails_is_named() {
        Composite<Holder> holder = Documents.holder(Shape.of(Pattern.class));
        Conversions unknown = (entity, path) -> new Conversion(Thread.class, value -> value, value -> value);
        Conversions failing = (entity, path) -> new Conversion(
                String.class,
                value -> {
                    throw new IllegalStateException("no");
                },
                value -> value);

        assertThatThrownBy(() -> Documents.file(holder, unknown))
                .isInstanceOf(CacheException.class)
                .hasMessageContainingAll("java.lang.Object.value", "java.lang.Thread");
        assertThatThrownBy(
                        () -> write(Documents.file(holder, failing), false, List.of(row(Pattern.compile("a"), null))))
                .isInstanceOf(CacheException.class)
                .hasMessageContainingAll("User, $.rows[0].value", "java.lang.Object.value")
                .hasRootCauseMessage("no");
    }

    @Test
    void rows_come_to_the_sink_one_by_one_and_what_it_throws_is_thrown_on() {
        byte[] document = write(users, false, People.rows()).getBytes(StandardCharsets.UTF_8);
        List<Object> seen = new ArrayList<>();

        assertThatThrownBy(() -> users.read(new ByteArrayInputStream(document), row -> {
                    seen.add(row);
                    throw new IllegalStateException("enough");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("enough");
        assertThat(seen).hasSize(1);
    }

    private static StoredRow<Holder> row(@Nullable Object value, @Nullable Instant expires) {
        return new StoredRow<>(new Holder(value), expires);
    }
}
