package io.turnkey.benchmarks.paired;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** What is counted: time, or with {@code -Dclock=cpu} the processor time of the calling thread, for a machine that is busy with other things. */
public final class Clock {
    static final boolean COUNTS_PROCESSOR_TIME = "cpu".equals(System.getProperty("clock"));

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Clock() {}

    /** Nanoseconds since some moment, for work that is done on the calling thread alone. */
    public static long nanos() {
        return COUNTS_PROCESSOR_TIME ? processorNanos() : System.nanoTime();
    }

    static long processorNanos() {
        return THREADS.getCurrentThreadCpuTime();
    }
}
