package io.turnkey.hibernate.write;

import java.util.Map;
import java.util.Set;

/**
 * The keys that a row carried at one moment.
 *
 * @param complete whether each key of the model is known
 * @param names the keys that are known
 * @param values their values by name; a key of which a part is null has none
 */
record KeyValues(boolean complete, Set<String> names, Map<String, Object> values) {
    /** There was no row. */
    static final KeyValues NONE = new KeyValues(true, Set.of(), Map.of());

    /** Nobody knows. */
    static final KeyValues UNKNOWN = new KeyValues(false, Set.of(), Map.of());
}
