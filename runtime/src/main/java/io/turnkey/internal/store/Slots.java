package io.turnkey.internal.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The array of one part of a {@link KeyTable}, in which each value follows its key. A key stands at its home or, where that is taken, in the next free place behind it. A place that was taken is never free again, and never another
 * key's.
 */
final class Slots {
    /** Of a part that never held a key. */
    static final Object[] NONE = new Object[16];

    private static final int LINE = 16;

    /** In the place of a key that was taken out: who looks for one behind it goes on. */
    private static final Object GONE = new Object();

    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Object[].class);

    private Slots() {}

    static int spread(Object key) {
        return key.hashCode();
    }

    /** Fibonacci hashing: numbers in a row, or at any other distance from each other, are spread evenly by the upper bits. */
    static int group(int hash) {
        return (hash >>> 3) * 0x9E3779B9;
    }

    /** What stands under {@code key}. */
    static <V> @Nullable V find(Object[] slots, Object key, int hash) {
        int place = home(hash, slots.length);
        while (true) {
            Object other = SLOTS.getVolatile(slots, place);
            if (other == null) {
                return null;
            }
            if (isSame(key, other)) {
                return valueAt(slots, place);
            }
            place = next(place, slots.length);
        }
    }

    /** Where {@code key} stands, or else the free place for it. */
    static int placeOf(Object[] slots, Object key, int hash) {
        int place = home(hash, slots.length);
        Object other = slots[place];
        while (other != null && !isSame(key, other)) {
            place = next(place, slots.length);
            other = slots[place];
        }
        return place;
    }

    private static boolean isSame(Object key, Object other) {
        return other == key || (other != GONE && key.equals(other));
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

    /** Changes what stands at a place that is the key's; one writer at a time. */
    static void set(Object[] slots, int place, Object key, @Nullable Object value) {
        SLOTS.setVolatile(slots, place + 1, value);
        // Also where an equal key stands: that belongs to an older row, which it would keep in memory.
        SLOTS.setVolatile(slots, place, value == null ? GONE : key);
    }

    private static int home(int hash, int length) {
        int upper = (group(hash) << KeyTable.PART_BITS) >>> (Integer.numberOfLeadingZeros(length) + 1);
        return (upper ^ ((hash & 7) << 1)) & (length - 2);
    }

    private static int next(int place, int length) {
        int next = place + LINE;
        return next < length ? next : (next + 2) & (LINE - 1);
    }
}
