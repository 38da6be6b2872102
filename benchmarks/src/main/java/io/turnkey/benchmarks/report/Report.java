package io.turnkey.benchmarks.report;

import io.turnkey.benchmarks.scenario.Line;
import io.turnkey.benchmarks.scenario.Row;
import io.turnkey.benchmarks.scenario.TraceLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Prints what is measured as it comes, and puts it into a page. */
public final class Report {
    private static final int JDK = Runtime.version().feature();
    private static final String BEGIN = "<!-- results of JDK " + JDK + " begin -->\n";
    private static final String END = "<!-- results of JDK " + JDK + " end -->\n";

    private final StringBuilder printed = new StringBuilder();
    private final List<Row> rows = new ArrayList<>();
    private final List<TraceLine> traces = new ArrayList<>();

    /** What runs them, and the rest of what a scenario measured. */
    public void add(String jvm, List<? extends Line> lines) {
        if (printed.isEmpty()) {
            print(jvm + "\n\n" + Row.HEADING);
        }
        for (Line line : lines) {
            if (line instanceof Row row) {
                rows.add(row);
                print(row.markdown());
            } else if (line instanceof TraceLine trace) {
                traces.add(trace);
            }
        }
    }

    /** Nothing more will come. */
    public void end() {
        if (!traces.isEmpty()) {
            print("\nS6, hit ratios in percent:\n\n" + TraceLine.HEADING);
            traces.forEach(trace -> print(trace.markdown()));
        }
    }

    /** What was measured, but for hit ratios. */
    public List<Row> rows() {
        return rows;
    }

    private void print(String text) {
        System.out.println(text);
        printed.append(text).append('\n');
    }

    /** Replaces what stands between the marks for this JDK on the page, and the charts beside it. */
    public void write(Path page) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(page + " has no " + BEGIN + END);
        }
        Files.writeString(
                page, text.substring(0, begin + BEGIN.length()) + "\n" + printed + "\n" + text.substring(end));
        Files.writeString(page.resolveSibling("performance-hits-" + JDK + ".svg"), HitChart.of(rows));
        Files.writeString(page.resolveSibling("performance-hit-ratios.svg"), TraceChart.of(traces));
    }
}
