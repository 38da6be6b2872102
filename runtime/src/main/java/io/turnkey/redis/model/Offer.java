package io.turnkey.redis.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row to be stored.
 *
 * @param id of the row
 * @param sequence what the load that read it knew
 * @param version sortable; {@code null} if it has none
 * @param millis how long Redis keeps it
 * @param expires whether the row expires; {@code false}: Redis may drop it, but it is valid until then
 * @param keyHashes by the key's name
 * @param bytes the row
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Offer(
        String id,
        long sequence,
        @Nullable String version,
        long millis,
        boolean expires,
        Map<String, String> keyHashes,
        byte[] bytes) {
    private static final int LONGEST_VERSION = 2_000;

    /** A version that is too long to be compared in Redis counts as none. */
    public Offer {
        version = version == null || version.length() > LONGEST_VERSION ? null : version;
    }
}
