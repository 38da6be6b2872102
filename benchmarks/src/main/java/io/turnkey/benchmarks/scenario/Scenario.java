package io.turnkey.benchmarks.scenario;

import io.turnkey.benchmarks.paired.Plan;
import java.util.List;

/** Something that is measured in a JVM of its own. */
public interface Scenario {
    /** What it is called by on the command line, such as {@code S1-100000-2}. */
    String name();

    /** The heap of its JVM; everything else of that is left to its defaults. */
    default List<String> heap() {
        return List.of("-Xms2g", "-Xmx5g");
    }

    /** Measures. */
    List<? extends Line> run(Plan plan) throws Exception;
}
