package io.turnkey.benchmarks;

import io.turnkey.benchmarks.paired.Plan;
import io.turnkey.benchmarks.report.Report;
import io.turnkey.benchmarks.scenario.Row;
import io.turnkey.benchmarks.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs scenarios one after the other, each in a JVM of its own. */
final class Run {
    private final Plan plan;
    private final Report report = new Report();
    private final List<String> failed = new ArrayList<>();

    Run(Plan plan) {
        this.plan = plan;
    }

    /** Prints the tables, line by line as they come; answers whether every scenario came to an end. */
    boolean table(List<Scenario> scenarios) throws IOException, InterruptedException {
        for (Scenario scenario : scenarios) {
            if (!Fork.run(scenario, plan, report)) {
                failed.add(scenario.name());
            }
        }
        report.end();
        failed.forEach(name -> System.out.println("Failed: " + name));
        return failed.isEmpty();
    }

    /** The same, and puts the tables into the page that {@code -Dpage} names, if it names one. */
    boolean page(List<Scenario> scenarios) throws IOException, InterruptedException {
        boolean well = table(scenarios);
        String page = System.getProperty("page", "");
        if (well && !page.isEmpty()) {
            report.write(Path.of(page));
        }
        return well;
    }

    /** Prints the tables, and what is worse than its guard; answers whether nothing is. */
    boolean isHeld(List<Scenario> scenarios) throws IOException, InterruptedException {
        boolean well = table(scenarios);
        List<Row> worse = report.rows().stream().filter(row -> !row.isHeld()).toList();
        System.out.println(worse.isEmpty() ? "\nNothing is far off." : "\nWorse than the guard:");
        worse.forEach(row ->
                System.out.println(row.markdown() + " guard " + row.reach().guard()));
        return well && worse.isEmpty();
    }
}
