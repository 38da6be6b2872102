package io.turnkey.internal.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A way through a {@link KeyTable} under no lock: through the array that each part has when it is reached. That one tells every key that stays, once, even when another has taken its place.
 */
final class Walk<K, V> {
    private final Object[][] parts;
    private Object[] slots = Slots.NONE;
    private int part = -1;
    private int place = slots.length;
    private @Nullable K key;
    private @Nullable V value;

    Walk(Object[][] parts) {
        this.parts = parts;
    }

    /** Goes on to the next key; answers whether there is one. */
    boolean advance() {
        do {
            place += 2;
            if (place >= slots.length) {
                if (part + 1 == parts.length) {
                    return false;
                }
                part++;
                slots = KeyTable.slots(parts, part);
                place = 0;
            }
            key = Slots.keyAt(slots, place);
            value = key == null ? null : valueOf(key);
        } while (value == null);
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // whether it is still this array
    private @Nullable V valueOf(K key) {
        Object[] now = KeyTable.slots(parts, part);
        return now == slots ? Slots.valueAt(slots, place) : Slots.find(now, key, key.hashCode());
    }

    /** Where it is. */
    K key() {
        return Objects.requireNonNull(key);
    }

    /** What stands there. */
    V value() {
        return Objects.requireNonNull(value);
    }
}
