package io.turnkey.hibernate;

import io.turnkey.spi.SyncPoint;
import java.time.Duration;
import java.util.List;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/**
 * The queries for the rows that changed since some time. All of them are read by one statement, as of one moment, so that no page ends among equal times; and at or after that time, not after it.
 */
final class ChangedRows {
    private final Moments moments;
    private final String newest;
    private final String ever;
    private final String since;

    /**
     * Queries by the time of change.
     *
     * @param at the attribute that holds it
     * @param from where it is found
     * @param before the query for rows up to its condition
     */
    ChangedRows(Moments moments, String at, String from, String before) {
        this.moments = moments;
        newest = "select " + moments.now() + ", max(" + at + ") " + from;
        ever = before + at + " is not null";
        since = before + at + " >= :v0";
    }

    /**
     * Where the next read begins: {@code overlap} before the newest change, or the database's time if that is earlier. The newest change bounds it since the clocks that write may all be behind the database's.
     */
    Point next(Load load, Duration overlap) {
        try (StatelessSession session = load.session()) {
            Object[] found = load.query(session, newest, List.of()).getSingleResult();
            return new Point(
                    found[1] == null ? null : moments.before(moments.of().apply(found[0]), found[1], overlap));
        }
    }

    String query(Point point) {
        return point.since() == null ? ever : since;
    }

    List<@Nullable Object> parameters(Point point) {
        return point.since() == null ? List.of() : List.of(point.since());
    }

    /**
     * A time of change.
     *
     * @param since {@code null} for the beginning of time: no row had changed yet
     */
    record Point(@Nullable Object since) implements SyncPoint {}
}
