package io.turnkey.redis.node;

import io.turnkey.spi.SharedChange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes that are told together: dropping is idempotent and its order is of no concern, so many become one. Owned by who holds the lock of its {@link Outbox}. */
final class Changes {
    /** As many names as one script handles without keeping others waiting. */
    private static final int AT_ONCE = 500;

    private boolean everything;
    private boolean told;
    private final Set<String> ids = new LinkedHashSet<>();

    /** {@code null} if it is not known under which keys. */
    private @Nullable Map<String, Set<String>> hashes = new HashMap<>();

    private int hashCount;

    void add(SharedChange change) {
        told = true;
        if (change.ids() == null || everything) {
            everything = true;
            ids.clear();
            hashes = null;
            hashCount = 0;
            return;
        }
        ids.addAll(change.ids());
        Map<String, Set<String>> more = change.keyHashes();
        if (more == null || hashes == null) {
            hashes = null;
            hashCount = 0;
        } else {
            Map<String, Set<String>> known = hashes;
            more.forEach((key, values) ->
                    known.computeIfAbsent(key, k -> new HashSet<>()).addAll(values));
            hashCount = known.values().stream().mapToInt(Set::size).sum();
        }
    }

    /** What was taken and has to be told again. */
    void addFirst(Changes taken) {
        add(taken.change());
    }

    /** Takes as much as is told at once. */
    Changes take() {
        Changes taken = new Changes();
        if (everything || ids.size() + hashCount <= AT_ONCE || hashCount > AT_ONCE) {
            taken.add(change());
            reset();
            return taken;
        }
        Set<String> some = new HashSet<>();
        for (Iterator<String> all = ids.iterator(); all.hasNext() && some.size() < AT_ONCE; all.remove()) {
            some.add(all.next());
        }
        // The hashes go with the first part: from then on none of them leads to a row that waits.
        taken.add(new SharedChange(some, hashes));
        if (hashes == null) {
            hashes = new HashMap<>();
        } else {
            hashes.values().forEach(Set::clear);
        }
        hashCount = 0;
        return taken;
    }

    SharedChange change() {
        return everything
                ? SharedChange.everything()
                : new SharedChange(Set.copyOf(ids), hashes == null ? null : Map.copyOf(hashes));
    }

    boolean concerns(String id) {
        return everything || ids.contains(id);
    }

    boolean isEmpty() {
        return !told;
    }

    int size() {
        return everything ? 1 : told ? Math.max(1, ids.size() + hashCount) : 0;
    }

    private void reset() {
        everything = false;
        told = false;
        ids.clear();
        hashes = new HashMap<>();
        hashCount = 0;
    }
}
