package io.turnkey.internal.store;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** How one part of an {@link EntryTable} is changed: under the lock of this, which nobody needs to read it. */
@SuppressWarnings({"NonAtomicVolatileUpdate", "ReferenceEquality"}) // one writer at a time; an array is itself
final class Stripe<ID, S> {
    private static final int FEWEST_PLACES = 8;

    private final Entry<?>[][] parts;
    private final int part;
    private volatile int size;

    /** How many places hold an entry, or held one. */
    private int used;

    Stripe(Entry<?>[][] parts, int part) {
        this.parts = parts;
        this.part = part;
        EntryTable.slots(parts, part, Slots.NONE);
    }

    int size() {
        return size;
    }

    synchronized @Nullable Entry<S> compute(
            ID id,
            long number,
            @Nullable Object key,
            BiFunction<? super ID, ? super @Nullable Entry<S>, ? extends @Nullable Entry<S>> step) {
        Entry<?>[] slots = roomy();
        int place = Slots.placeOf(slots, number, key);
        Entry<S> old = Slots.entryAt(slots, place);
        Entry<S> entry = step.apply(id, old);
        if (entry != old) {
            count(old, entry);
            Slots.set(slots, place, entry);
        }
        return entry;
    }

    // What follows runs under the lock.

    private void count(@Nullable Entry<S> old, @Nullable Entry<S> entry) {
        if (old == null) {
            used++;
            size = size + 1;
        } else if (entry == null) {
            size = size - 1;
        }
    }

    /** The array, with a place for one entry more. No more than half of the places are taken: searches end at a free one. */
    private Entry<?>[] roomy() {
        Entry<?>[] slots = EntryTable.slots(parts, part);
        return slots != Slots.NONE && 2 * (used + 1) <= slots.length ? slots : renewed(slots);
    }

    /** Another array, without what is gone, in which no more than a third of the places is taken. The old one stays as it is, for those who are reading it. */
    private Entry<?>[] renewed(Entry<?>[] old) {
        Entry<?>[] slots = Slots.of(Math.max(FEWEST_PLACES, 2 * Integer.highestOneBit(3 * size)));
        for (int from = 0; from < old.length; from++) {
            Entry<S> entry = Slots.entryAt(old, from);
            if (entry != null) {
                Slots.set(slots, Slots.placeOf(slots, entry.number, entry.key()), entry);
            }
        }
        EntryTable.slots(parts, part, slots);
        used = size;
        return slots;
    }
}
