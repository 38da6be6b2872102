package io.turnkey.benchmarks.data;

import java.util.Arrays;
import java.util.Random;

/** Numbers below {@code n}, a few of them far more often than the rest; which ones is left to chance, and the same in each run. */
public final class Zipf {
    private static final double SKEW = 0.99;
    private static final long SEED = 42;

    private final Random random = new Random(SEED);
    private final double[] cumulated;
    private final int[] shuffled;

    /** Draws from {@code 0 .. n - 1}. */
    public Zipf(int n) {
        cumulated = new double[n];
        shuffled = new int[n];
        double sum = 0;
        for (int rank = 0; rank < n; rank++) {
            sum += 1 / Math.pow(rank + 1.0, SKEW);
            cumulated[rank] = sum;
            int other = random.nextInt(rank + 1);
            shuffled[rank] = shuffled[other];
            shuffled[other] = rank;
        }
    }

    /** The next number. */
    public int next() {
        int found = Arrays.binarySearch(cumulated, random.nextDouble() * cumulated[cumulated.length - 1]);
        return shuffled[found < 0 ? -found - 1 : found];
    }
}
