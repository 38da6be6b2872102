package io.turnkey.example.tour;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * How long two ways to the same answer take: medians over many short batches. The ways take turns, so that whatever else the machine does slows
 * both.
 *
 * @param first nanoseconds for a call of the first way
 * @param second nanoseconds for a call of the second way
 */
record Median(double first, double second) {
    static final int BATCHES = 1_001;

    /** Written for each call, so that the JIT compiler cannot leave the calls out. */
    @SuppressWarnings("unused")
    private static volatile Object sink = "";

    /** Measures both; their argument counts the calls of a batch. */
    static Median of(int firstCalls, IntFunction<?> first, int secondCalls, IntFunction<?> second) {
        double[] firstBatches = new double[BATCHES];
        double[] secondBatches = new double[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            firstBatches[batch] = nanos(firstCalls, first);
            secondBatches[batch] = nanos(secondCalls, second);
        }
        return new Median(median(firstBatches), median(secondBatches));
    }

    double ratio() {
        return first / second;
    }

    private static double nanos(int calls, IntFunction<?> call) {
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            sink = call.apply(i);
        }
        return (double) (System.nanoTime() - start) / calls;
    }

    private static double median(double[] batches) {
        Arrays.sort(batches);
        return batches[batches.length / 2];
    }
}
