package io.turnkey.internal.store;

import org.jspecify.annotations.Nullable;

/**
 * A way through a {@link KeyTable} under no lock: through the array that each part has when it is reached. That one still tells every key that stays, once, when another has taken its place.
 */
final class Walk<K, V> {
    private final Object[][] parts;
    private int part = -1;
    private Object[] slots = Slots.NONE;
    private int place;
    private @Nullable K key;
    private @Nullable V value;

    Walk(Object[][] parts) {
        this.parts = parts;
    }

    /** Goes on to the next key; answers whether there is one. */
    boolean advance() {
        do {
            place += 2;
            while (place >= slots.length) {
                if (++part == parts.length) {
                    part--;
                    return false;
                }
                slots = KeyTable.part(parts, part);
                place = 0;
            }
            key = Slots.keyAt(slots, place);
            value = key == null ? null : valueOf(key);
        } while (value == null);
        return true;
    }

    private @Nullable V valueOf(K key) {
        Object[] now = KeyTable.part(parts, part);
        return now == slots ? Slots.valueAt(slots, place) : Slots.find(now, key, Slots.spread(key));
    }

    /** Where it is. */
    K key() {
        if (key == null) {
            throw new IllegalStateException("It is nowhere");
        }
        return key;
    }

    /** What stands there. */
    V value() {
        if (value == null) {
            throw new IllegalStateException("Nothing stands there");
        }
        return value;
    }
}
