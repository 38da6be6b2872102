package io.turnkey.benchmarks.paired;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lets two contenders take turns, in slices so short that whatever else the machine does befalls both. Each pair of neighbouring slices gives one ratio, and who is first changes from pair to pair.
 */
public final class Pair implements AutoCloseable {
    /** No two threads, and no two slices in a row, ask for the same. */
    private static final int APART = 100_003;

    private final int threads;
    private final boolean countsProcessorTime;
    private final ExecutorService others;
    private int slices;

    /** A pair whose slices run on this many threads at once. */
    public Pair(int threads) {
        this(threads, Clock.COUNTS_PROCESSOR_TIME);
    }

    private Pair(int threads, boolean countsProcessorTime) {
        this.threads = threads;
        this.countsProcessorTime = countsProcessorTime;
        this.others = Executors.newFixedThreadPool(threads);
    }

    /** A pair whose work is done by other threads and processes too: only the clock sees all of it. */
    public static Pair byTheClock() {
        return new Pair(1, false);
    }

    /** Runs both as planned. */
    public Comparison compare(Work ours, Work other, Plan plan) throws Exception {
        warmUp(ours, plan);
        int otherInSlice = warmUp(other, plan);
        // Once more: what the compiler assumed while the first was alone may not hold any longer.
        int oursInSlice = warmUp(ours, plan);
        return measure(ours, oursInSlice, other, otherInSlice, plan.pairs());
    }

    /** The same for operations that take so long that each one is a slice. */
    public Comparison compareLong(Work ours, Work other, Plan plan) throws Exception {
        nanos(ours, 1);
        nanos(other, 1);
        return measure(ours, 1, other, 1, plan.longPairs());
    }

    private Comparison measure(Work ours, int oursInSlice, Work other, int otherInSlice, int pairs) throws Exception {
        double[] ratios = new double[pairs];
        double[] oursNanos = new double[pairs];
        double[] otherNanos = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            boolean first = i % 2 == 0;
            double before = first ? nanos(ours, oursInSlice) : nanos(other, otherInSlice);
            double after = first ? nanos(other, otherInSlice) : nanos(ours, oursInSlice);
            oursNanos[i] = first ? before : after;
            otherNanos[i] = first ? after : before;
            ratios[i] = otherNanos[i] / oursNanos[i];
        }
        return new Comparison(Quartiles.of(ratios), Quartiles.of(oursNanos), Quartiles.of(otherNanos));
    }

    /** Runs it for a while and answers how many operations make a slice. */
    private int warmUp(Work work, Plan plan) throws Exception {
        long end = System.nanoTime() + plan.warmUp().toNanos();
        int operations = 1;
        do {
            operations = next(operations, nanos(work, operations) * operations, plan.slice());
        } while (System.nanoTime() < end);
        return operations;
    }

    private static int next(int operations, double took, Duration slice) {
        double fitting = operations * slice.toNanos() / Math.max(1, took);
        return (int) Math.max(1, Math.min(fitting, 2.0 * operations));
    }

    /** The nanoseconds for an operation in one slice. */
    private double nanos(Work work, int operations) throws Exception {
        List<Callable<Long>> tasks = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            int from = (slices++ * APART) & Integer.MAX_VALUE;
            tasks.add(() -> processorTime(work, from, operations));
        }
        long begun = System.nanoTime();
        long onProcessor = threads == 1 ? tasks.get(0).call() : sum(others.invokeAll(tasks)) / threads;
        double took = countsProcessorTime ? onProcessor : System.nanoTime() - begun;
        return took / operations;
    }

    private static long processorTime(Work work, int from, int operations) throws Exception {
        long before = Clock.processorNanos();
        long failed = work.run(from, operations);
        if (failed != 0) {
            throw new IllegalStateException(failed + " of " + operations + " operations went wrong");
        }
        return Clock.processorNanos() - before;
    }

    private static long sum(List<Future<Long>> times) throws Exception {
        long sum = 0;
        for (Future<Long> time : times) {
            sum += time.get();
        }
        return sum;
    }

    @Override
    public void close() {
        others.shutdownNow();
    }
}
