package io.turnkey.benchmarks;

import io.turnkey.benchmarks.paired.Plan;
import io.turnkey.benchmarks.report.Report;
import io.turnkey.benchmarks.scenario.Catalogue;
import io.turnkey.benchmarks.scenario.Line;
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

    /** Runs the scenario and reports what it measured, if it comes to an end; what it logs goes to our error output. */
    static boolean run(Scenario scenario, Plan plan, Report report) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command(scenario, plan))
                .redirectError(Redirect.INHERIT)
                .start();
        Thread hook = new Thread(process::destroy);
        Runtime.getRuntime().addShutdownHook(hook);
        try (ObjectInputStream in = new ObjectInputStream(process.getInputStream())) {
            String jvm = (String) in.readObject();
            List<Line> lines = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                lines.add((Line) in.readObject());
            }
            report.add(jvm, lines);
            return true;
        } catch (EOFException e) {
            return false;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        } finally {
            process.waitFor();
            Runtime.getRuntime().removeShutdownHook(hook);
        }
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
        List<? extends Line> lines = scenario.run(plan);
        try (ObjectOutputStream stream = new ObjectOutputStream(out)) {
            stream.writeObject(Jvm.description());
            stream.writeInt(lines.size());
            for (Line line : lines) {
                stream.writeObject(line);
            }
        }
        System.exit(0);
    }
}
