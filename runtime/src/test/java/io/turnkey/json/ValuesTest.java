package io.turnkey.json;

import static io.turnkey.json.Documents.again;
import static io.turnkey.json.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheException;
import io.turnkey.spi.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URL;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("F49")
class ValuesTest {
    @ParameterizedTest
    @MethodSource("io.turnkey.json.Samples#values")
    void a_value_is_read_as_it_was_written(Class<?> type, @Nullable Object value) {
        @Nullable Object again = again(Shape.of(type), value);

        assertThat(again).isEqualTo(value);
        if (value != null) {
            assertThat(value).isEqualTo(again);
            assertThat(again).hasSameHashCodeAs(value);
        }
    }

    @ParameterizedTest
    @MethodSource("io.turnkey.json.Samples#arrays")
    void an_array_is_read_as_it_was_written(Object array) {
        assertThat(Objects.deepEquals(again(Shape.of(array.getClass()), array), array))
                .isTrue();
    }

    @Test
    void collections_keep_their_order_and_their_nulls() {
        List<@Nullable String> list = Arrays.asList("b", null, "a", "b");
        Set<@Nullable Integer> set = new LinkedHashSet<>(Arrays.asList(3, null, 1));
        Map<@Nullable LocalDate, @Nullable List<String>> map = new LinkedHashMap<>();
        map.put(LocalDate.MAX, List.of("a"));
        map.put(null, null);
        map.put(LocalDate.MIN, List.of());

        assertThat(again(Shape.list(Shape.of(String.class)), list)).isEqualTo(list);
        assertThat((Set<?>) again(Shape.set(Shape.of(Integer.class)), set))
                .isEqualTo(set)
                .extracting(each -> (Object) each)
                .containsExactly(3, null, 1);
        Shape shape = Shape.map(Shape.of(LocalDate.class), Shape.list(Shape.of(String.class)));
        assertThat(again(shape, map)).isEqualTo(map);
        assertThat(json(shape, map))
                .isEqualTo("[[\"+999999999-12-31\",[\"a\"]],[null,null],[\"-999999999-01-01\",[]]]");
        assertThat(again(Shape.list(Shape.of(String.class)), null)).isNull();
        assertThatThrownBy(() -> ((List<?>) again(Shape.list(Shape.of(String.class)), list)).clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> ((Map<?, ?>) again(shape, map)).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_url_is_kept_without_asking_for_its_host() throws Exception {
        for (String text : List.of("https://name.invalid:1/a?b#c", "file:/a/b", "jar:file:/a.jar!/b")) {
            assertThat((URL) again(Shape.of(URL.class), new URL(text))).hasToString(text);
        }
        assertThatThrownBy(() -> again(Shape.set(Shape.of(URL.class)), Set.of()))
                .isInstanceOf(CacheException.class)
                .hasMessageContainingAll("java.lang.Object.value.{element}", "java.net.URI");
        assertThatThrownBy(() -> again(Shape.map(Shape.of(URL.class), Shape.of(int.class)), Map.of()))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("value.{index}");
    }

    @Test
    void the_host_name_of_an_address_is_neither_asked_for_nor_kept() throws Exception {
        InetAddress named = InetAddress.getByAddress("secret.invalid", new byte[] {10, 0, 0, 1});

        assertThat(json(Shape.of(InetAddress.class), named)).isEqualTo("\"10.0.0.1\"");
    }

    @Test
    void what_is_legible_stays_so() {
        assertThat(json(Shape.of(String.class), "é€\uD83D\uDE00/\u2028")).isEqualTo("\"é€\uD83D\uDE00/\u2028\"");
        assertThat(json(Shape.of(String.class), "x\uD83Dx")).isEqualTo("\"x\\uD83Dx\"");
        assertThat(json(Shape.of(BigDecimal.class), new BigDecimal("1E+3"))).isEqualTo("1E+3");
        assertThat(json(Shape.of(double.class), Double.NaN)).isEqualTo("\"NaN\"");
        assertThat(json(Shape.of(byte[].class), new byte[] {1, 2, 3})).isEqualTo("\"AQID\"");
        assertThat(json(Shape.of(java.sql.Date.class), java.sql.Date.valueOf("2026-03-29")))
                .isEqualTo("\"2026-03-29\"");
        assertThat(json(Shape.of(Samples.Colour.class), Samples.Colour.BLUE)).isEqualTo("\"BLUE\"");
        assertThat(json(Shape.of(Instant.class), Instant.EPOCH)).isEqualTo("\"1970-01-01T00:00:00Z\"");
    }

    /** Jackson writes in pieces; a pair of surrogates must survive wherever a piece ends. */
    @ParameterizedTest
    @ValueSource(strings = {"\uD83D\uDE00", "\uD83D", "\uDE00", "\uDE00\uD83D", "€"})
    void a_surrogate_survives_wherever_it_stands(String surrogate) {
        for (int length = 0; length < 9000; length += length < 40 ? 1 : 37) {
            String text = "x".repeat(length) + surrogate + "y".repeat(3) + surrogate;

            assertThat(again(Shape.of(String.class), text)).isEqualTo(text);
        }
    }

    /** Neither as JSON nor as bytes. */
    static Stream<Arguments> formless() {
        TimeZone own = new SimpleTimeZone(3_600_000, "Europe/Berlin");
        return Stream.of(
                Arguments.of(TimeZone.class, own, "SimpleTimeZone"),
                Arguments.of(Calendar.class, new GregorianCalendar(own), "GregorianCalendar"),
                Arguments.of(BigDecimal.class, new BigDecimal("1E+100001"), "scale"),
                Arguments.of(BigInteger.class, BigInteger.TEN.pow(20_000), "a number of"));
    }

    static Stream<Arguments> unwritable() {
        return Stream.concat(
                formless(),
                Stream.of(
                        Arguments.of(BigInteger.class, BigInteger.TEN.pow(10_000), "10001 characters"),
                        Arguments.of(
                                String[].class, new String[] {"x".repeat(Jackson.TEXT + 1)}, "100000001 characters")));
    }

    @ParameterizedTest
    @MethodSource("unwritable")
    void what_could_not_be_read_again_is_not_written(Class<?> type, Object value, String message) {
        assertThatThrownBy(() -> json(Shape.of(type), value))
                .isInstanceOf(CacheException.class)
                .hasMessageContainingAll("User", "$.rows[0].value", message);
    }

    @ParameterizedTest
    @ValueSource(classes = {Object.class, Class.class, List.class, Thread.class, Object[].class, Number.class})
    void other_classes_are_refused_by_the_attributes_name(Class<?> type) {
        assertThatThrownBy(() -> json(Shape.of(type), null))
                .isInstanceOf(CacheException.class)
                .hasMessageContainingAll("User", "java.lang.Object.value", type.getTypeName(), "AttributeConverter");
    }
}
