package io.turnkey.internal.store;

import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** How one part of a {@link KeyTable} is changed: under the lock of this, which nobody needs to read it. */
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
        KeyTable.part(parts, part, Slots.NONE);
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
            set(slots, place, key, value);
        }
        return value;
    }

    synchronized @Nullable V put(K key, int hash, V value) {
        Object[] slots = roomy();
        int place = Slots.placeOf(slots, key, hash);
        V old = Slots.valueAt(slots, place);
        set(slots, place, key, value);
        return old;
    }

    synchronized boolean putIfAbsent(K key, int hash, V value) {
        Object[] slots = roomy();
        int place = Slots.placeOf(slots, key, hash);
        boolean absent = Slots.valueAt(slots, place) == null;
        if (absent) {
            set(slots, place, key, value);
        }
        return absent;
    }

    synchronized void remove(K key, int hash, V value) {
        Object[] slots = KeyTable.part(parts, part);
        int place = Slots.placeOf(slots, key, hash);
        if (Slots.valueAt(slots, place) == value) {
            set(slots, place, key, null);
        }
    }

    synchronized void clear() {
        KeyTable.part(parts, part, Slots.NONE);
        size = 0;
        used = 0;
    }

    // What follows runs under the lock.

    private void set(Object[] slots, int place, K key, @Nullable V value) {
        if (Slots.keyAt(slots, place) == null) {
            used++;
            size = size + 1;
        } else if (value == null) {
            size = size - 1;
        }
        Slots.set(slots, place, key, value);
    }

    /** The array, with a place for one key more; another one if that would take more than three places of five, since searches end at a free one. */
    private Object[] roomy() {
        Object[] slots = KeyTable.part(parts, part);
        return slots != Slots.NONE && 10 * (used + 1) <= 3 * slots.length ? slots : renew(slots);
    }

    /** An array without what is gone; of its places two of five are taken at most, and one of five at least, unless it is tiny. */
    private Object[] renew(Object[] old) {
        int places = Math.max(FEWEST_PLACES, 2 * Integer.highestOneBit(5 * size / 2));
        Object[] slots = new Object[2 * places];
        for (int from = 0; from < old.length; from += 2) {
            Object key = Slots.keyAt(old, from);
            if (key != null) {
                int to = Slots.placeOf(slots, key, Slots.spread(key));
                slots[to] = key;
                slots[to + 1] = old[from + 1];
            }
        }
        KeyTable.part(parts, part, slots);
        used = size;
        return slots;
    }
}
