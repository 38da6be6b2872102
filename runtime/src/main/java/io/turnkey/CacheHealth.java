package io.turnkey;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a group is, for a health endpoint; an immutable copy. Later versions tell more: read it by its accessors.
 *
 * @param group the group's name
 * @param status the group's: {@code UP} if every model is and Redis, if it is used, is connected; {@code DOWN} if every model is, or the group is closed; else {@code DEGRADED}
 * @param models each model, by its name, ordered
 * @param redis Redis; {@code null} if it is not used
 */
public record CacheHealth(
        String group,
        Status status,
        Map<String, Model> models,
        @Nullable Redis redis) {
    /** How well something works. */
    public enum Status {
        /** As it should: the model is ready, hears of writes, and its last sync succeeded. One that {@code enabled = false} turned off is as it should be. */
        UP,
        /**
         * It answers, but not as it should: by reading through, since it is not ready or is bypassed, or with what may be older than it should be, since the last sync failed (that of a table kept whole by {@code load = FULL} also because it has
         * outgrown {@code maxSize}) or the hooks into Hibernate are detached; or it has what is in memory only, since a read of the database failed within the last minute and none succeeded since.
         */
        DEGRADED,
        /** It does not answer: it is closed, or would have to read through (see above) and the last read of rows failed. Initial loads and syncs do not count: they fail also where a row can be read. */
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
     * @param problems why it is not {@code UP}, each what, since when, why, and what is done about it; empty if it is. Causes are shortened, and what looks like a password, or may be a row's value, is left out of
     *     them: the whole exception is in the log and in {@link CacheEvent.Failed}
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

    /**
     * How Redis is.
     *
     * @param connected whether other nodes' writes are heard, and copies of rows can be had
     * @param undelivered of how many rows the writes have not been told to the other nodes for certain; everything of a model counts as one. Some are, for a moment, wherever there are writes; while Redis is not connected
     *     they wait
     * @param problems why it is not connected, as those of a model; empty if it is
     */
    public record Redis(boolean connected, int undelivered, List<String> problems) {
        /** Copies the list. */
        public Redis {
            problems = List.copyOf(problems);
        }
    }
}
