package io.turnkey.redis.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Copies that are to be dropped. Of too many the first are forgotten: they end with their lives. Owned by who holds the lock of its {@link Outbox}. */
final class Outdated {
    private final int most;
    private final Set<String> waiting = new LinkedHashSet<>();

    /** Being dropped. */
    private final Set<String> taken = new LinkedHashSet<>();

    Outdated(int most) {
        this.most = most;
    }

    void add(Collection<String> ids) {
        waiting.addAll(ids);
        Iterator<String> first = waiting.iterator();
        while (waiting.size() > most) {
            first.next();
            first.remove();
        }
    }

    boolean concerns(String id) {
        return waiting.contains(id) || taken.contains(id);
    }

    List<String> take(int most) {
        Iterator<String> ids = waiting.iterator();
        while (taken.size() < most && ids.hasNext()) {
            taken.add(ids.next());
            ids.remove();
        }
        return new ArrayList<>(taken);
    }

    /** What was taken is gone; which copies these were. */
    List<String> dropped() {
        List<String> gone = List.copyOf(taken);
        taken.clear();
        return gone;
    }

    void failed() {
        List<String> again = List.copyOf(taken);
        taken.clear();
        add(again);
    }

    void clear() {
        waiting.clear();
        taken.clear();
    }

    boolean isEmpty() {
        return waiting.isEmpty() && taken.isEmpty();
    }
}
