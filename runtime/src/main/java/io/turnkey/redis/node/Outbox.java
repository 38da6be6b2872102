package io.turnkey.redis.node;

import io.turnkey.redis.node.QueuedFill.Presence;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel.Fill;
import io.turnkey.spi.SharedModel.Stamp;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one model has to tell Redis: invalidations, which are never forgotten; copies that are outdated; and rows. For all threads; nothing is called under its lock.
 *
 * <p>When too many invalidations wait they are replaced by one of everything, which takes a new epoch.
 */
final class Outbox {
    private final int maxChanges;
    private final Object lock = new Object();

    /** Guarded by the lock, as all below: what waits. */
    private Changes waiting = new Changes();

    /** What is being sent; waits again if that fails. */
    private @Nullable Changes sent;

    private final Set<Look> looks = new HashSet<>();
    private boolean overflowed;
    private boolean renewing;
    private final QueuedFills fills;
    private final Outdated outdated;

    Outbox(int maxChanges, int maxFills) {
        this.maxChanges = maxChanges;
        this.fills = new QueuedFills(maxFills);
        this.outdated = new Outdated(maxFills);
    }

    void publish(SharedChange change) {
        synchronized (lock) {
            Set<String> ids = change.ids();
            if (ids == null) {
                fills.clear();
            } else {
                fills.remove(ids);
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

    /** Takes rows, as many as there is room for. */
    void offer(Stamp stamp, Collection<Fill> rows, Presence presence) {
        synchronized (lock) {
            for (Fill row : rows) {
                if (!pending(row.id())) {
                    fills.add(new QueuedFill(stamp, row, presence));
                }
            }
        }
    }

    /** Whether there is room for so many rows. */
    boolean hasRoom(int rows) {
        synchronized (lock) {
            return fills.hasRoom(rows);
        }
    }

    /** Takes rows when all others have been sent, unless more of such wait already. */
    void offerLater(Stamp stamp, int most, Iterator<Fill> rows) {
        synchronized (lock) {
            fills.addLater(new Backlog(stamp, most, rows));
        }
    }

    /** Copies that nobody must read, nor keep; what was offered of these rows is as old. */
    void forget(Collection<String> ids) {
        synchronized (lock) {
            fills.remove(ids);
            outdated.add(ids);
        }
    }

    /** Copies are about to be looked for; {@link #end} has to follow. */
    Look begin() {
        synchronized (lock) {
            Look look = new Look();
            looks.add(look);
            return look;
        }
    }

    void end(Look look) {
        synchronized (lock) {
            looks.remove(look);
        }
    }

    /** Whether what was seen of this row, in a look that has not ended, may be read. */
    boolean isReadable(String id, Look look) {
        synchronized (lock) {
            return !look.mayBeLate(id) && isReadable(id);
        }
    }

    /** Whether what Redis has of this row may be read: not if it is known to be outdated, nor if there is something newer that waits to be sent. */
    boolean isReadable(String id) {
        synchronized (lock) {
            return !pending(id) && !outdated.concerns(id) && !fills.concerns(id);
        }
    }

    boolean isEmpty() {
        synchronized (lock) {
            return fills.isEmpty() && outdated.isEmpty() && undelivered() == 0;
        }
    }

    /** How many rows' invalidations have not been acknowledged; everything counts as one. */
    int undelivered() {
        synchronized (lock) {
            return waiting.size() + (sent == null ? 0 : sent.size()) + (overflowed || renewing ? 1 : 0);
        }
    }

    /** All copies are void, and so are rows that loads read which knew the epoch before. */
    void newEpoch() {
        synchronized (lock) {
            fills.clear();
            outdated.clear();
        }
    }

    /** What waits for room holds rows in memory, and nobody knows for how long. */
    void dropBacklog() {
        synchronized (lock) {
            fills.dropBacklog();
        }
    }

    /** Copies to be dropped next; {@link #dropped} or {@link #failed} has to follow. */
    List<String> nextOutdated(int most) {
        synchronized (lock) {
            return outdated.take(most);
        }
    }

    void dropped() {
        synchronized (lock) {
            Collection<String> ids = outdated.dropped();
            looks.forEach(look -> look.dropped(ids));
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
            looks.forEach(look -> look.acknowledged(SharedChange.everything()));
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
            if (sent != null && !looks.isEmpty()) {
                SharedChange change = sent.change();
                looks.forEach(look -> look.acknowledged(change));
            }
            sent = null;
        }
    }

    /** What was being told may not have arrived; rows are forgotten. */
    void failed() {
        synchronized (lock) {
            fills.sent();
            outdated.failed();
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

    /** Some rows to offer; {@link #sent} or {@link #failed} has to follow. By one thread at a time. */
    List<QueuedFill> nextFills(int most) {
        Backlog backlog;
        synchronized (lock) {
            List<QueuedFill> next = fills.take(most);
            backlog = fills.backlog();
            if (!next.isEmpty() || backlog == null) {
                return next;
            }
        }
        List<QueuedFill> next = backlog.take(most);
        synchronized (lock) {
            fills.taken(backlog, next);
        }
        return next;
    }

    void sent() {
        synchronized (lock) {
            fills.sent();
        }
    }

    /** Whether an invalidation of that row has not been acknowledged. */
    private boolean pending(String id) {
        return overflowed || renewing || waiting.concerns(id) || (sent != null && sent.concerns(id));
    }

    private void overflow() {
        overflowed = true;
        waiting = new Changes();
        fills.clear();
    }
}
