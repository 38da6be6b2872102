package io.turnkey.internal.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The array of one part of a {@link KeyTable}, in which each value follows its key. Lines of eight places fill a cache line each. A key stands at its home or, where that is taken, at the next free place on its way. A place that was
 * taken is never free again, and never another key's.
 */
@SuppressWarnings({"ReferenceEquality", "TypeParameterUnusedInFormals"}) // a mark is itself; who asks knows the table
final class Slots {
    /** Of a part that never held a key; nothing is put here. */
    static final Object[] NONE = of(8);

    /** In the place of a key that was taken out: who looks for one behind it goes on. */
    private static final Object GONE = new Object();

    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Object[].class);
    private static final int LINE = 16;

    private Slots() {}

    /** An array with so many places, a power of two. */
    static Object[] of(int places) {
        return new Object[2 * places];
    }

    /** The part, of 64: eight numbers in a row are in eight of them, so that their writers do not wait for each other. */
    static int part(int hash) {
        return (hash & 7) << 3 | mix(hash) >>> (Integer.SIZE - 3);
    }

    /** Fibonacci hashing: numbers in a row, or at any other distance from each other, are spread evenly by the upper bits. */
    private static int mix(int hash) {
        return (hash >>> 6) * 0x9E3779B9;
    }

    /** What stands under {@code key}. */
    static <V> @Nullable V find(Object[] slots, Object key, int hash) {
        for (int place = home(hash, slots.length); ; place = next(place, slots.length)) {
            Object other = SLOTS.getVolatile(slots, place);
            if (other == null) {
                return null;
            }
            if (isSame(key, other)) {
                return valueAt(slots, place);
            }
        }
    }

    @SuppressWarnings("unchecked")
    static <K> @Nullable K keyAt(Object[] slots, int place) {
        Object key = SLOTS.getVolatile(slots, place);
        return key == GONE ? null : (K) key;
    }

    @SuppressWarnings("unchecked")
    static <V> @Nullable V valueAt(Object[] slots, int place) {
        return (V) SLOTS.getVolatile(slots, place + 1);
    }

    /** Where {@code key} stands, or else the free place for it; to be asked by a writer whose turn it is. */
    static int placeOf(Object[] slots, Object key, int hash) {
        int place = home(hash, slots.length);
        while (slots[place] != null && !isSame(key, slots[place])) {
            place = next(place, slots.length);
        }
        return place;
    }

    /** Changes what stands at the place that is the key's, {@code null} if nothing does from now on; for a writer whose turn it is. */
    static void set(Object[] slots, int place, Object key, @Nullable Object value) {
        SLOTS.setVolatile(slots, place + 1, value);
        // Also where an equal key stands: that belongs to an older row, which it would keep in memory.
        SLOTS.setVolatile(slots, place, value == null ? GONE : key);
    }

    private static boolean isSame(Object key, Object other) {
        return other == key || (other != GONE && key.equals(other));
    }

    /** Those of 64 numbers in a row that are in one part share a line, each with a place of its own. */
    private static int home(int hash, int length) {
        // The uppermost bits have told the part.
        int upper = (mix(hash) << 3) >>> (Integer.numberOfLeadingZeros(length) + 1);
        return (upper ^ (hash >>> 2 & 14)) & (length - 2);
    }

    /** The same place in the next line, so that two lines that collide do so once; behind the last one the next place in the first. */
    private static int next(int place, int length) {
        int next = place + LINE;
        return next < length ? next : (next + 2) & (LINE - 1);
    }
}
