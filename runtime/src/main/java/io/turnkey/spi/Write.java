package io.turnkey.spi;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction did to one row, all its statements together.
 *
 * @param <ID> the id
 * @param id the row
 * @param kind what became of it
 * @param touched by each key's name, the values that the row carried before, in between and after; {@code null} if that is not known for every key
 * @param keys by each key's name, the value that the row carries now, or carried before it was deleted; as far as known, for events
 */
public record Write<ID>(ID id, Kind kind, @Nullable Map<String, Set<Object>> touched, Map<String, Object> keys) {
    /** What became of a row. */
    public enum Kind {
        /** It is new. */
        INSERT,
        /** It was there, or may have been. */
        UPDATE,
        /** It is gone. */
        DELETE,
        /** It was inserted and deleted again. */
        NONE
    }
}
