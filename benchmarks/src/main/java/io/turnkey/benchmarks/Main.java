package io.turnkey.benchmarks;

import io.turnkey.benchmarks.paired.Plan;
import io.turnkey.benchmarks.scenario.Catalogue;
import io.turnkey.benchmarks.scenario.Scenario;
import java.io.IOException;
import java.util.List;

/** Runs benchmarks and prints a Markdown table; docs/performance.md tells the commands. */
public final class Main {
    private Main() {}

    /**
     * Runs.
     *
     * @param arguments {@code quick}, {@code all}, {@code check}, {@code list}, {@code jmh}, or what the names of scenarios begin with
     */
    public static void main(String... arguments) throws Exception {
        String what = arguments.length == 0 ? "quick" : arguments[0];
        switch (what) {
            case "quick" -> end(new Run(Plan.QUICK).page(Catalogue.quick()));
            case "all" -> {
                boolean well = new Run(Plan.FULL).page(Catalogue.all());
                jmh();
                end(well);
            }
            case "jmh" -> jmh();
            case "check" -> end(new Run(Plan.CHECK).isHeld(Catalogue.guarded()));
            case "list" -> Catalogue.all().forEach(scenario -> System.out.println(scenario.name()));
            case Fork.COMMAND -> Fork.inside(arguments[1], Plan.valueOf(arguments[2]));
            default -> end(new Run(Plan.QUICK).table(named(what)));
        }
    }

    private static void jmh() throws IOException {
        org.openjdk.jmh.Main.main(System.getProperty("jmh", "").strip().split("\\s+"));
    }

    private static void end(boolean well) {
        System.exit(well ? 0 : 1);
    }

    private static List<Scenario> named(String beginning) {
        List<Scenario> found = Catalogue.all().stream()
                .filter(scenario -> (scenario.name() + "-").startsWith(beginning + "-"))
                .toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("There is no '" + beginning + "'; 'list' tells the names");
        }
        return found;
    }
}
