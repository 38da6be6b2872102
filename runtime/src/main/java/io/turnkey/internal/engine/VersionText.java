package io.turnkey.internal.engine;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Versions as texts that sort as the versions do. */
final class VersionText {
    private VersionText() {}

    /** The text; {@code null} for {@code null}, and for a class that no version usually has: such copies are not compared. */
    @SuppressWarnings("JavaUtilDate") // it is what the attribute holds
    static @Nullable String of(@Nullable Comparable<?> version) {
        if (version instanceof Long || version instanceof Integer || version instanceof Short) {
            return sortable(((Number) version).longValue());
        }
        if (version instanceof Instant moment) {
            return moment(moment);
        }
        if (version instanceof LocalDateTime time) {
            return moment(time.toInstant(ZoneOffset.UTC));
        }
        if (version instanceof OffsetDateTime time) {
            return moment(time.toInstant());
        }
        if (version instanceof ZonedDateTime time) {
            return moment(time.toInstant());
        }
        if (version instanceof Timestamp time) {
            return moment(time.toInstant());
        }
        return version instanceof Date date ? moment(Instant.ofEpochMilli(date.getTime())) : null;
    }

    private static String moment(Instant moment) {
        return sortable(moment.getEpochSecond()) + HexFormat.of().toHexDigits(moment.getNano());
    }

    /** Negative numbers before positive ones. */
    private static String sortable(long number) {
        return HexFormat.of().toHexDigits(number ^ Long.MIN_VALUE);
    }
}
