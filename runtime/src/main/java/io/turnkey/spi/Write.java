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
 * @param touched by each key's name, the values that the row carries now and carried in between, as they are stored, none for a row that is gone; what it carried before may be among them and need not. {@code null}
 *     if it may carry another value of some key than those
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
