package io.turnkey.redis.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows that wait to be sent, of which the last per id counts. Owned by who holds the lock of its {@link Outbox}. */
final class QueuedFills {
    private final int most;
    private final Map<String, QueuedFill> waiting = new LinkedHashMap<>();

    /** Being sent. */
    private final Set<String> taken = new HashSet<>();

    private @Nullable Backlog backlog;

    QueuedFills(int most) {
        this.most = most;
    }

    void add(QueuedFill row) {
        String id = row.fill().id();
        if (waiting.size() < most || waiting.containsKey(id)) {
            waiting.put(id, row);
        }
    }

    boolean hasRoom(int rows) {
        return rows <= most - waiting.size();
    }

    /** Of two the longer one is kept: a list does not end a table. */
    void addLater(Backlog rows) {
        if (backlog == null || backlog.left() <= rows.left()) {
            backlog = rows;
        }
    }

    void remove(Collection<String> ids) {
        ids.forEach(waiting::remove);
    }

    boolean concerns(String id) {
        return waiting.containsKey(id) || taken.contains(id);
    }

    List<QueuedFill> take(int most) {
        List<QueuedFill> next = new ArrayList<>();
        Iterator<QueuedFill> rows = waiting.values().iterator();
        while (next.size() < most && rows.hasNext()) {
            next.add(rows.next());
            rows.remove();
        }
        taken(next);
        return next;
    }

    @Nullable
    Backlog backlog() {
        return backlog;
    }

    void taken(Backlog from, List<QueuedFill> rows) {
        if (from.left() == 0 && from == backlog) {
            backlog = null;
        }
        taken(rows);
    }

    private void taken(List<QueuedFill> rows) {
        rows.forEach(row -> taken.add(row.fill().id()));
    }

    void sent() {
        taken.clear();
    }

    void dropBacklog() {
        backlog = null;
    }

    void clear() {
        waiting.clear();
        backlog = null;
    }

    boolean isEmpty() {
        return waiting.isEmpty() && backlog == null;
    }
}
