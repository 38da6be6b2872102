package io.turnkey.benchmarks;

import io.turnkey.benchmarks.paired.Plan;
import io.turnkey.benchmarks.scenario.Row;
import io.turnkey.benchmarks.scenario.Scenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs scenarios one after the other, each in a JVM of its own. */
final class Run {
    private final Plan plan;

    Run(Plan plan) {
        this.plan = plan;
    }

    /** Prints the table, line by line as it comes. */
    List<Row> table(List<Scenario> scenarios) throws IOException, InterruptedException {
        System.out.printf(
                "JDK %s, %d processors%n%n%s%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), Row.HEADING);
        List<Row> rows = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            for (Row row : Fork.run(scenario, plan)) {
                System.out.println(row.markdown());
                rows.add(row);
            }
        }
        return rows;
    }

    /** Prints the table and what is worse than its guard; answers whether nothing is. */
    boolean isHeld(List<Scenario> scenarios) throws IOException, InterruptedException {
        List<Row> worse = table(scenarios).stream().filter(row -> !row.isHeld()).toList();
        System.out.println(worse.isEmpty() ? "\nNothing is far off." : "\nFar off what was measured before:");
        worse.forEach(row ->
                System.out.println(row.markdown() + " guard " + row.reach().guard()));
        return worse.isEmpty();
    }
}
