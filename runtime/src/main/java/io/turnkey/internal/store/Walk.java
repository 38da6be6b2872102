package io.turnkey.internal.store;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A way through an {@link EntryTable} under no lock: through the array that each part has when it is reached. That one tells every row that stays, once, even when another has taken its place.
 */
final class Walk<S> {
    private final Entry<?>[][] parts;
    private Entry<?>[] slots = Slots.NONE;
    private int part = -1;
    private int place = slots.length;
    private @Nullable Entry<S> entry;

    Walk(Entry<?>[][] parts) {
        this.parts = parts;
    }

    /** Goes on to the next entry; answers whether there is one. */
    boolean advance() {
        do {
            place++;
            if (place >= slots.length) {
                if (part + 1 == parts.length) {
                    return false;
                }
                part++;
                slots = EntryTable.slots(parts, part);
                place = 0;
            }
            entry = current(Slots.entryAt(slots, place));
        } while (entry == null);
        return true;
    }

    @SuppressWarnings("ReferenceEquality") // whether it is still this array
    private @Nullable Entry<S> current(@Nullable Entry<S> seen) {
        Entry<?>[] now = EntryTable.slots(parts, part);
        return seen == null || now == slots ? seen : Slots.find(now, seen.number, seen.key());
    }

    /** Where it is. */
    Entry<S> entry() {
        return Objects.requireNonNull(entry);
    }
}
