package io.turnkey.redis.model;

import org.jspecify.annotations.Nullable;

/**
 * What Redis has to know of a row to decide whether it comes in.
 *
 * @param id of the row
 * @param sequence what the load that read it knew
 * @param version sortable; {@code null} if it has none
 * @param millis how long Redis keeps it
 */
public record Outline(String id, long sequence, @Nullable String version, long millis) {
    private static final int LONGEST_VERSION = 2_000;

    /** A version that is too long to be compared in Redis counts as none. */
    public Outline {
        version = version == null || version.length() > LONGEST_VERSION ? null : version;
    }
}
