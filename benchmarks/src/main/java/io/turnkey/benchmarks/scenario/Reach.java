package io.turnkey.benchmarks.scenario;

import java.io.Serializable;

/**
 * What is to be reached.
 *
 * @param better which way is better
 * @param atLeast what must be reached
 * @param wanted what we want
 * @param guard what the check before a release insists on, far from what is measured on a quiet machine
 */
public record Reach(Direction better, double atLeast, double wanted, double guard) implements Serializable {
    /** There is no target: it is measured to be known. */
    public static final Reach NONE = more(0, 0, Double.NEGATIVE_INFINITY);

    static Reach more(double atLeast, double wanted, double guard) {
        return new Reach(Direction.MORE, atLeast, wanted, guard);
    }

    static Reach less(double atLeast, double wanted, double guard) {
        return new Reach(Direction.LESS, atLeast, wanted, guard);
    }

    private boolean isSet() {
        return !equals(NONE);
    }

    /** Whether {@code value} is no worse than the guard. */
    boolean holds(double value) {
        return better == Direction.MORE ? value >= guard : value <= guard;
    }

    String verdict(double value) {
        if (!isSet()) {
            return "";
        }
        if (passes(value, wanted)) {
            return "as wanted";
        }
        return passes(value, atLeast) ? "reached" : "missed";
    }

    private boolean passes(double value, double target) {
        return better == Direction.MORE ? value >= target : value <= target;
    }

    @Override
    public String toString() {
        if (!isSet()) {
            return "";
        }
        String sign = better == Direction.MORE ? "≥ " : "≤ ";
        return sign + number(atLeast) + " (" + sign + number(wanted) + ")";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
