package io.turnkey.spi;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a write, as processes tell each other.
 *
 * @param ids the texts of the ids of the rows; {@code null} if any row of the model may have changed
 * @param keyHashes by each key's name, hashes of the values under which the rows were or are found; of a key with none, no value is concerned; of one that is missing, any may be, since another version wrote that did not know it; {@code null} if none are known
 */
public record SharedChange(
        @Nullable Set<String> ids, @Nullable Map<String, Set<String>> keyHashes) {
    /** Any row may have changed. */
    public static SharedChange everything() {
        return new SharedChange(null, null);
    }

    /** These rows changed; under which keys they are found is not known. */
    public static SharedChange of(Set<String> ids) {
        return new SharedChange(Set.copyOf(ids), null);
    }
}
