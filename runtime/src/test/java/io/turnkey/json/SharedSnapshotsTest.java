package io.turnkey.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CopyFormat;
import io.turnkey.SnapshotFormatException;
import io.turnkey.json.People.Address;
import io.turnkey.json.People.Status;
import io.turnkey.json.People.User;
import io.turnkey.json.People.UserSnapshot;
import io.turnkey.spi.AttributePath;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.ContractLevel;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Shape;
import io.turnkey.spi.SharedForm;
import io.turnkey.spi.StoredRow;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What rows, ids and keys are in the second level. */
@Tag("F60")
class SharedSnapshotsTest {
    private record CityStatus(String city, Status status) {}

    private static final KeyModel<UserSnapshot, Long> ID =
            KeyModel.unique("id", Long.class, "getById", AttributePath.of("id"), UserSnapshot::id);
    private static final KeyModel<UserSnapshot, String> EMAIL =
            KeyModel.unique("email", String.class, "getByEmail", AttributePath.of("email"), UserSnapshot::email);
    private static final KeyModel<UserSnapshot, CityStatus> CITY = new KeyModel<>(
            "cityAndStatus",
            CityStatus.class,
            false,
            "listByCityAndStatus",
            List.of(AttributePath.of("address.city"), AttributePath.of("status")),
            user -> null,
            key -> List.of(key.city(), key.status()),
            UnaryOperator.identity());

    private static <ID> SharedForm<UserSnapshot, ID> form(
            CopyFormat format,
            KeyModel<UserSnapshot, ID> id,
            UnaryOperator<EntityModel.Builder<User, UserSnapshot, ID>> more) {
        EntityModel.Builder<User, UserSnapshot, ID> builder =
                EntityModel.builder(ContractLevel.CURRENT, "User", User.class, UserSnapshot.class);
        builder.id(id)
                .keys(List.of(EMAIL, CITY))
                .projections(List::of)
                .shape(() -> People.USER)
                .of(user -> People.rows().get(0).snapshot());
        return new JsonFormat().shared(more.apply(builder).build(), Conversions.NONE, format);
    }

    private static <ID> SharedForm<UserSnapshot, ID> form(
            KeyModel<UserSnapshot, ID> id, UnaryOperator<EntityModel.Builder<User, UserSnapshot, ID>> more) {
        return form(CopyFormat.BINARY, id, more);
    }

    private static SharedForm<UserSnapshot, Long> form(CopyFormat format) {
        return form(format, ID, builder -> builder);
    }

    private final SharedForm<UserSnapshot, Long> users = form(CopyFormat.BINARY);

    @ParameterizedTest
    @EnumSource
    void aRowComesBackAsItWas(CopyFormat format) {
        SharedForm<UserSnapshot, Long> form = form(format);
        for (StoredRow<UserSnapshot> row : People.rows()) {
            assertThat(form.decode(form.encode(row.snapshot()))).isEqualTo(row.snapshot());
        }
    }

    @Test
    void aRowOfJsonIsATextAndOneOfBytesIsSmaller() {
        UserSnapshot row = People.rows().get(0).snapshot();
        byte[] json = form(CopyFormat.JSON).encode(row);

        assertThat(new String(json, StandardCharsets.UTF_8))
                .startsWith("{\"id\":1,")
                .contains("\"city\":\"Paris\"");
        assertThat(users.encode(row)).hasSizeLessThan(json.length * 2 / 3);
    }

    /** Both are copies of the same row of the same model: the fingerprint alone keeps them apart in Redis. */
    @Test
    @Tag("F62")
    void eachFormatIsForeignToTheOther() {
        UserSnapshot row = People.rows().get(0).snapshot();
        SharedForm<UserSnapshot, Long> json = form(CopyFormat.JSON);

        assertThat(users.fingerprint()).isNotEqualTo(json.fingerprint());
        assertThatThrownBy(() -> users.decode(json.encode(row))).isInstanceOf(SnapshotFormatException.class);
        assertThatThrownBy(() -> json.decode(users.encode(row))).isInstanceOf(SnapshotFormatException.class);
        assertThat(users.idText(42L)).isEqualTo(json.idText(42L));
        assertThat(users.hash(EMAIL, "a@x")).isEqualTo(json.hash(EMAIL, "a@x"));
    }

