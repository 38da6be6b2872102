package io.turnkey.benchmarks.paired;

import java.time.Duration;

/** How long is measured. */
public enum Plan {
    /** Enough to see whether something is far off. */
    CHECK(Duration.ofMillis(600), Duration.ofMillis(15), 41, 3),

    /** Enough to see where one stands. */
    QUICK(Duration.ofMillis(1_000), Duration.ofMillis(15), 81, 5),

    /** For the table. */
    FULL(Duration.ofSeconds(4), Duration.ofMillis(25), 401, 15);

    private final Duration warmUp;
    private final Duration slice;
    private final int pairs;
    private final int longPairs;

    Plan(Duration warmUp, Duration slice, int pairs, int longPairs) {
        this.warmUp = warmUp;
        this.slice = slice;
        this.pairs = pairs;
        this.longPairs = longPairs;
    }

    /** For how long each contender runs before. */
    public Duration warmUp() {
        return warmUp;
    }

    /** How long a slice shall take. */
    public Duration slice() {
        return slice;
    }

    /** How many pairs of slices there are. */
    public int pairs() {
        return pairs;
    }

    /** How many pairs there are of operations that take a second or so each. */
    public int longPairs() {
        return longPairs;
    }
}
