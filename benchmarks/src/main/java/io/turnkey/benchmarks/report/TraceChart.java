package io.turnkey.benchmarks.report;

import io.turnkey.benchmarks.scenario.TraceLine;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Hit ratios by capacity, a panel for each trace. */
final class TraceChart {
    private static final int PANEL = 190;
    private static final int HEIGHT = 200;
    private static final int TOP = 60;

    private TraceChart() {}

    static String of(List<TraceLine> lines) {
        List<String> traces = lines.stream().map(TraceLine::trace).distinct().toList();
        Svg svg = new Svg(Math.max(500, 30 + traces.size() * PANEL), TOP + HEIGHT + 50);
        svg.text(10, 20, "start", "Hit ratio in percent, by capacity in percent of all keys");
        legend(svg, 340, "Turnkey", "#4477aa");
        legend(svg, 420, "LRU", "#bbbbbb");
        legend(svg, 480, "Caffeine", "#ee6677");
        for (int i = 0; i < traces.size(); i++) {
            String trace = traces.get(i);
            panel(
                    svg,
                    40 + i * PANEL,
                    trace,
                    lines.stream().filter(line -> line.trace().equals(trace)).toList());
        }
        return svg.toString();
    }

    private static void legend(Svg svg, int x, String text, String colour) {
        svg.bar(x, 14, 12, 4, colour);
        svg.text(x + 16, 20, "start", text);
    }

    private static void panel(Svg svg, double left, String trace, List<TraceLine> lines) {
        double step = (PANEL - 50.0) / Math.max(1, lines.size() - 1);
        svg.text(left + (PANEL - 50) / 2.0, TOP - 12, "middle", trace);
        for (int percent = 0; percent <= 100; percent += 25) {
            svg.line(left, y(percent), left + PANEL - 50, y(percent), "#dddddd", 1);
            svg.text(left - 4, y(percent) + 4, "end", Integer.toString(percent));
        }
        for (int i = 0; i < lines.size(); i++) {
            svg.text(
                    left + i * step,
                    TOP + HEIGHT + 18,
                    "middle",
                    Integer.toString(lines.get(i).capacity()));
        }
        plot(svg, left, step, lines, TraceLine::lru, "#bbbbbb");
        plot(svg, left, step, lines, TraceLine::caffeine, "#ee6677");
        plot(svg, left, step, lines, TraceLine::turnkey, "#4477aa");
    }

    private static void plot(
            Svg svg,
            double left,
            double step,
            List<TraceLine> lines,
            ToDoubleFunction<TraceLine> value,
            String colour) {
        for (int i = 1; i < lines.size(); i++) {
            svg.line(
                    left + (i - 1) * step,
                    y(value.applyAsDouble(lines.get(i - 1))),
                    left + i * step,
                    y(value.applyAsDouble(lines.get(i))),
                    colour,
                    2);
        }
    }

    private static double y(double percent) {
        return TOP + HEIGHT * (1 - percent / 100);
    }
}
