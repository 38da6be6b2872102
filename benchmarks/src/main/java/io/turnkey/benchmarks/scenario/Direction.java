package io.turnkey.benchmarks.scenario;

/** Which way is better. */
public enum Direction {
    /** At least. */
    MORE,
    /** At most. */
    LESS
}
