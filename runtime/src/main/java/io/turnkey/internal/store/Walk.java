package io.turnkey.internal.store;

import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A way through an {@link EntryTable} under no lock: through the array that each part has when it is reached, and then what found no place. An array tells every row that stays, once, even when another has taken its place.
 */
final class Walk<S> {
    private final Object[] parts;
    private final Map<Object, Entry<S>> overflow;
    private Entry<?>[] slots = new Entry<?>[0];
    private int part = -1;
    private int place;
    private @Nullable Iterator<Entry<S>> rest;
    private @Nullable Entry<S> entry;

    Walk(Object[] parts, Map<Object, Entry<S>> overflow) {
        this.parts = parts;
        this.overflow = overflow;
    }

    /** Goes on to the next entry; answers whether there is one. */
    boolean advance() {
        do {
            if (place < slots.length) {
                entry = current(EntrySlots.entry(slots, place));
                place++;
            } else if (part + 1 < parts.length) {
                part++;
                slots = OpenTable.slots(parts, part);
                place = 0;
                entry = null;
            } else {
                entry = next();
                return entry != null;
            }
        } while (entry == null);
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // whether it is still this array
    private @Nullable Entry<S> current(@Nullable Entry<S> seen) {
        Entry<?>[] now = OpenTable.slots(parts, part);
        return seen == null || now == slots ? seen : EntrySlots.find(now, seen.number, seen.key());
    }

    private @Nullable Entry<S> next() {
        if (rest == null) {
            rest = overflow.values().iterator();
        }
        return rest.hasNext() ? rest.next() : null;
    }

    /** Where it is. */
    Entry<S> entry() {
        return Objects.requireNonNull(entry);
    }
}
