package com.example.stranger.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Waits until the nodes are right after a fault, and reports which step took how long. */
final class Recovery {
    /** Longer than anything takes on a slow machine. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Judge judge;
    private final Evidence evidence;
    private final ChaosReport report;
    private final Duration patience;

    /**
     * @param ttl after which rows expire, and what is wrong vanishes by itself: that is not waited for
     */
    Recovery(Judge judge, Evidence evidence, ChaosReport report, Duration ttl) {
        patience = LONG.compareTo(ttl) < 0 ? LONG : ttl.dividedBy(2);
        this.judge = judge;
        this.evidence = evidence;
        this.report = report;
    }

    /**
     * A round, in microseconds.
     *
     * @param begun when its faults began
     * @param healed when they had ended
     * @param quiet since when nobody writes
     */
    record Times(long begun, long healed, long quiet) {}

    /**
     * What nodes said until they were right, or patience was at its end.
     *
     * @param first when they were asked first
     * @param last when they were asked last
     * @param times how often they were
     * @param before what was wrong the time before the last
     * @param wrong what was wrong the last time
     */
    private record Asked(long first, long last, int times, String before, List<String> wrong) {}

    /** How long it is waited for what may become right. */
    Duration patience() {
        return patience;
    }

    /** What is wrong in the end. Nobody may be writing. */
    List<String> wrong(String doing, List<NodeProcess> nodes, List<RowState> rows, Times times) {
        // By itself, since it takes no time: to answer every question does, on a busy machine.
        Asked entries = ask("entries", nodes, rows);
        Asked answers = ask("view", nodes, rows);
        // What may become right is of no interest where something else has been wrong.
        if (evidence.isBad()) {
            return List.of();
        }
        if (entries.wrong.isEmpty() && answers.wrong.isEmpty()) {
            report(doing, nodes, times, entries, answers);
        }
        List<String> wrong = new ArrayList<>(entries.wrong);
        wrong.addAll(answers.wrong);
        return wrong;
    }

    private Asked ask(String command, List<NodeProcess> nodes, List<RowState> rows) {
        String before = "nothing was found wrong";
        long deadline = System.nanoTime() + patience.toNanos();
        long first = Wire.micros(Instant.now());
        for (int times = 1; ; times++) {
            long last = times == 1 ? first : Wire.micros(Instant.now());
            List<String> wrong = wrong(command, nodes, rows);
            if (wrong.isEmpty() || evidence.isBad() || System.nanoTime() > deadline) {
                return new Asked(first, last, times, before, wrong);
            }
            before = wrong.get(0).lines().findFirst().orElseThrow();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    private List<String> wrong(String command, List<NodeProcess> nodes, List<RowState> rows) {
        List<String> wrong = new ArrayList<>();
        nodes.forEach(node -> node.send(command));
        for (NodeProcess node : nodes) {
            String name = node.settings().name();
            wrong.addAll(judge.wrong(name, View.parse(node.finish()), rows));
            if (!node.isConnected()) {
                wrong.add(name + " does not hear Redis");
            }
        }
        return wrong;
    }

    private void report(String doing, List<NodeProcess> nodes, Times times, Asked entries, Asked answers) {
        List<NodeProcess> back = nodes.stream()
                .filter(node -> node.connectedSince() > times.begun)
                .toList();
        if (back.isEmpty()) {
            return;
        }
        back.stream().filter(node -> node.lostSince() > times.begun).forEach(node -> {
            report.noticed.add(node.lostSince() - times.begun);
            report.reconnected.add(Math.max(0, node.connectedSince() - times.healed));
        });
        long last = back.stream().mapToLong(NodeProcess::connectedSince).max().orElseThrow();
        long from = Math.max(last, times.quiet);
        long took = Math.max(0, entries.last - from);
        report.entries.add(took);
        report.answers.add(Math.max(0, answers.last - from));
        report.recovered(
                took,
                doing + "ms since the faults began: ended " + millis(times, times.healed) + ", "
                        + back.stream().map(node -> text(node, times)).collect(Collectors.joining(", "))
                        + ", nobody wrote " + millis(times, times.quiet) + ", asked " + entries.times + " times, from "
                        + millis(times, entries.first) + " to " + millis(times, entries.last) + "; wrong before: "
                        + entries.before);
    }

    private static String text(NodeProcess node, Times times) {
        String lost = node.lostSince() > times.begun ? " noticed " + millis(times, node.lostSince()) : "";
        return node.settings().name() + lost + " connected " + millis(times, node.connectedSince());
    }

    private static long millis(Times times, long micros) {
        return (micros - times.begun) / 1_000;
    }
}
