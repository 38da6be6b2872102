package io.turnkey.redis.node;

import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel.Fill;
import io.turnkey.spi.SharedModel.Stamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one model has to tell Redis: invalidations, which are never forgotten, and rows, of which the last per id counts. For all threads; nothing is called under its lock.
 *
 * <p>When too many invalidations wait they are replaced by one of everything, which takes a new epoch.
 */
final class Outbox {
    private final int maxChanges;
    private final int maxFills;
    private final Object lock = new Object();

    /** Guarded by the lock, as all below: what waits. */
    private Changes waiting = new Changes();

    /** What is being sent; waits again if that fails. */
    private @Nullable Changes sent;

    private boolean overflowed;
    private boolean renewing;
    private final Map<String, QueuedFill> fills = new LinkedHashMap<>();

    /** A row and the moment at which its load began. */
    record QueuedFill(Stamp stamp, Fill fill) {}

    Outbox(int maxChanges, int maxFills) {
        this.maxChanges = maxChanges;
        this.maxFills = maxFills;
    }

    void publish(SharedChange change) {
        synchronized (lock) {
            Set<String> ids = change.ids();
            if (ids == null) {
                fills.clear();
            } else {
                ids.forEach(fills::remove);
            }
            if (overflowed) {
                return;
            }
            waiting.add(change);
            if (waiting.size() > maxChanges) {
                overflow();
            }
        }
    }

    void offer(Stamp stamp, Collection<Fill> rows) {
        synchronized (lock) {
            for (Fill row : rows) {
                if (!pending(row.id()) && (fills.size() < maxFills || fills.containsKey(row.id()))) {
                    fills.put(row.id(), new QueuedFill(stamp, row));
                }
            }
        }
    }

    /** Whether an invalidation of that row has not been acknowledged. */
    boolean isPending(String id) {
        synchronized (lock) {
            return pending(id);
        }
    }

    boolean isEmpty() {
        synchronized (lock) {
            return fills.isEmpty() && undelivered() == 0;
        }
    }

    /** How many rows' invalidations have not been acknowledged; everything counts as one. */
    int undelivered() {
        synchronized (lock) {
            return waiting.size() + (sent == null ? 0 : sent.size()) + (overflowed || renewing ? 1 : 0);
        }
    }

    void dropFills() {
        synchronized (lock) {
            fills.clear();
        }
    }

    /** Whether a new epoch is needed instead of what overflowed; {@link #renewed} or {@link #failed} has to follow. */
    boolean beginRenewal() {
        synchronized (lock) {
            renewing = overflowed;
            overflowed = false;
            return renewing;
        }
    }

    void renewed() {
        synchronized (lock) {
            renewing = false;
        }
    }

    /** What is to be told next; {@link #acknowledged} or {@link #failed} has to follow. */
    @Nullable
    SharedChange nextChange() {
        synchronized (lock) {
            if (overflowed || waiting.isEmpty()) {
                return null;
            }
            sent = waiting.take();
            return sent.change();
        }
    }

    void acknowledged() {
        synchronized (lock) {
            sent = null;
        }
    }

    /** What was being told may not have arrived. */
    void failed() {
        synchronized (lock) {
            if (renewing) {
                renewing = false;
                overflow();
            }
            if (sent != null) {
                waiting.addFirst(sent);
                sent = null;
                if (waiting.size() > maxChanges) {
                    overflow();
                }
            }
        }
    }

    /** Some rows to offer; forgotten here. */
    List<QueuedFill> nextFills(int most) {
        synchronized (lock) {
            List<QueuedFill> next = new ArrayList<>();
            var rows = fills.values().iterator();
            while (next.size() < most && rows.hasNext()) {
                next.add(rows.next());
                rows.remove();
            }
            return next;
        }
    }

    private boolean pending(String id) {
        return overflowed || renewing || waiting.concerns(id) || (sent != null && sent.concerns(id));
    }

    private void overflow() {
        overflowed = true;
        waiting = new Changes();
        fills.clear();
    }
}
