package io.turnkey.json;

import java.sql.Time;
import java.sql.Timestamp;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/**
 * The older classes for dates. What is a {@code java.util.Date} by declaration may be a {@code Timestamp} in truth, and must be one again, since the two are not equal: nine digits of a second are a
 * timestamp, three a date.
 */
@SuppressWarnings("JavaUtilDate")
final class Dates {
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();
    private static final DateTimeFormatter NANOS =
            new DateTimeFormatterBuilder().appendInstant(9).toFormatter();
    private static final int NANOS_LENGTH = ".123456789Z".length();

    private Dates() {}

    static Map<Class<?>, Codec> codecs() {
        String moment = "2026-03-29T01:30:00.123Z";
        TextCodec<Calendar> calendar = CalendarText.codec(Calendar.class);
        return Map.of(
                Date.class, new TextCodec<>("Date", moment, Date.class, Dates::format, Dates::parse),
                Timestamp.class,
                        new TextCodec<>(
                                "Timestamp",
                                "2026-03-29T01:30:00.123456789Z",
                                Timestamp.class,
                                Dates::formatNanos,
                                text -> timestamp(Instant.parse(text))),
                java.sql.Date.class,
                        new TextCodec<>("sql.Date", "2026-03-29", java.sql.Date.class, Dates::format, Dates::parseDate),
                Time.class, new TextCodec<>("sql.Time", "10:15:30", Time.class, Dates::format, Dates::parseTime),
                Calendar.class, calendar,
                GregorianCalendar.class, CalendarText.codec(GregorianCalendar.class),
                TimeZone.class,
                        new TextCodec<>(
                                "TimeZone", "Europe/Paris", TimeZone.class, Dates::formatZone, Dates::parseZone));
    }

    /** The local date or time if the value is just that, wherever it is read again; else its moment. */
    private static String format(Date date) {
        if (date instanceof Timestamp timestamp) {
            return formatNanos(timestamp);
        }
        String local = date instanceof java.sql.Date day ? local(day) : date instanceof Time time ? local(time) : null;
        return local == null ? MILLIS.format(Instant.ofEpochMilli(date.getTime())) : local;
    }

    private static @Nullable String local(java.sql.Date date) {
        try {
            LocalDate day = date.toLocalDate();
            return java.sql.Date.valueOf(day).getTime() == date.getTime() ? day.toString() : null;
        } catch (DateTimeException e) {
            // A day that only the Julian calendar has.
            return null;
        }
    }

    private static @Nullable String local(Time time) {
        LocalTime clock = time.toLocalTime();
        return Time.valueOf(clock).getTime() == time.getTime() ? clock.toString() : null;
    }

    private static Date parse(String text) {
        int t = text.indexOf('T');
        if (t < 0) {
            return text.indexOf(':') < 0 ? parseDate(text) : parseTime(text);
        }
        Instant moment = Instant.parse(text);
        boolean nanos = text.length() > t + NANOS_LENGTH && text.charAt(text.length() - NANOS_LENGTH) == '.';
        return nanos ? timestamp(moment) : new Date(moment.toEpochMilli());
    }

    private static java.sql.Date parseDate(String text) {
        return text.indexOf('T') < 0
                ? java.sql.Date.valueOf(LocalDate.parse(text))
                : new java.sql.Date(Instant.parse(text).toEpochMilli());
    }

    private static Time parseTime(String text) {
        return text.indexOf('T') < 0
                ? Time.valueOf(LocalTime.parse(text))
                : new Time(Instant.parse(text).toEpochMilli());
    }

    private static String formatNanos(Timestamp timestamp) {
        return NANOS.format(timestamp.toInstant());
    }

    private static Timestamp timestamp(Instant moment) {
        Timestamp timestamp = new Timestamp(Math.multiplyExact(moment.getEpochSecond(), 1000L));
        timestamp.setNanos(moment.getNano());
        return timestamp;
    }

    static String formatMillis(long millis) {
        return MILLIS.format(Instant.ofEpochMilli(millis));
    }

    /** The zone's id, if that is all there is to it. */
    static String formatZone(TimeZone zone) {
        if (!zone.equals(TimeZone.getTimeZone(zone.getID()))) {
            throw new IllegalArgumentException("it has rules of its own");
        }
        return zone.getID();
    }

    /** Unlike the JDK, which takes an unknown zone for Greenwich's. */
    static TimeZone parseZone(String id) {
        TimeZone zone = TimeZone.getTimeZone(id);
        if (!zone.getID().equals(id)) {
            throw new IllegalArgumentException();
        }
        return zone;
    }
}
