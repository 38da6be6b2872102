package io.turnkey.example.tour;

import java.util.Arrays;
import java.util.function.IntFunction;

/** How long a call takes: the median over many short batches, after as many for the JIT compiler to warm up. */
final class Median {
    private static final int BATCHES = 41;

    /** Written for each call, so that the compiler cannot leave the calls out. */
    @SuppressWarnings("unused")
    private static volatile Object sink = "";

    private Median() {}

    /** Nanoseconds a call. The argument counts the calls. */
    static double nanos(int callsPerBatch, IntFunction<?> call) {
        measure(callsPerBatch, call);
        return measure(callsPerBatch, call);
    }

    private static double measure(int calls, IntFunction<?> call) {
        double[] batches = new double[BATCHES];
        for (int batch = 0; batch < BATCHES; batch++) {
            long start = System.nanoTime();
            for (int i = 0; i < calls; i++) {
                sink = call.apply(i);
            }
            batches[batch] = (double) (System.nanoTime() - start) / calls;
        }
        Arrays.sort(batches);
        return batches[BATCHES / 2];
    }
}
