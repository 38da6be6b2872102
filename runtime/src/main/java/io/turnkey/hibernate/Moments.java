package io.turnkey.hibernate;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Reckons with the times that an attribute of some Java type can hold.
 *
 * @param now the database's time in HQL, as an instant or on its wall clock
 * @param of makes the attribute's type of that
 * @param before a time so much earlier
 * @param instant the time on one scale, to compare it
 */
record Moments(
        String now,
        Function<Object, Object> of,
        BiFunction<Object, Duration, Object> before,
        Function<Object, Instant> instant) {
    /** Longer than any table is old, and short enough to be subtracted from any time. */
    private static final Duration LONGEST = Duration.ofDays(100 * 365);

    private static final Moments DATES = absolute(
            Timestamp::from,
            // Not toInstant, which a java.sql.Date refuses.
            date -> date instanceof Timestamp timestamp
                    ? timestamp.toInstant()
                    : Instant.ofEpochMilli(((Date) date).getTime()));

    private static final Map<Class<?>, Moments> BY_TYPE = Map.of(
            Instant.class, absolute(moment -> moment, Instant.class::cast),
            OffsetDateTime.class,
                    absolute(moment -> moment.atOffset(ZoneOffset.UTC), time -> ((OffsetDateTime) time).toInstant()),
            ZonedDateTime.class,
                    absolute(moment -> moment.atZone(ZoneOffset.UTC), time -> ((ZonedDateTime) time).toInstant()),
            LocalDateTime.class, local(),
            Date.class, DATES,
            Timestamp.class, DATES);

    /** The times of this type. */
    static Moments of(Class<?> type) {
        Moments moments = BY_TYPE.get(type);
        if (moments == null) {
            throw new IllegalArgumentException("A time of change cannot be a " + type.getName());
        }
        return moments;
    }

    private static Moments absolute(Function<Instant, Object> of, Function<Object, Instant> instant) {
        return new Moments(
                "instant",
                moment -> of.apply((Instant) moment),
                (time, by) -> of.apply(instant.apply(time).minus(by)),
                instant);
    }

    private static Moments local() {
        return new Moments(
                "local datetime",
                moment -> moment,
                (time, by) -> ((LocalDateTime) time).minus(by),
                time -> ((LocalDateTime) time).toInstant(ZoneOffset.UTC));
    }

    /** The time that is {@code overlap} before the earlier one of both. */
    Object before(Object one, Object other, Duration overlap) {
        Object earlier = isAfter(one, other) ? other : one;
        return before.apply(earlier, overlap.compareTo(LONGEST) < 0 ? overlap : LONGEST);
    }

    boolean isAfter(Object one, Object other) {
        return instant.apply(one).isAfter(instant.apply(other));
    }
}
