package com.example.stranger.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a run has done and seen, as one page; {@code package-info} says what its lines mean. */
final class ChaosReport {
    private static final long SECOND = 1_000_000;
    private static final int MOST_LATE = 10;

    private final long seed;
    private final Map<Fault.Kind, Integer> faults = new EnumMap<>(Fault.Kind.class);

    /** What each life of each node said last. */
    private final Map<String, Map<String, Long>> stats = new TreeMap<>();

    private final Map<String, Long> notes = new TreeMap<>();
    final Spread healthy = new Spread();
    final Spread faulty = new Spread();
    private final Spread recovery = new Spread();
    private final List<String> late = new ArrayList<>();

    ChaosReport(long seed) {
        this.seed = seed;
    }

    synchronized void injected(Fault fault) {
        faults.merge(fault.kind(), 1, Integer::sum);
    }

    synchronized void noted(String what, long times) {
        notes.merge(what, times, Long::sum);
    }

    /** Everything was right so many microseconds after the reconnection; {@code last} is what was wrong before. */
    synchronized void recovered(long micros, String last) {
        recovery.add(micros);
        if (micros > SECOND && late.size() < MOST_LATE) {
            late.add("  after " + micros / 1_000 + " ms: "
                    + last.lines().findFirst().orElseThrow());
        }
    }

    /** Words like {@code reads=42}. */
    synchronized void told(String node, List<String> words) {
        Map<String, Long> its = stats.computeIfAbsent(node, name -> new TreeMap<>());
        for (String word : words) {
            int at = word.indexOf('=');
            its.put(word.substring(0, at), Long.parseLong(word.substring(at + 1)));
        }
    }

    /** Over all lives of all nodes: the sum, or the greatest of what is longest. */
    synchronized long total(String what) {
        return stats.values().stream()
                .mapToLong(its -> its.getOrDefault(what, 0L))
                .reduce(0, (one, other) -> what.startsWith("longest") ? Math.max(one, other) : one + other);
    }

    synchronized int faults() {
        return faults.values().stream().mapToInt(Integer::intValue).sum();
    }

    synchronized String text(Duration ran) {
        List<String> lines = new ArrayList<>();
        lines.add("chaos run: seed " + seed + ", " + ran.toSeconds() + " s, lives of nodes " + stats.keySet());
        lines.add("");
        lines.add("faults injected: " + faults());
        faults.forEach((kind, times) -> lines.add(line(kind.toString(), times)));
        lines.add("");
        lines.add("work");
        stats.values().stream()
                .flatMap(its -> its.keySet().stream())
                .distinct()
                .forEach(what -> lines.add(line(what, total(what))));
        notes.forEach((what, times) -> lines.add(line(what, times)));
        lines.add("");
        lines.add("milliseconds                     number        p50        p99        max");
        lines.add("staleness while healthy        " + healthy.text());
        lines.add("staleness while faulty         " + faulty.text());
        lines.add("reconnected until equal        " + recovery.text());
        lines.add(
                "equal within one second of the reconnection: " + recovery.within(SECOND) + " of " + recovery.count());
        lines.addAll(late);
        return String.join("\n", lines) + "\n";
    }

    void write(Path file, Duration ran) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text(ran));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(String what, long times) {
        return String.format(Locale.ROOT, "  %-28s %10d", what, times);
    }
}
