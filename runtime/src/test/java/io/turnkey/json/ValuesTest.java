package io.turnkey.json;

import static io.turnkey.json.Documents.again;
import static io.turnkey.json.Documents.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheException;
import io.turnkey.spi.Shape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SimpleTimeZone;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
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
    enum Colour {
        RED,
        BLUE {
            @Override
            public String toString() {
                return "blue!";
            }
        }
    }

    static Stream<Arguments> values() throws Exception {
        List<Arguments> values = new ArrayList<>();
        add(
                values,
                String.class,
                "",
                "ada",
                "\u0000\u001f\"\\/\u2028\uffff\ufeff",
                "\uD83D\uDE00",
                "\uD83D",
                "\uDE00x\uD83D",
                "é€");
        add(values, char.class, 'x', '\u0000', '\uD83D', '"');
        add(values, Character.class, 'x', '\uffff');
        add(values, boolean.class, true, false);
        add(values, Boolean.class, true, false);
        add(values, byte.class, Byte.MIN_VALUE, Byte.MAX_VALUE);
        add(values, Short.class, Short.MIN_VALUE, Short.MAX_VALUE);
        add(values, int.class, Integer.MIN_VALUE, Integer.MAX_VALUE, 0);
        add(values, Long.class, Long.MIN_VALUE, Long.MAX_VALUE, 0L);
        add(values, long.class, Long.MIN_VALUE);
        add(
                values,
                float.class,
                Float.MIN_VALUE,
                Float.MAX_VALUE,
                -0.0f,
                Float.NaN,
                Float.NEGATIVE_INFINITY,
                0.1f,
                1e10f);
        add(
                values,
                Double.class,
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                -0.0,
                0.0,
                Double.NaN,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                0.1,
                1e300,
                2e-3);
        add(
                values,
                BigInteger.class,
                BigInteger.ZERO,
                new BigInteger("-123456789012345678901234567890"),
                BigInteger.TWO.pow(30_000));
        for (String text : new String[] {
            "0",
            "0.00",
            "1E+3",
            "1000",
            "1000.0",
            "-1.50",
            "0E+3",
            "0E-10",
            "1E-100000",
            "1E+100000",
            "-123456789012345678901234567890.123456789"
        }) {
            add(values, BigDecimal.class, new BigDecimal(text));
        }
        add(values, Colour.class, Colour.RED, Colour.BLUE);
        add(
                values,
                UUID.class,
                new UUID(0, 0),
                new UUID(-1, Long.MIN_VALUE),
                UUID.fromString("8b7c1d1e-0000-4000-8000-00000000000f"));
        add(values, Currency.class, Currency.getInstance("EUR"));
        add(values, URI.class, URI.create("https://example.com/a%20b?c=d#é"), URI.create(""));
        add(values, Path.class, Path.of("a", "b c"), Path.of(""), Path.of("/"));
        add(
                values,
                Locale.class,
                Locale.ROOT,
                Locale.UK,
                Locale.forLanguageTag("zh-Hant-TW-u-co-stroke"),
                new Locale("ja", "JP", "JP"),
                new Locale("no", "NO", "NY"),
                new Locale("xx", "", "a b"),
                new Locale("iw"));
        for (String text : new String[] {"192.0.2.1", "0.0.0.0", "255.255.255.255", "::1", "2001:db8::ff00:42:8329"}) {
            add(values, InetAddress.class, InetAddress.getByName(text));
        }
        byte[] mapped = new byte[16];
        mapped[10] = mapped[11] = -1;
        add(values, Inet6Address.class, Inet6Address.getByAddress(null, mapped, 7));
        return Stream.concat(values.stream(), times());
    }

    private static Stream<Arguments> times() {
        List<Arguments> values = new ArrayList<>();
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        LocalDateTime overlap = LocalDateTime.of(2026, 10, 25, 2, 30);
        add(
                values,
                Instant.class,
                Instant.MIN,
                Instant.MAX,
                Instant.EPOCH,
                Instant.parse("2026-03-29T01:30:00.123456789Z"));
        add(
                values,
                LocalDate.class,
                LocalDate.MIN,
                LocalDate.MAX,
                LocalDate.of(2024, 2, 29),
                LocalDate.of(0, 1, 1),
                LocalDate.of(12345, 1, 1));
        add(values, LocalTime.class, LocalTime.MIN, LocalTime.MAX, LocalTime.of(2, 30));
        add(values, LocalDateTime.class, LocalDateTime.MIN, LocalDateTime.MAX, overlap);
        add(values, OffsetTime.class, OffsetTime.MIN, OffsetTime.MAX);
        add(
                values,
                OffsetDateTime.class,
                OffsetDateTime.MIN,
                OffsetDateTime.MAX,
                overlap.atOffset(ZoneOffset.ofHoursMinutesSeconds(-5, -30, -1)));
        add(
                values,
                ZonedDateTime.class,
                ZonedDateTime.ofLocal(overlap, berlin, ZoneOffset.ofHours(1)),
                ZonedDateTime.ofLocal(overlap, berlin, ZoneOffset.ofHours(2)),
                overlap.atZone(ZoneOffset.UTC),
                overlap.atZone(ZoneId.of("UTC")),
                overlap.atZone(ZoneId.of("GMT+02:00")),
                LocalDateTime.MAX.atZone(ZoneOffset.MIN),
                LocalDateTime.MIN.atZone(ZoneOffset.MAX),
                LocalDateTime.MIN.atZone(berlin));
        add(
                values,
                Duration.class,
                Duration.ZERO,
                Duration.ofNanos(-1),
                Duration.ofSeconds(Long.MIN_VALUE),
                Duration.ofSeconds(Long.MIN_VALUE, 1),
                Duration.ofSeconds(Long.MAX_VALUE, 999_999_999));
        add(values, Period.class, Period.ZERO, Period.of(Integer.MIN_VALUE, Integer.MAX_VALUE, -1));
        add(
                values,
                Year.class,
                Year.of(2026),
                Year.of(5),
                Year.of(-5),
                Year.of(Year.MIN_VALUE),
                Year.of(Year.MAX_VALUE),
                Year.of(12345));
        add(
                values,
                YearMonth.class,
                YearMonth.of(2026, 3),
                YearMonth.of(12345, 1),
                YearMonth.of(-5, 12),
                YearMonth.of(Year.MIN_VALUE, 1));
        add(values, MonthDay.class, MonthDay.of(2, 29));
        add(
                values,
                ZoneId.class,
                berlin,
                ZoneOffset.UTC,
                ZoneId.of("UTC"),
                ZoneId.of("GMT+02:00"),
                ZoneOffset.ofHours(3));
        add(values, ZoneOffset.class, ZoneOffset.MIN, ZoneOffset.UTC, ZoneOffset.ofTotalSeconds(1));
        return Stream.concat(values.stream(), dates());
    }

    private static Stream<Arguments> dates() {
        List<Arguments> values = new ArrayList<>();
        Timestamp nanos = Timestamp.from(Instant.parse("2026-10-25T00:30:00.123456789Z"));
        Timestamp whole = Timestamp.valueOf("2026-03-29 10:00:00");
        java.sql.Date day = java.sql.Date.valueOf("2026-03-29");
        Time time = Time.valueOf("10:15:00");
        add(
                values,
                Date.class,
                new Date(0),
                new Date(-1),
                new Date(Long.MIN_VALUE),
                new Date(Long.MAX_VALUE),
                new Date(1),
                nanos,
                whole,
                day,
                time);
        add(
                values,
                Timestamp.class,
                nanos,
                whole,
                new Timestamp(-1),
                Timestamp.from(Instant.parse("-9999-01-01T00:00:00.000000001Z")));
        add(
                values,
                java.sql.Date.class,
                day,
                new java.sql.Date(1),
                new java.sql.Date(Long.MIN_VALUE),
                java.sql.Date.valueOf("1500-02-28"),
                new java.sql.Date(new GregorianCalendar(1500, Calendar.FEBRUARY, 29).getTimeInMillis()));
        add(values, Time.class, time, new Time(123), new Time(Long.MAX_VALUE), Time.valueOf("23:59:59"));
        add(
                values,
                TimeZone.class,
                TimeZone.getTimeZone("Europe/Berlin"),
                TimeZone.getTimeZone("GMT+01:30"),
                TimeZone.getTimeZone("UTC"));
        GregorianCalendar odd = new GregorianCalendar(TimeZone.getTimeZone("Asia/Kathmandu"), Locale.US);
        odd.setTimeInMillis(-TimeUnit.DAYS.toMillis(200_000));
        odd.setGregorianChange(new Date(Long.MIN_VALUE));
        odd.setFirstDayOfWeek(Calendar.WEDNESDAY);
        odd.setMinimalDaysInFirstWeek(7);
        odd.setLenient(false);
        add(
                values,
                Calendar.class,
                new GregorianCalendar(),
                odd,
                Calendar.getInstance(new Locale("th", "TH")),
                Calendar.getInstance(new Locale("ja", "JP", "JP")));
        add(values, GregorianCalendar.class, odd);
        return values.stream();
    }

    private static void add(List<Arguments> values, Class<?> type, Object... all) {
        for (Object value : all) {
            values.add(Arguments.of(type, value));
        }
        if (!type.isPrimitive()) {
            values.add(Arguments.of(type, null));
        }
    }

    @ParameterizedTest
    @MethodSource("values")
    void a_value_is_read_as_it_was_written(Class<?> type, @Nullable Object value) {
        @Nullable Object again = again(Shape.of(type), value);

        assertThat(again).isEqualTo(value);
        if (value != null) {
            assertThat(value).isEqualTo(again);
            assertThat(again).hasSameHashCodeAs(value);
        }
    }

    /** A value for each class. */
    static Map<Class<?>, Object> samples() {
        Map<Class<?>, Object> samples = new LinkedHashMap<>();
        try (Stream<Arguments> all = Stream.concat(values(), arrays().map(array -> {
            Object value = array.get()[0];
            return Arguments.of(value.getClass(), value);
        }))) {
            all.filter(each -> each.get()[1] != null)
                    .forEach(each -> samples.putIfAbsent((Class<?>) each.get()[0], each.get()[1]));
            samples.put(URL.class, new URL("https://name.invalid/"));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return samples;
    }

    static Stream<Arguments> arrays() {
        return Stream.<Object>of(
                        new byte[] {1, -128, 127, 0},
                        new byte[0],
                        new Byte[] {1, null},
                        "secret\u0000\uD83D".toCharArray(),
                        new char[0],
                        new Character[] {'x', null, '\uDE00'},
                        new int[] {Integer.MIN_VALUE, 7},
                        new long[0],
                        new double[] {Double.NaN, -0.0},
                        new boolean[] {true, false},
                        new String[] {"a", null, ""},
                        new Colour[] {Colour.BLUE, null},
                        new LocalDate[] {LocalDate.MAX},
                        new byte[][] {{1}, {}, null},
                        new int[][] {{1}, {}})
                .map(array -> Arguments.of(array));
    }

    @ParameterizedTest
    @MethodSource("arrays")
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
        assertThat(json(Shape.of(Colour.class), Colour.BLUE)).isEqualTo("\"BLUE\"");
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

    static Stream<Arguments> unwritable() {
        TimeZone own = new SimpleTimeZone(3_600_000, "Europe/Berlin");
        return Stream.of(
                Arguments.of(TimeZone.class, own, "SimpleTimeZone"),
                Arguments.of(Calendar.class, new GregorianCalendar(own), "GregorianCalendar"),
                Arguments.of(BigDecimal.class, new BigDecimal("1E+100001"), "scale"),
                Arguments.of(BigInteger.class, BigInteger.TEN.pow(10_000), "10001 characters"),
                Arguments.of(String[].class, new String[] {"x".repeat(Jackson.TEXT + 1)}, "100000001 characters"));
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
