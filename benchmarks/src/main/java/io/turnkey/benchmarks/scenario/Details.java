package io.turnkey.benchmarks.scenario;

import io.turnkey.benchmarks.paired.Comparison;
import java.util.Locale;

/** Absolute numbers as text. */
final class Details {
    private Details() {}

    /** What an operation took, ours and the other's. */
    static String nanos(Comparison result) {
        return time(result.ours().median()) + " : " + time(result.other().median());
    }

    private static String time(double nanos) {
        if (nanos < 1e4) {
            return String.format(Locale.ROOT, "%.1f ns", nanos);
        }
        return nanos < 1e7
                ? String.format(Locale.ROOT, "%.1f µs", nanos / 1e3)
                : String.format(Locale.ROOT, "%.0f ms", nanos / 1e6);
    }
}
