package io.turnkey;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a group is, for a health endpoint; an immutable copy. Later versions tell more: read it by its accessors.
 *
 * @param group the group's name
 * @param status the group's: {@code UP} if every model is, {@code DOWN} if every model is, else {@code DEGRADED}
 * @param models each model, by its name, ordered
 */
public record CacheHealth(String group, Status status, Map<String, Model> models) {
    /** How well something works. */
    public enum Status {
        /** As it should. */
        UP,
        /** It answers, but not as it should: by reading through, or with what may be older than it should be. */
        DEGRADED,
        /** It does not answer. */
        DOWN
    }

    /**
     * How one model is.
     *
     * @param model the model's name
     * @param size the rows in memory
     * @param ready whether the initial load is done
     * @param sinceSync how long ago the last sync that succeeded began; {@code null} before the first
     * @param hitRate as {@link CacheStats#hitRate()}
     * @param problems why it is not {@code UP}, a sentence each; empty if it is
     */
    public record Model(
            String model,
            Status status,
            int size,
            boolean ready,
            @Nullable Duration sinceSync,
            double hitRate,
            List<String> problems) {
        /** Copies the list. */
        public Model {
            problems = List.copyOf(problems);
        }
    }
}
