package io.turnkey.example.console;

import java.util.Locale;

/** Numbers as people read them. */
public final class Numbers {
    private static final double THOUSAND = 1_000;

    private Numbers() {}

    /** {@code 50,000}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 99.5 %}. */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** The time since {@code start}, which {@link System#nanoTime()} told. */
    public static String timeSince(long start) {
        return time((double) (System.nanoTime() - start));
    }

    /** A duration in the unit that fits: {@code 85 ns}, {@code 12.3 us}, {@code 31.4 ms}, {@code 2.7 s}. */
    public static String time(double nanos) {
        if (nanos < THOUSAND) {
            return String.format(Locale.ROOT, "%.0f ns", nanos);
        }
        double micros = nanos / THOUSAND;
        if (micros < THOUSAND) {
            return String.format(Locale.ROOT, "%.1f us", micros);
        }
        double millis = micros / THOUSAND;
        return millis < THOUSAND
                ? String.format(Locale.ROOT, "%.1f ms", millis)
                : String.format(Locale.ROOT, "%.1f s", millis / THOUSAND);
    }
}
