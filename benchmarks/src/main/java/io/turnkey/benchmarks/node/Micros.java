package io.turnkey.benchmarks.node;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Microseconds of the clock that all processes of a machine share. */
public final class Micros {
    private Micros() {}

    /** The time. */
    public static long now() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
