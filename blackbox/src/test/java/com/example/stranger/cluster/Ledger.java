package com.example.stranger.cluster;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongPredicate;

/**
 * Every write that was committed, by the journal in the database, and what the nodes said of it.
 *
 * <p>The writes of a node that was killed which nobody may know of are <em>unheard</em>: those that came after the last of its canaries that was heard. The library promises nothing of their rows but their {@code ttl} (H7).
 */
final class Ledger {
    /** A write of one row; {@code email} is null where it is gone. */
    private record Entry(long number, String node, boolean certain, String email, String login, String tier) {
        boolean shows(RowState row) {
            return row.email().equals(email)
                    && row.login().equals(login)
                    && row.tier().equals(tier);
        }
    }

    private final Map<Long, NavigableMap<Long, Entry>> rows = new HashMap<>();
    private final Map<Long, Long> committed = new HashMap<>();
    private final Set<Long> undone = new HashSet<>();

    /** By number, when who wrote it was killed. */
    private final Map<Long, Instant> unheard = new HashMap<>();

    private final Set<Long> onceUnheard = new HashSet<>();

    /** By node, the writes that it has committed and perhaps not told. */
    private final Map<String, Set<Long>> untold = new HashMap<>();

    /** By canary, the writes that are told if it is heard. */
    private final Map<Long, Set<Long>> canaries = new LinkedHashMap<>();

    private long last;
    private long proven;

    synchronized void committed(String node, long number, long micros) {
        committed.put(number, micros);
        untold.computeIfAbsent(node, name -> new HashSet<>()).add(number);
    }

    /** That node is about to tell of this id, see {@link Canaries}. */
    synchronized void canary(String node, long id) {
        canaries.put(id, Set.copyOf(untold.getOrDefault(node, Set.of())));
    }

    synchronized void undone(long number) {
        undone.add(number);
    }

    /** Reads what is new; nobody may be writing. */
    synchronized void read() {
        ClusterDatabase.query(
                "select row_id, number, node, certain, email, login, tier from journal where number > " + last, row -> {
                    Entry entry = new Entry(
                            row.getLong(2),
                            row.getString(3),
                            row.getBoolean(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7));
                    if (!undone.contains(entry.number)) {
                        rows.computeIfAbsent(row.getLong(1), id -> new TreeMap<>())
                                .put(entry.number, entry);
                    }
                    last = Math.max(last, entry.number);
                    return entry;
                });
    }

    /** All nodes were found to be right about everything that was read. */
    synchronized void proven() {
        untold.clear();
        canaries.clear();
        proven = last;
    }

    /**
     * That node was killed then: what was read that it wrote may have been heard by nobody, unless it wrote it before all was right, or before a
     * canary that was heard.
     */
    synchronized void killed(String node, Instant when, LongPredicate heard) {
        Set<Long> told = new HashSet<>();
        canaries.forEach((id, writes) -> {
            if (heard.test(id)) {
                told.addAll(writes);
            }
        });
        rows.values()
                .forEach(writes -> writes.tailMap(proven, false).values().stream()
                        .filter(entry -> entry.node.equals(node) && !told.contains(entry.number))
                        .forEach(entry -> unheard.put(entry.number, when)));
        onceUnheard.addAll(unheard.keySet());
    }

    /** How many writes were unheard. */
    synchronized int unheard() {
        return onceUnheard.size();
    }

    /** What served the states before writes of nodes that were killed before then has expired. */
    synchronized void expire(Instant before) {
        unheard.values().removeIf(killed -> killed.isBefore(before));
    }

    /** Whether a node may believe a row to be as a write left it, rather than as {@code until} did: all writes between are unheard. */
    synchronized boolean mayBelieve(long row, long number, long until) {
        NavigableMap<Long, Entry> newer =
                rows.getOrDefault(row, new TreeMap<>()).subMap(number, false, Math.max(number, until), true);
        return !newer.isEmpty()
                && newer.values().stream().allMatch(entry -> unheard.containsKey(entry.number) || !happened(entry));
    }

    /** Whether a write of that row is unheard. */
    synchronized boolean isDoubtful(long row) {
        return rows.getOrDefault(row, new TreeMap<>()).keySet().stream().anyMatch(unheard::containsKey);
    }

    /** Whether somebody committed that state. */
    synchronized boolean knows(RowState row) {
        Entry entry = rows.getOrDefault(row.id(), new TreeMap<>()).get(row.number());
        return entry != null && entry.shows(row);
    }

    /** When the commit had returned that ended a state, in microseconds; null if that is not known, or was unheard. */
    synchronized Long endOf(RowState row) {
        Map.Entry<Long, Entry> next =
                rows.getOrDefault(row.id(), new TreeMap<>()).higherEntry(row.number());
        return next == null || onceUnheard.contains(next.getKey()) ? null : committed.get(next.getKey());
    }

    synchronized String historyOf(long row) {
        StringBuilder text = new StringBuilder();
        rows.getOrDefault(row, new TreeMap<>()).descendingMap().values().stream()
                .limit(10)
                .forEach(entry -> text.append("\n    ")
                        .append(entry)
                        .append(" at ")
                        .append(committed.get(entry.number))
                        .append(unheard.containsKey(entry.number) ? " unheard" : ""));
        return text.toString();
    }

    private boolean happened(Entry entry) {
        return entry.certain || committed.containsKey(entry.number);
    }
}
