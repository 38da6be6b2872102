package io.turnkey.benchmarks;

import io.turnkey.benchmarks.paired.Plan;
import io.turnkey.benchmarks.scenario.Catalogue;
import io.turnkey.benchmarks.scenario.Row;
import io.turnkey.benchmarks.scenario.Scenario;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of its own for a scenario, so that none meets what the compiler learned from another. The rows come back through its output. */
final class Fork {
    static final String COMMAND = "fork";

    private Fork() {}

    /** Runs the scenario and answers with its rows; what it logs goes to our error output. */
    static List<Row> run(Scenario scenario, Plan plan) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(scenario, plan))
                .redirectError(Redirect.INHERIT)
                .start();
        Thread hook = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(hook);
        List<Row> rows = new ArrayList<>();
        try (ObjectInputStream in = new ObjectInputStream(process.getInputStream())) {
            int expected = in.readInt();
            for (int i = 0; i < expected; i++) {
                rows.add((Row) in.readObject());
            }
        } catch (EOFException e) {
            rows.clear();
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        process.waitFor();
        Runtime.getRuntime().removeShutdownHook(hook);
        return rows;
    }

    private static List<String> command(Scenario scenario, Plan plan) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(scenario.heap());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        for (String property : List.of("clock", "traces")) {
            command.add("-D" + property + "=" + System.getProperty(property, ""));
        }
        command.addAll(List.of(Main.class.getName(), COMMAND, scenario.name(), plan.name()));
        return command;
    }

    /** What the new JVM does. */
    static void inside(String name, Plan plan) throws Exception {
        PrintStream out = System.out;
        System.setOut(System.err);
        Scenario scenario = Catalogue.all().stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<Row> rows = scenario.run(plan);
        try (ObjectOutputStream stream = new ObjectOutputStream(out)) {
            stream.writeInt(rows.size());
            for (Row row : rows) {
                stream.writeObject(row);
            }
        }
        System.exit(0);
    }
}
