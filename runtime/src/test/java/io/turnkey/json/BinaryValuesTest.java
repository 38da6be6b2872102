package io.turnkey.json;

import static io.turnkey.json.Documents.bytesAgain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheException;
import io.turnkey.json.Documents.Holder;
import io.turnkey.json.People.AnimalSnapshot;
import io.turnkey.json.People.Cat;
import io.turnkey.json.People.CatSnapshot;
import io.turnkey.json.People.Dog;
import io.turnkey.json.People.DogSnapshot;
import io.turnkey.spi.Conversion;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.Shape;
import io.turnkey.spi.SnapshotShape;
import java.net.URL;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever JSON can do, bytes can: see {@link ValuesTest}. */
@Tag("F06")
@Tag("F60")
class BinaryValuesTest {
    @ParameterizedTest
    @MethodSource("io.turnkey.json.Samples#values")
    void a_value_is_read_as_it_was_written(Class<?> type, @Nullable Object value) {
        @Nullable Object again = bytesAgain(Shape.of(type), value);

        assertThat(again).isEqualTo(value);
        if (value != null) {
            assertThat(value).isEqualTo(again);
            assertThat(again).hasSameHashCodeAs(value).hasSameClassAs(value);
        }
    }

    @ParameterizedTest
    @MethodSource("io.turnkey.json.Samples#arrays")
    void an_array_is_read_as_it_was_written(Object array) {
        assertThat(Objects.deepEquals(bytesAgain(Shape.of(array.getClass()), array), array))
                .isTrue();
    }

    @Test
    void collections_keep_their_order_and_their_nulls_and_cannot_be_changed() {
        List<@Nullable String> list = Arrays.asList("b", null, "a", "b");
        Set<@Nullable Integer> set = new LinkedHashSet<>(Arrays.asList(3, null, 1));
        Map<@Nullable LocalDate, @Nullable List<String>> map = new LinkedHashMap<>();
        map.put(LocalDate.MAX, List.of("a"));
        map.put(null, null);
        map.put(LocalDate.MIN, List.of());
        Shape lists = Shape.list(Shape.of(String.class));
        Shape maps = Shape.map(Shape.of(LocalDate.class), lists);

        assertThat(bytesAgain(lists, list)).isEqualTo(list);
        assertThat((Set<?>) bytesAgain(Shape.set(Shape.of(Integer.class)), set))
                .isEqualTo(set)
                .extracting(each -> (Object) each)
                .containsExactly(3, null, 1);
        assertThat(((Map<?, ?>) bytesAgain(maps, map)).entrySet())
                .extracting(each -> (Object) each)
                .containsExactlyElementsOf(map.entrySet());
        assertThat(bytesAgain(lists, null)).isNull();
        assertThatThrownBy(() -> ((List<?>) bytesAgain(lists, list)).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) bytesAgain(maps, map)).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void each_class_of_a_hierarchy_comes_back_as_itself() {
        BinaryRows<AnimalSnapshot> animals = animals();
        for (AnimalSnapshot animal : List.of(new CatSnapshot(1L, true), new DogSnapshot(2L, "wow"))) {
            assertThat(animals.decode(animals.encode(animal))).isEqualTo(animal);
        }
        assertThatThrownBy(() -> animals.encode(() -> 3L))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("is no snapshot of this model");
    }

    static BinaryRows<AnimalSnapshot> animals() {
        return new BinaryRows<>(
                "Animal",
                List.of(new SnapshotShape<>(Cat.class, People.CAT), new SnapshotShape<>(Dog.class, People.DOG)),
                Conversions.NONE);
    }

    @ParameterizedTest
    @ValueSource(classes = {int.class, Integer.class})
    void what_a_converter_makes_of_a_value_is_written_even_null(Class<?> column) {
        BinaryRows<Holder> patterns = new BinaryRows<>(
                "User",
                List.of(new SnapshotShape<>(Object.class, Documents.holder(Shape.of(Pattern.class)))),
                (entity, path) -> new Conversion(
                        column,
                        pattern -> pattern.toString().isEmpty() ? null : Integer.valueOf(pattern.toString()),
                        number -> Pattern.compile(number.toString())));

        assertThat(patterns.decode(patterns.encode(new Holder(Pattern.compile("12")))))
                .hasToString("Holder[value=12]");
        assertThat(patterns.decode(patterns.encode(new Holder(Pattern.compile("")))))
                .hasToString("Holder[value=null]");
    }

    @Test
    void a_url_is_kept_without_asking_for_its_host() throws Exception {
        String text = "https://name.invalid:1/a?b#c";
        assertThat((URL) bytesAgain(Shape.of(URL.class), new URL(text))).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D\uDE00", "\uD83D", "\uDE00", "\u0100", "\u00ff", "\u0080"})
    void a_text_survives_wherever_its_array_has_to_grow(String odd) {
        for (int length = 0; length < 1200; length += length < 300 ? 1 : 37) {
            String text = "x".repeat(length) + odd + "y";

            assertThat(bytesAgain(Shape.of(String.class), text)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("io.turnkey.json.ValuesTest#formless")
    void what_could_not_be_read_again_is_not_written(Class<?> type, Object value, String message) {
        assertThatThrownBy(() -> bytesAgain(Shape.of(type), value))
                .isInstanceOf(CacheException.class)
                .hasMessageContainingAll("User, value: ", message);
    }
}
