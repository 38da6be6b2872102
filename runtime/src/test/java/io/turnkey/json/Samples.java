package io.turnkey.json;

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
import java.util.Calendar;
import java.util.Currency;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Values of every class that there is a codec for. */
final class Samples {
    enum Colour {
        RED,
        BLUE {
            @Override
            public String toString() {
                return "blue!";
            }
        }
    }

    private Samples() {}

    /** Ordinary and extreme values, each with its class. */
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

    /** A value for each class. */
    static Map<Class<?>, Object> all() {
        Map<Class<?>, Object> samples = new LinkedHashMap<>();
        try (Stream<Arguments> each = Stream.concat(values(), arrays().map(array -> {
            Object value = array.get()[0];
            return Arguments.of(value.getClass(), value);
        }))) {
            each.filter(one -> one.get()[1] != null)
                    .forEach(one -> samples.putIfAbsent((Class<?>) one.get()[0], one.get()[1]));
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
}
