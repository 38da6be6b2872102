package io.turnkey.redis.model;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What Redis has to know of a row to decide whether it comes in.
 *
 * @param id of the row
 * @param sequence what the load that read it knew
 * @param version sortable; {@code null} if it has none
 * @param end when its life ends, by {@link System#nanoTime}; {@code null} if it does not: Redis may drop it, but it is valid until then
 */
public record Outline(
        String id,
        long sequence,
        @Nullable String version,
        @Nullable Long end) {
    private static final long LONGEST_LIFE_MILLIS = Duration.ofHours(24).toMillis();
    private static final int LONGEST_VERSION = 2_000;

    /** A version that is too long to be compared in Redis counts as none. */
    public Outline {
        version = version == null || version.length() > LONGEST_VERSION ? null : version;
    }

    /** For how many milliseconds Redis is to keep it, from now on: what is asked later is less. None or fewer: its life has ended. */
    public long millis() {
        Long ends = end;
        return ends == null ? LONGEST_LIFE_MILLIS : (ends - System.nanoTime()) / 1_000_000;
    }
}
