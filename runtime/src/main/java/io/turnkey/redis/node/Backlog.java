package io.turnkey.redis.node;

import io.turnkey.redis.node.QueuedFill.Presence;
import io.turnkey.spi.SharedModel.Fill;
import io.turnkey.spi.SharedModel.Stamp;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Rows of one load, a table for one, that are too many to wait as what is written: they are fetched when they can be sent. Of the thread that sends, but for {@link #left}. */
final class Backlog {
    private final Stamp stamp;
    private final Iterator<Fill> rows;
    private volatile int left;

    Backlog(Stamp stamp, int most, Iterator<Fill> rows) {
        this.stamp = stamp;
        this.left = most;
        this.rows = rows;
    }

    /** How many there may be left; 0 after the last. */
    int left() {
        return left;
    }

    List<QueuedFill> take(int most) {
        List<QueuedFill> next = new ArrayList<>(most);
        int before = left;
        left = 0;
        while (next.size() < most && rows.hasNext()) {
            next.add(new QueuedFill(stamp, rows.next(), Presence.AS_OTHERS));
        }
        left = next.size() < most ? 0 : Math.max(1, before - most);
        return next;
    }
}
