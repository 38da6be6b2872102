package io.turnkey.json;

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
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The classes of {@code java.time}, as ISO texts. */
final class Times {
    static final TextCodec<Instant> INSTANT = new TextCodec<>(
                    "Instant", "2026-03-29T01:30:00Z", Instant.class, Instant::toString, Instant::parse)
            .as((value, out) -> encode((Instant) value, out), Times::instant);

    /** Years of more than four digits with a sign: {@code toString} leaves it out and the parser wants it. */
    private static final DateTimeFormatter YEAR = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4, 10, SignStyle.EXCEEDS_PAD)
            .toFormatter();

    private static final DateTimeFormatter YEAR_MONTH = new DateTimeFormatterBuilder()
            .append(YEAR)
            .appendLiteral('-')
            .appendValue(ChronoField.MONTH_OF_YEAR, 2)
            .toFormatter();

    private Times() {}

    static Map<Class<?>, Codec> codecs() {
        return List.of(
                        INSTANT,
                        of("2026-03-29", LocalDate.class, LocalDate::parse)
                                .as((value, out) -> encode((LocalDate) value, out), Times::date),
                        of("10:15:30", LocalTime.class, LocalTime::parse)
                                .as((value, out) -> encode((LocalTime) value, out), Times::time),
                        of("2026-03-29T10:15:30", LocalDateTime.class, LocalDateTime::parse)
                                .as((value, out) -> encode((LocalDateTime) value, out), Times::dateTime),
                        of("10:15:30+01:00", OffsetTime.class, OffsetTime::parse),
                        of("2026-03-29T10:15:30+01:00", OffsetDateTime.class, OffsetDateTime::parse)
                                .as(
                                        (value, out) -> {
                                            encode(((OffsetDateTime) value).toLocalDateTime(), out);
                                            out.int32(((OffsetDateTime) value)
                                                    .getOffset()
                                                    .getTotalSeconds());
                                        },
                                        in -> dateTime(in).atOffset(ZoneOffset.ofTotalSeconds(in.int32()))),
                        of("2026-03-29T10:15:30+02:00[Europe/Paris]", ZonedDateTime.class, ZonedDateTime::parse),
                        of("PT1H30M", Duration.class, Duration::parse),
                        of("P1Y2M3D", Period.class, Period::parse),
                        of("2026", Year.class, YEAR::format, text -> Year.parse(text, YEAR)),
                        of("2026-03", YearMonth.class, YEAR_MONTH::format, text -> YearMonth.parse(text, YEAR_MONTH)),
                        of("--03-29", MonthDay.class, MonthDay::parse),
                        of("Europe/Paris", ZoneId.class, ZoneId::of),
                        of("+01:00", ZoneOffset.class, ZoneOffset::of))
                .stream()
                .collect(Collectors.toMap(TextCodec::type, codec -> codec));
    }

    private static void encode(Instant value, BinaryOutput out) {
        out.int64(value.getEpochSecond());
        out.int32(value.getNano());
    }

    private static Instant instant(BinaryInput in) {
        return Instant.ofEpochSecond(in.int64(), in.int32());
    }

    private static void encode(LocalDate value, BinaryOutput out) {
        out.int64(value.toEpochDay());
    }

    private static LocalDate date(BinaryInput in) {
        return LocalDate.ofEpochDay(in.int64());
    }

    private static void encode(LocalTime value, BinaryOutput out) {
        out.int64(value.toNanoOfDay());
    }

    private static LocalTime time(BinaryInput in) {
        return LocalTime.ofNanoOfDay(in.int64());
    }

    private static void encode(LocalDateTime value, BinaryOutput out) {
        encode(value.toLocalDate(), out);
        encode(value.toLocalTime(), out);
    }

    private static LocalDateTime dateTime(BinaryInput in) {
        return LocalDateTime.of(date(in), time(in));
    }

    private static <T> TextCodec<T> of(String example, Class<T> type, TextCodec.Parser<T> parser) {
        return of(example, type, Object::toString, parser);
    }

    private static <T> TextCodec<T> of(
            String example, Class<T> type, Function<T, String> format, TextCodec.Parser<T> parser) {
        return new TextCodec<>(type.getSimpleName(), example, type, format, parser);
    }
}
