package io.turnkey.hibernate.write;

import io.turnkey.spi.Write;
import io.turnkey.spi.Write.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the statements of a transaction did to one row, one after the other. Until a statement on the row itself is added, only its collections were written. What came of a
 * savepoint that was rolled back is in it too: its kind is a claim, its values are more than there were.
 */
final class RowWrite<ID> {
    private final ID id;
    private final Map<String, Set<Object>> touched = new HashMap<>();
    private Map<String, Object> keys = Map.of();
    private boolean stated;
    private boolean complete = true;
    private boolean inserted;
    private boolean deleted;

    RowWrite(ID id) {
        this.id = id;
    }

    /** A statement on the row. What the row carried before it need not be known, only what it left. */
    void add(Kind kind, KeyValues before, KeyValues after) {
        if (!stated) {
            stated = true;
            inserted = kind == Kind.INSERT;
        }
        complete &= after.complete();
        deleted = kind == Kind.DELETE;
        touch(before);
        touch(after);
        if (!deleted) {
            keys = after.values();
        } else if (!before.values().isEmpty()) {
            keys = before.values();
        }
    }

    /** All of it. */
    Write<ID> merged() {
        return new Write<>(id, kind(), complete ? touched : null, keys);
    }

    private Kind kind() {
        if (inserted) {
            return deleted ? Kind.NONE : Kind.INSERT;
        }
        return deleted ? Kind.DELETE : Kind.UPDATE;
    }

    private void touch(KeyValues carried) {
        carried.names().forEach(name -> touched.computeIfAbsent(name, key -> new HashSet<>()));
        carried.values()
                .forEach((name, value) ->
                        touched.computeIfAbsent(name, key -> new HashSet<>()).add(value));
    }
}
