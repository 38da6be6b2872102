package io.turnkey.json;

import static io.turnkey.json.Documents.read;
import static io.turnkey.json.Documents.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.SnapshotFormatException;
import io.turnkey.json.People.AnimalSnapshot;
import io.turnkey.json.People.UserSnapshot;
import io.turnkey.spi.SnapshotFile;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no export is refused, with its place, and without telling values. */
@Tag("F49")
class MalformedTest {
    private static final String HEAD = """
            {"turnkey":1,"model":"User","schema":{"id":"long","email":"String","status":"enum","logins":"long","balance":"BigDecimal","photo":"byte[]","seen":"Instant",\
            "address":{"city":"String","zip":"int"},"former":["List",{"city":"String","zip":"int"}],"roles":["Set","String"],"places":["Map","enum",{"city":"String","zip":"int"}],\
            "ratio":"float"},"meta":false,"rows":[
            """;
    private static final String ROW = """
            {"id":1,"email":"a@b","status":"ACTIVE","logins":5,"balance":1.50,"photo":"AQID","seen":"2026-03-29T01:30:00Z","address":{"city":"Paris","zip":7},\
            "former":[{"city":"Rome","zip":1}],"roles":["a"],"places":[["GONE",{"city":"Oslo","zip":2}]],"ratio":1.5}""";

    private final SnapshotFile<UserSnapshot> users = People.users();
    private final SnapshotFile<AnimalSnapshot> animals = People.animals();

