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
                    known.computeIfAbsent(key, k -> new LinkedHashSet<>()).addAll(values));
            hashCount = count(known);
        }
    }

    /** What was taken and has to be told again. */
    void addFirst(Changes taken) {
        add(taken.change());
    }

    /**
     * Takes as much as is told at once. Hashes go first, and rows only when none waits any more: whoever has been told of a row may read it anew, and must not find "no such row" under its key after that. The other way round
     * nothing is lost: a key's answer that was dropped is read from the source, where the write is committed.
     */
    Changes take() {
        Changes taken = new Changes();
        if (everything) {
            taken.add(SharedChange.everything());
            reset();
            return taken;
        }
        Map<String, Set<String>> someHashes = hashes == null ? null : takeHashes(hashes);
        Set<String> someIds = new HashSet<>();
        if (hashCount == 0) {
            move(ids, someIds, AT_ONCE - count(someHashes));
        }
        taken.add(new SharedChange(someIds, someHashes));
        if (hashCount == 0 && ids.isEmpty()) {
            reset();
        }
        return taken;
    }

    /** Every key is named, also one of which there is nothing in this part: of one that is not, any value would be concerned. */
    private Map<String, Set<String>> takeHashes(Map<String, Set<String>> waiting) {
        Map<String, Set<String>> some = new HashMap<>();
        int room = AT_ONCE;
        for (Map.Entry<String, Set<String>> key : waiting.entrySet()) {
            Set<String> values = new HashSet<>();
            move(key.getValue(), values, room);
            some.put(key.getKey(), values);
            room -= values.size();
        }
        hashCount = count(waiting);
        return some;
    }

    private static void move(Set<String> from, Set<String> to, int most) {
        for (Iterator<String> all = from.iterator(); all.hasNext() && to.size() < most; all.remove()) {
            to.add(all.next());
        }
    }

    private static int count(@Nullable Map<String, Set<String>> hashes) {
        return hashes == null ? 0 : hashes.values().stream().mapToInt(Set::size).sum();
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
