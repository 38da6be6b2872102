package io.turnkey.benchmarks.report;

import io.turnkey.benchmarks.scenario.Row;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How long a hit takes of each peer, as a multiple of what it takes Turnkey, on a logarithmic scale. */
final class HitChart {
    private static final int LEFT = 210;
    private static final int WIDTH = 860;
    private static final int BAR = 12;
    private static final int GROUP = 36;
    private static final double LEAST = 0.25;
    private static final double DECADE = 170;

    private HitChart() {}

    static String of(List<Row> rows) {
        Map<String, Double> byId = hits(rows, "getById");
        Map<String, Double> byEmail = hits(rows, "getByEmail");
        Set<String> peers = new LinkedHashSet<>(byId.keySet());
        peers.addAll(byEmail.keySet());
        Svg svg = new Svg(WIDTH, 60 + GROUP * peers.size());
        svg.text(10, 20, "start", "A hit's time, 100,000 rows, 1 thread; Turnkey = 1, logarithmic");
        svg.bar(470, 11, BAR, BAR, "#4477aa");
        svg.text(487, 21, "start", "by id");
        svg.bar(550, 11, BAR, BAR, "#ccbb44");
        svg.text(567, 21, "start", "by email");
        double y = 40;
        for (String peer : peers) {
            svg.text(LEFT - 8, y + BAR + 4, "end", peer);
            bar(svg, y, byId.get(peer), "#4477aa");
            bar(svg, y + BAR, byEmail.get(peer), "#ccbb44");
            y += GROUP;
        }
        svg.line(x(1), 32, x(1), y, "#222222", 1);
        return svg.toString();
    }

    private static Map<String, Double> hits(List<Row> rows, String method) {
        Map<String, Double> hits = new LinkedHashMap<>();
        for (Row row : rows) {
            if (row.what().equals(method + " hit, 100k rows, 1 thread")) {
                hits.put(row.other(), row.value().median());
            }
        }
        return hits;
    }

    private static void bar(Svg svg, double y, @Nullable Double times, String colour) {
        if (times != null) {
            svg.bar(LEFT, y, x(times) - LEFT, BAR - 1, colour);
            String form = times < 10 ? "%.2f" : "%.0f";
            svg.text(x(times) + 4, y + BAR - 2, "start", String.format(Locale.ROOT, form, times));
        }
    }

    private static double x(double times) {
        return LEFT + DECADE * Math.log10(Math.max(times, LEAST) / LEAST);
    }
}
