package io.turnkey.benchmarks.paired;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;

/**
 * Half of all values lie between {@code low} and {@code high}, half of them below {@code median}.
 *
 * @param low the first quartile
 * @param median the second
 * @param high the third
 */
public record Quartiles(double low, double median, double high) implements Serializable {
    /** The quartiles of these. */
    public static Quartiles of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static double at(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** One value, known exactly. */
    public static Quartiles exactly(double value) {
        return new Quartiles(value, value, value);
    }

    @Override
    public String toString() {
        String median = text(this.median);
        return low == high ? median : median + " (" + text(low) + "–" + text(high) + ")";
    }

    /** Three digits that matter. */
    private static String text(double value) {
        String form = Math.abs(value) >= 100 ? "%.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, form, value);
    }
}
