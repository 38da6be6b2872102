package io.turnkey.json;

import java.time.Instant;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A calendar with all that makes two of them equal: the moment, the zone, the kind, the first day of the week and the least days of the first week; where it is not as usual, that it is strict, and when
 * the Gregorian calendar begins.
 */
@SuppressWarnings("JavaUtilDate")
final class CalendarText {
    private static final String EXAMPLE = "2026-03-29T01:30:00.123Z[Europe/Paris] gregory 2/4";
    private static final Pattern TEXT =
            Pattern.compile("([^\\[]+)\\[([^]]+)] (\\w+) ([1-7])/([1-7])( strict)?(?: from (\\S+))?");
    private static final long USUAL =
            new GregorianCalendar().getGregorianChange().getTime();

    private CalendarText() {}

    static <T extends Calendar> TextCodec<T> codec(Class<T> type) {
        return new TextCodec<>("Calendar", EXAMPLE, type, CalendarText::format, text -> type.cast(parse(text)));
    }

    private static String format(Calendar calendar) {
        if (!Calendar.getAvailableCalendarTypes().contains(calendar.getCalendarType())) {
            throw new IllegalArgumentException("it is of no kind that the JDK has");
        }
        String text = Dates.formatMillis(calendar.getTimeInMillis()) + "["
                + Dates.formatZone(calendar.getTimeZone()) + "] " + calendar.getCalendarType() + " "
                + calendar.getFirstDayOfWeek() + "/" + calendar.getMinimalDaysInFirstWeek()
                + (calendar.isLenient() ? "" : " strict");
        return calendar instanceof GregorianCalendar gregorian && change(gregorian) != USUAL
                ? text + " from " + Dates.formatMillis(change(gregorian))
                : text;
    }

    private static long change(GregorianCalendar calendar) {
        return calendar.getGregorianChange().getTime();
    }

    private static Calendar parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException();
        }
        Calendar calendar = new Calendar.Builder()
                .setCalendarType(parts.group(3))
                .setInstant(Instant.parse(parts.group(1)).toEpochMilli())
                .setTimeZone(Dates.parseZone(parts.group(2)))
                .setWeekDefinition(Integer.parseInt(parts.group(4)), Integer.parseInt(parts.group(5)))
                .setLenient(parts.group(6) == null)
                .build();
        if (parts.group(7) != null) {
            ((GregorianCalendar) calendar)
                    .setGregorianChange(new Date(Instant.parse(parts.group(7)).toEpochMilli()));
        }
        return calendar;
    }
}
