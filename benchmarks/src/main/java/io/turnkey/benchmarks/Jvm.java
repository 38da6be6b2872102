package io.turnkey.benchmarks;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.Collectors;

/** What runs a scenario. */
final class Jvm {
    private Jvm() {}

    /** This one. */
    static String description() {
        String collectors = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(", "));
        return "JDK %s, %s, %s, %d processors, clock=%s"
                .formatted(
                        Runtime.version(),
                        ManagementFactory.getCompilationMXBean().getName(),
                        collectors,
                        Runtime.getRuntime().availableProcessors(),
                        System.getProperty("clock"));
    }
}
