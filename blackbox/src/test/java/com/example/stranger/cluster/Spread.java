package com.example.stranger.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Times, in microseconds. */
final class Spread {
    private final List<Long> micros = new ArrayList<>();

    synchronized void add(long time) {
        micros.add(time);
    }

    synchronized int count() {
        return micros.size();
    }

    /** How many are at most that long. */
    synchronized long within(long limit) {
        return micros.stream().filter(time -> time <= limit).count();
    }

    /** The time that this share of all does not exceed, in milliseconds. */
    synchronized double millis(double share) {
        if (micros.isEmpty()) {
            return 0;
        }
        List<Long> sorted = new ArrayList<>(micros);
        Collections.sort(sorted);
        int at = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, at)) / 1_000.0;
    }

    /** Number, p50, p99 and longest, in milliseconds. */
    String text() {
        return String.format(Locale.ROOT, "%8d %10.3f %10.3f %10.3f", count(), millis(0.5), millis(0.99), millis(1));
    }
}
