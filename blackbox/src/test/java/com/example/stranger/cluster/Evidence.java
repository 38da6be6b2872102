package com.example.stranger.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the nodes say while they work. What they see of each other's writes can be judged only while nobody writes. */
final class Evidence implements NodeProcess.Listener {
    private final Ledger ledger;
    private final Staleness staleness;
    private final ChaosReport report;
    private final Queue<String> violations = new ConcurrentLinkedQueue<>();
    private final Queue<Shown> shown = new ConcurrentLinkedQueue<>();
    private final Queue<Back> backs = new ConcurrentLinkedQueue<>();

    private record Shown(String node, RowState row, long asked) {}

    /** A row was shown as write {@code number} left it, and before as {@code earlier} did, which is newer. */
    private record Back(String node, long row, long number, long earlier, String text) {}

    Evidence(Ledger ledger, Staleness staleness, ChaosReport report) {
        this.ledger = ledger;
        this.staleness = staleness;
        this.report = report;
    }

    @Override
    public void heard(NodeSettings node, List<String> words) {
        switch (words.get(0)) {
            case "committed" -> ledger.committed(node.name(), number(words, 1), number(words, 2));
            case "canary" -> ledger.canary(node.name(), number(words, 1));
            case "undone" -> ledger.undone(number(words, 1));
            case "shown" -> shown.add(new Shown(node.name(), RowState.parse(words.get(1)), number(words, 2)));
            case "back" ->
                backs.add(new Back(node.name(), number(words, 1), number(words, 2), number(words, 3), words.get(4)));
            case "violation" -> violations.add(node.name() + " " + words.get(1));
            case "stats" -> report.told(node.name(), words.subList(1, words.size()));
            case "connected", "disconnected" -> report.noted(words.get(0), 1);
            case "failed" -> violations.add(node.name() + " failed: " + words.get(2));
            default -> throw new IllegalArgumentException(words.toString());
        }
    }

    /** Whether something is wrong whatever else will be known. */
    boolean isBad() {
        return !violations.isEmpty();
    }

    /** All that is wrong; the ledger has been read, and nobody writes. */
    List<String> wrong() {
        for (Back back = backs.poll(); back != null; back = backs.poll()) {
            if (ledger.mayBelieve(back.row, back.number, back.earlier)) {
                report.noted("went back, unheard (H7)", 1);
            } else {
                violations.add(back.node + " went back from " + back.earlier + " to " + back.number + ": " + back.text
                        + ledger.historyOf(back.row));
            }
        }
        for (Shown it = shown.poll(); it != null; it = shown.poll()) {
            if (ledger.knows(it.row)) {
                staleness.shown(it.node, it.row, it.asked);
            } else {
                violations.add(
                        "P2: " + it.node + " shows what nobody committed: " + it.row + ledger.historyOf(it.row.id()));
            }
        }
        List<String> wrong = new ArrayList<>(violations);
        violations.clear();
        return wrong;
    }

    private static long number(List<String> words, int at) {
        return Long.parseLong(words.get(at));
    }
}
