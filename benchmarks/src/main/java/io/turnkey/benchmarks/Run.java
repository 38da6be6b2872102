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
    private final List<String> failed = new ArrayList<>();

    Run(Plan plan) {
        this.plan = plan;
    }

    /** Prints the table, line by line as it comes; answers whether every scenario came to an end. */
    boolean table(List<Scenario> scenarios) throws IOException, InterruptedException {
        measure(scenarios);
        return failed.isEmpty();
    }

    /** The same, and prints what is worse than its guard; answers whether nothing is. */
    boolean isHeld(List<Scenario> scenarios) throws IOException, InterruptedException {
        List<Row> worse =
                measure(scenarios).stream().filter(row -> !row.isHeld()).toList();
        System.out.println(worse.isEmpty() ? "\nNothing is far off." : "\nWorse than the guard:");
        worse.forEach(row ->
                System.out.println(row.markdown() + " guard " + row.reach().guard()));
        return worse.isEmpty() && failed.isEmpty();
    }

    private List<Row> measure(List<Scenario> scenarios) throws IOException, InterruptedException {
        System.out.printf(
                "JDK %s, %d processors%n%n%s%n",
                Runtime.version(), Runtime.getRuntime().availableProcessors(), Row.HEADING);
        List<Row> rows = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            List<Row> measured = Fork.run(scenario, plan);
            if (measured.isEmpty()) {
                failed.add(scenario.name());
            }
            measured.forEach(row -> System.out.println(row.markdown()));
            rows.addAll(measured);
        }
        failed.forEach(name -> System.out.println("Failed: " + name));
        return rows;
    }
}
