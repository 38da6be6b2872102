package com.example.stranger.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * For each state of a row that a node has shown and another node's commit has ended: how long after that commit had returned a read began that still showed it; zero if none did. It counts as faulty if a fault, or what healed it, was under way in that time.
 */
final class Staleness {
    private final Ledger ledger;
    private final Map<String, Map<RowState, Long>> lastAsked = new HashMap<>();
    private final List<Window> faults = new ArrayList<>();

    private record Window(long from, long to) {}

    Staleness(Ledger ledger) {
        this.ledger = ledger;
    }

    /** A read that began then, in microseconds, showed that state. */
    void shown(String node, RowState row, long asked) {
        lastAsked.computeIfAbsent(node, name -> new HashMap<>()).merge(row, asked, Math::max);
    }

    /** Something was wrong then. */
    void faulty(long from, long to) {
        faults.add(new Window(from, to));
    }

    void report(ChaosReport report) {
        lastAsked
                .values()
                .forEach(rows -> rows.forEach((row, asked) -> {
                    Long ended = ledger.endOf(row);
                    if (ended != null) {
                        boolean faulty =
                                faults.stream().anyMatch(it -> it.from <= Math.max(asked, ended) && ended <= it.to);
                        (faulty ? report.faulty : report.healthy).add(Math.max(0, asked - ended));
                    }
                }));
    }
}