    @ParameterizedTest
    @EnumSource
    @Tag("F62")
    void whatIsNoRowIsRefusedWhateverItIs(CopyFormat format) {
        SharedForm<UserSnapshot, Long> users = form(format);
        byte[] whole = users.encode(People.rows().get(0).snapshot());
        byte[] more = Arrays.copyOf(whole, whole.length + 1);
        more[whole.length] = '1';
        assertThatThrownBy(() -> users.decode(more)).isInstanceOf(SnapshotFormatException.class);
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> users.decode(cut))
                    .as("%d bytes", length)
                    .isInstanceOf(SnapshotFormatException.class);
        }
        for (String foreign : List.of("null", "[]", "{}", "1", "\0\0", "\1\2")) {
            assertThatThrownBy(() -> users.decode(foreign.getBytes(StandardCharsets.UTF_8)))
                    .as(foreign)
                    .isInstanceOf(SnapshotFormatException.class);
        }
        assertThatThrownBy(() -> users.decode(new byte[] {'"', (byte) 0xC0, (byte) 0x80, '"'}))
                .isInstanceOf(SnapshotFormatException.class);
    }

    @Test
    void anIdIsTheTextOfItsValue() {
        assertThat(users.idText(42L)).isEqualTo("42");
        assertThat(users.id("42")).isEqualTo(42L);
        assertThat(users.id(users.idText(Long.MIN_VALUE))).isEqualTo(Long.MIN_VALUE);
        for (String none : List.of("", "null", "\"42\"", "42 43", "4.2", "99999999999999999999")) {
            assertThatThrownBy(() -> users.id(none)).as(none).isInstanceOf(SnapshotFormatException.class);
        }
    }

    @Test
    void anIdOfSeveralAttributesHasOneTextInWhateverOrderTheyAreDeclared() {
        Component<Address> city = Component.of("city", Shape.of(String.class), Address::city);
        Component<Address> zip = Component.of("zip", Shape.of(int.class), Address::zip);
        KeyModel<UserSnapshot, Address> id =
                KeyModel.unique("id", Address.class, "getById", AttributePath.of("address"), UserSnapshot::address);
        SharedForm<UserSnapshot, Address> one = form(
                id,
                b -> b.idShape(() -> new Composite<>(
                        Address.class, List.of(city, zip), row -> new Address(row.get(0), row.get(1)))));
        SharedForm<UserSnapshot, Address> other = form(
                id,
                b -> b.idShape(() -> new Composite<>(
                        Address.class, List.of(zip, city), row -> new Address(row.get(1), row.get(0)))));

        Address rome = new Address("Rome", 1);
        assertThat(one.idText(rome)).isEqualTo(other.idText(rome));
        assertThat(one.id(other.idText(rome))).isEqualTo(rome);
        assertThat(other.id(one.idText(rome))).isEqualTo(rome);
    }

    @Test
    void equalKeysHaveOneHashAndOthersAnother() {
        assertThat(users.hash(EMAIL, "a@x")).isEqualTo(users.hash(EMAIL, "a@x")).matches("[A-Za-z0-9_-]{22}");
        assertThat(users.hash(EMAIL, "A@x")).isNotEqualTo(users.hash(EMAIL, "a@x"));
        assertThat(users.hash(CITY, new CityStatus("Rome", Status.GONE)))
                .isNotEqualTo(users.hash(CITY, new CityStatus("Rome", Status.ACTIVE)));
        // Never to be changed: processes of two versions would not hear each other.
        assertThat(users.hash(EMAIL, "a@x")).isEqualTo("JR36OD8-Mfz3xWoZLZhvUw");
    }

    private enum One {
        A
    }

    private enum Two {
        A,
        B
    }

    @ParameterizedTest
    @EnumSource
    @Tag("H19")
    void whateverChangesTheFormChangesTheFingerprint(CopyFormat format) {
        List<Shape> shapes = List.of(
                Shape.of(long.class),
                Shape.of(Long.class),
                Shape.of(String.class),
                Shape.of(One.class),
                Shape.of(Two.class),
                Shape.list(Shape.of(String.class)),
                Shape.set(Shape.of(String.class)),
                Shape.list(Shape.of(One.class)),
                Shape.list(People.ADDRESS),
                Shape.map(Shape.of(String.class), Shape.of(String.class)),
                People.ADDRESS);
        assertThat(shapes.stream().map(shape -> fingerprint(format, shape)).distinct())
                .hasSameSizeAs(shapes);
        assertThat(fingerprint(format, Shape.of(One.class))).isEqualTo(fingerprint(format, Shape.of(One.class)));
    }

    private static String fingerprint(CopyFormat format, Shape shape) {
        Composite<Documents.Holder> holder = Documents.holder(shape);
        EntityModel.Builder<User, Documents.Holder, Object> builder =
                EntityModel.builder(ContractLevel.CURRENT, "User", User.class, Documents.Holder.class);
        EntityModel<User, Documents.Holder, Object> model = builder.id(KeyModel.unique(
                        "value", Object.class, "getById", AttributePath.of("value"), Documents.Holder::value))
                .projections(List::of)
                .shape(() -> holder)
                .of(user -> new Documents.Holder(1))
                .build();
        return new JsonFormat().shared(model, Conversions.NONE, format).fingerprint();
    }
}
