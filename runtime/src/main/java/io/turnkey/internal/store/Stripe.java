package io.turnkey.internal.store;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** How one part of a {@link KeyTable} is changed: under the lock of this, which nobody needs to read it. */
@SuppressWarnings({"NonAtomicVolatileUpdate", "ReferenceEquality"}) // one writer at a time; an array is itself
final class Stripe<K, V> {
    private static final int FEWEST_PLACES = 8;

    private final Object[][] parts;
    private final int part;
    private volatile int size;

    /** How many places hold a key, or held one. */
    private int used;

    Stripe(Object[][] parts, int part) {
        this.parts = parts;
        this.part = part;
        KeyTable.slots(parts, part, Slots.NONE);
    }

    int size() {
        return size;
    }

    synchronized @Nullable V compute(
            K key, int hash, BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> step) {
        Object[] slots = roomy();
        int place = Slots.placeOf(slots, key, hash);
        V old = Slots.valueAt(slots, place);
        V value = step.apply(key, old);
        if (value != old) {
            count(old, value);
            Slots.set(slots, place, key, value);
        }
        return value;
    }

    // What follows runs under the lock.

    private void count(@Nullable V old, @Nullable V value) {
        if (old == null) {
            used++;
            size = size + 1;
        } else if (value == null) {
            size = size - 1;
        }
    }

    /** The array, with a place for one key more. No more than half of the places are taken: searches end at a free one. */
    private Object[] roomy() {
        Object[] slots = KeyTable.slots(parts, part);
        return slots != Slots.NONE && 4 * (used + 1) <= slots.length ? slots : renewed(slots);
    }

    /** Another array, without what is gone, in which no more than a third of the places is taken. The old one stays as it is, for those who are reading it. */
    private Object[] renewed(Object[] old) {
        Object[] slots = Slots.of(Math.max(FEWEST_PLACES, 2 * Integer.highestOneBit(3 * size)));
        for (int from = 0; from < old.length; from += 2) {
            Object key = Slots.keyAt(old, from);
            if (key != null) {
                Slots.set(slots, Slots.placeOf(slots, key, key.hashCode()), key, Slots.valueAt(old, from));
            }
        }
        KeyTable.slots(parts, part, slots);
        used = size;
        return slots;
    }
}