    /** What to replace in the row, with what; {@code ^} marks where the mistake is to be found; then the path and the problem. */
    static Stream<Arguments> rows() {
        return Stream.of(
                Arguments.of(
                        "\"id\":1",
                        "\"id\":^\"x\"",
                        ".id",
                        "expected a whole number from -9223372036854775808 to 9223372036854775807, found another text"),
                Arguments.of(
                        "\"id\":1",
                        "\"id\":^1.5",
                        ".id",
                        "expected a whole number from -9223372036854775808 to 9223372036854775807, found another number"),
                Arguments.of(
                        "\"id\":1",
                        "\"id\":^9223372036854775808",
                        ".id",
                        "expected a whole number from -9223372036854775808 to 9223372036854775807, found another number"),
                Arguments.of(
                        "\"id\":1",
                        "\"id\":^1e0",
                        ".id",
                        "expected a whole number from -9223372036854775808 to 9223372036854775807, found another number"),
                Arguments.of("\"logins\":5", "\"logins\":^null", ".logins", "must not be null"),
                Arguments.of(
                        "\"email\":\"a@b\"",
                        "\"email\":^7",
                        ".email",
                        "expected a String like \"text\", found another number"),
                Arguments.of(
                        "\"email\":\"a@b\"",
                        "\"email\":^{\"x\":1}",
                        ".email",
                        "expected a String like \"text\", found an object"),
                Arguments.of("\"ACTIVE\"", "^\"PAUSED\"", ".status", "\"PAUSED\" is no Status: ACTIVE, GONE"),
                Arguments.of("\"ACTIVE\"", "^0", ".status", "expected the name of a Status, found another number"),
                Arguments.of("1.50", "^\"1.50\"", ".balance", "expected a number, found another text"),
                Arguments.of("1.50", "^1E+2147483647", ".balance", "is a number whose scale is beyond 100000"),
                Arguments.of("1.50", "^1E+99999999999", ".balance", "is a number whose scale is beyond 100000"),
                Arguments.of("\"AQID\"", "^\"AQI*\"", ".photo", "expected a byte[] like \"AQID\", found another text"),
                Arguments.of(
                        "\"2026-03-29T01:30:00Z\"",
                        "^\"secret\"",
                        ".seen",
                        "expected an Instant like \"2026-03-29T01:30:00Z\", found another text"),
                Arguments.of("{\"city\":\"Paris\",\"zip\":7}", "^[]", ".address", "expected an object, found an array"),
                Arguments.of(
                        "\"zip\":7",
                        "\"zip\":^2147483648",
                        ".address.zip",
                        "expected a whole number from -2147483648 to 2147483647, found another number"),
                Arguments.of("\"city\":\"Paris\",", "\"CITY\":3,", ".address", "lacks city"),
                Arguments.of("\"city\":\"Paris\",\"zip\":7", "", ".address", "lacks city, zip"),
                Arguments.of("\"zip\":7", "\"zip\":7,^\"zip\":7", ".address.zip", "stands here twice"),
                Arguments.of(
                        "\"zip\":7",
                        "\"zip\":-7",
                        ".address",
                        "no Address can be made of these values (IllegalArgumentException)"),
                Arguments.of("\"email\":\"a@b\",", "", "", "lacks email"),
                Arguments.of("\"id\":1", "\"id\":null", ".id", "must not be null"),
                Arguments.of(
                        "\"Rome\"", "^1", ".former[0].city", "expected a String like \"text\", found another number"),
                Arguments.of("[{\"city\":\"Rome\",\"zip\":1}]", "^{}", ".former", "expected an array, found an object"),
                Arguments.of("[\"a\"]", "[\"a\",\"b\",^\"a\"]", ".roles[2]", "stands in this set twice"),
                Arguments.of("[\"a\"]", "[^true]", ".roles[0]", "expected a String like \"text\", found true or false"),
                Arguments.of(
                        "[\"GONE\",{\"city\":\"Oslo\",\"zip\":2}]",
                        "[\"GONE\",null],^[\"GONE\",null]",
                        ".places[1]",
                        "has a key that the map has already"),
                Arguments.of(
                        "[\"GONE\",{\"city\":\"Oslo\",\"zip\":2}]",
                        "[\"GONE\"^]",
                        ".places[0]",
                        "expected a pair of key and value, found the end of an object or array"),
                Arguments.of(
                        "[\"GONE\",{\"city\":\"Oslo\",\"zip\":2}]",
                        "[\"GONE\",null,^null]",
                        ".places[0][2]",
                        "expected the end of the pair, found null"),
                Arguments.of(
                        "[\"GONE\",{\"city\":\"Oslo\",\"zip\":2}]",
                        "^\"GONE\"",
                        ".places[0]",
                        "expected a pair of key and value, found another text"),
                Arguments.of(
                        "\"Oslo\"",
                        "^[\"secret\"]",
                        ".places[0][1].city",
                        "expected a String like \"text\", found an array"),
                Arguments.of(
                        ":1.5}",
                        ":^1e39}",
                        ".ratio",
                        "expected a number of a float, \"NaN\", \"Infinity\" or \"-Infinity\", found another number"),
                Arguments.of(
                        ":1.5}",
                        ":^\"nan\"}",
                        ".ratio",
                        "expected a number of a float, \"NaN\", \"Infinity\" or \"-Infinity\", found another text"),
                Arguments.of(ROW, "^null", "", "expected a row, which is an object, found null"),
                Arguments.of(ROW, "^[]", "", "expected a row, which is an object, found an array"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_row_is_refused_at_the_place_of_its_mistake(String what, String by, String path, String problem) {
        String wrong = ROW.replace(what, by);
        // Where nothing can be pointed at, it is the end of the object.
        int mark = wrong.indexOf('^');
        int column = mark >= 0 ? mark : path.equals(".address") ? wrong.indexOf("},\"former\"") : wrong.length() - 1;

        refused(HEAD + ROW + ",\n" + wrong.replace("^", "") + "]}", 3, column + 1, "$.rows[1]" + path, problem);
    }

    static Stream<Arguments> heads() {
        return Stream.of(
                Arguments.of("{\"turnkey\":1,", "{", "\"rows\"", "$.rows", "must stand after turnkey"),
                Arguments.of(
                        "{\"turnkey\":1,",
                        "{\"turnkey\":2,",
                        "2,",
                        "$.turnkey",
                        "is another version of the format: this one reads 1"),
                Arguments.of(
                        "{\"turnkey\":1,",
                        "{\"turnkey\":\"1\",",
                        "\"1\"",
                        "$.turnkey",
                        "expected the version of the format, a number, found another text"),
                Arguments.of(
                        "\"model\":\"User\"",
                        "\"model\":\"Order\"",
                        "\"Order\"",
                        "$.model",
                        "is an export of another model: \"Order\""),
                Arguments.of(
                        "\"model\":\"User\"",
                        "\"model\":\"" + "x".repeat(100) + "\"",
                        "\"xxx",
                        "$.model",
                        "is an export of another model: \"" + "x".repeat(40) + "...\""),
                Arguments.of(
                        "\"model\":\"User\"",
                        "\"model\":\"User\",\"model\":\"User\"",
                        "\"model\":\"User\",\"schema",
                        "$.model",
                        "stands here twice"),
                Arguments.of(
                        "\"email\":\"String\"",
                        "\"email\":\"String\",\"email\":\"String\"",
                        "\"email\":\"String\",\"status",
                        "$.schema.email",
                        "stands here twice"),
                Arguments.of(
                        "\"meta\":false",
                        "\"meta\":0",
                        "0,\"rows",
                        "$.meta",
                        "expected true or false, found another number"),
                Arguments.of("\"meta\":false,", "", "\"rows\"", "$.rows", "must stand after meta"),
                Arguments.of(
                        "\"rows\":[", "\"rows\":{", "{\n", "$.rows", "expected an array of rows, found an object"));
    }

    @ParameterizedTest
    @MethodSource("heads")
    void a_header_is_refused_at_the_place_of_its_mistake(
            String what, String by, String at, String path, String problem) {
        String head = HEAD.replace(what, by);

        refused(head + ROW + "]}", 1, head.indexOf(at) + 1, path, problem);
    }

    @Test
    void a_document_ends_where_the_export_ends() {
        refused(HEAD + "]} 1", 2, 4, "$", "stands after the end of the export");
        refused(HEAD + "]}{", 2, 3, "$", "stands after the end of the export");
        refused(HEAD + "],\"rows\":[]}", 2, 3, "$.rows", "stands here twice");
        refused(HEAD + "]} \u0000", 2, 5, "$", "is no JSON: Illegal character");
        refused("{\"turnkey\":1}", 1, 13, "$", "lacks rows");
        refused("", 1, 1, "$", "is empty");
        refused(" \n ", 2, 2, "$", "is empty");
        refused("[]", 1, 1, "$", "expected an export, which is an object, found an array");
        refused("null", 1, 1, "$", "expected an export, which is an object, found null");
    }

    @Test
    void whatever_is_cut_off_is_refused() {
        String document = HEAD + ROW + "]}";
        for (int length = 0; length < document.length(); length++) {
            int end = length;
            assertThatThrownBy(() -> read(users, document.substring(0, end)))
                    .isInstanceOf(SnapshotFormatException.class);
        }
        refused(HEAD + "{\"id\":1,", 2, 9, "$.rows[0].id", "is no JSON: Unexpected end-of-input");
    }

    @Test
    void other_encodings_are_refused() {
        String document = HEAD + ROW + "]}";
        refused("\uFEFF" + document, 1, 1, "$", "is no JSON: Unexpected character");
        refused(document.getBytes(StandardCharsets.UTF_16), 1, 1, "$", "is no UTF-8");
        for (String bytes : new String[] {"c0 80", "ed a0 80", "f8 88 80 80 80", "80", "f4 90 80 80", "e2 82"}) {
            byte[] wrong = join(HEAD + "{\"email\":\"é\uD83D\uDE00", bytes, "\"}]}");

            refused(wrong, 2, 14, "$.rows[0].email", "is no UTF-8");
        }
        byte[] late = join(HEAD + "{\"x\":\"" + "é".repeat(20_000), "ff", "\"}]}");
        refused(late, 2, 20_007, "$.rows[0].x", "is no UTF-8");
    }

    @Test
    void what_is_no_json_is_refused_without_telling_it() {
        refused(
                HEAD + "{\"id\":secretsecretsecret}]}",
                2,
                7,
                "$.rows[0].id",
                "is no JSON: Unrecognized token 'secretse");
        refused(HEAD + "{\"id\":01}]}", 2, 8, "$.rows[0].id", "is no JSON: Invalid numeric value");
        refused(HEAD + "{\"id\":+1}]}", 2, 8, "$.rows[0].id", "is no JSON");
        refused(HEAD + "{\"id\":NaN}]}", 2, 10, "$.rows[0].id", "is no JSON");
        refused(HEAD + "{'id':1}]}", 2, 2, "$.rows[0]", "is no JSON");
        refused(HEAD + "{\"id\":1,}]}", 2, 9, "$.rows[0].id", "is no JSON");
        refused(HEAD + ROW + " // why\n]}", 2, ROW.length() + 2, "$.rows[0]", "is no JSON");
        refused(HEAD + "{\"email\":\"\\q\"}]}", 2, 12, "$.rows[0].email", "is no JSON");
        refused(HEAD + "{\"email\":\"a\nb\"}]}", 2, 12, "$.rows[0].email", "is no JSON");
    }

    @Test
    void a_hierarchy_wants_to_know_the_class_before_the_row() {
        String head = write(animals, true, List.of());
        String cat = "\"type\":\"" + People.Cat.class.getName() + "\"";
        String row = "\"row\":{\"id\":1,\"purrs\":true}";
        String expires = "\"expires\":null";

        animal(head, "{" + expires + ",^" + row + "," + cat + "}", "$.rows[0].row", "must stand after type");
        animal(head, "{" + expires + "," + cat + "^}", "$.rows[0]", "lacks row");
        animal(head, "{" + cat + "," + row + "^}", "$.rows[0]", "lacks expires");
        animal(head, "{" + expires + "," + cat + "," + row + ",^" + row + "}", "$.rows[0].row", "stands here twice");
        animal(
                head,
                "{" + expires + ",\"type\":^\"java.lang.Runtime\"," + row + "}",
                "$.rows[0].type",
                "\"java.lang.Runtime\" is no entity class of this model: " + People.Cat.class.getName() + ", "
                        + People.Dog.class.getName());
        animal(
                head,
                "{" + expires + ",\"type\":^1," + row + "}",
                "$.rows[0].type",
                "expected the name of an entity class, found another number");
        animal(
                head,
                "{" + expires + "," + cat + ",\"row\":^null}",
                "$.rows[0].row",
                "expected a row, which is an object, found null");
        animal(
                head,
                "{\"expires\":^\"soon\"," + cat + "," + row + "}",
                "$.rows[0].expires",
                "expected an Instant like \"2026-03-29T01:30:00Z\", found another text");
        animal(head, "^7", "$.rows[0]", "expected an object, found another number");
    }

    @ParameterizedTest
    @CsvSource({"[,]", "{\"a\":,}"})
    void depth_is_bounded_in_what_is_skipped_too(String open, String close) {
        String deep = open.repeat(Jackson.DEPTH) + "1" + close.repeat(Jackson.DEPTH);

        assertThatThrownBy(() -> read(users, HEAD + "{\"x\":" + deep + "}]}"))
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessageContainingAll("line 2", "$.rows[0].x", "nesting depth");
    }

    @Test
    void texts_and_names_are_bounded() {
        assertThatThrownBy(() -> read(users, HEAD + "{\"" + "x".repeat(Jackson.NAME + 1) + "\":1}]}"))
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessageContaining("$.rows[0]");
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        InputStream document = new SequenceInputStream(
                new ByteArrayInputStream((HEAD + "{\"email\":\"").getBytes(StandardCharsets.UTF_8)), endless);
        assertThatThrownBy(() -> users.read(document, row -> {}))
                .isInstanceOf(SnapshotFormatException.class)
                .hasMessageContainingAll("$.rows[0].email", "exceeds");
    }

    @Test
    void what_is_too_large_is_called_that() {
        refused(
                HEAD + "{\"id\":" + "1".repeat(Jackson.NUMBER + 1) + "}]}",
                2,
                Jackson.NUMBER + 8,
                "$.rows[0].id",
                "is too large: Number value length");
    }

    @Test
    void names_in_a_path_cannot_forge_a_log() {
        assertThatThrownBy(() -> read(users, HEAD + "{\"a\\nb" + "c".repeat(1000) + "\":tru}]}"))
                .isInstanceOfSatisfying(
                        SnapshotFormatException.class,
                        e -> assertThat(e.path()).isEqualTo("$.rows[0][\"a?b" + "c".repeat(37) + "...\"]"));
    }

    private void animal(String head, String row, String path, String problem) {
        String document = head.substring(0, head.length() - 2) + "\n" + row.replace("^", "") + "]}";
        place(assertThatThrownBy(() -> read(animals, document)), 2, row.indexOf('^') + 1, path)
                .hasMessageEndingWith(": " + problem);
    }

    private void refused(String document, int line, int column, String path, String problem) {
        refused(document.getBytes(StandardCharsets.UTF_8), line, column, path, problem);
    }

    private void refused(byte[] document, int line, int column, String path, String problem) {
        place(assertThatThrownBy(() -> read(users, document)), line, column, path)
                .hasMessageStartingWith("User, line " + line + ", column " + column + ", " + path + ": " + problem);
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> place(
            AbstractThrowableAssert<?, ? extends Throwable> thrown, int line, int column, String path) {
        return thrown.isInstanceOfSatisfying(SnapshotFormatException.class, e -> {
            assertThat(e.path()).isEqualTo(path);
            assertThat(e.line()).isEqualTo(line);
            assertThat(e.column()).isEqualTo(column);
        });
    }

    private static byte[] join(String before, String hex, String after) {
        byte[] wrong = HexFormat.ofDelimiter(" ").parseHex(hex);
        byte[] head = before.getBytes(StandardCharsets.UTF_8);
        byte[] tail = after.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(head.length + wrong.length + tail.length)
                .put(head)
                .put(wrong)
                .put(tail)
                .array();
    }
}
