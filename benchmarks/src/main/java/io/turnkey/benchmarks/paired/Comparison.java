package io.turnkey.benchmarks.paired;

/**
 * How two contenders did.
 *
 * @param ratio the other's time divided by ours, for each pair of slices: above 1, ours is faster
 * @param ours nanoseconds for an operation, on each thread
 * @param other the same
 */
public record Comparison(Quartiles ratio, Quartiles ours, Quartiles other) {
    /** Ours divided by the other's, for what is told as a multiple of the other's time. */
    public Quartiles inverse() {
        return new Quartiles(1 / ratio.high(), 1 / ratio.median(), 1 / ratio.low());
    }
}
