package io.turnkey.internal.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * The array of one part of an {@link EntryTable}. An entry stands at its home or, where that is taken, at the next free place behind it. A place that was taken is never free again, and never another row's.
 */
@SuppressWarnings({"ReferenceEquality", "TypeParameterUnusedInFormals"}) // a mark is itself; who asks knows the table
final class Slots {
    /** Of a part that never held an entry; nothing is put here. */
    static final Entry<?>[] NONE = of(8);

    /** In the place of an entry that was taken out: who looks for one behind it goes on. */
    private static final Entry<?> GONE = Entry.of(0L, "gone", 0, 0);

    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Entry[].class);

    /** The golden ratio: see Knuth, The Art of Computer Programming, volume 3, section 6.4, on Fibonacci hashing. */
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private static final int PART_BITS = 6;

    private Slots() {}

    /** An array with so many places, a power of two. */
    static Entry<?>[] of(int places) {
        return new Entry<?>[places];
    }

    /** The part, of 64: numbers in a row are in different ones, so that their writers do not wait for each other. */
    static int part(long number) {
        return (int) ((number * GOLDEN) >>> (Long.SIZE - PART_BITS));
    }

    /** What has this number and, if there is one, this key. */
    @SuppressWarnings("unchecked")
    static <S> @Nullable Entry<S> find(Entry<?>[] slots, long number, @Nullable Object key) {
        int place = home(number, slots.length);
        while (true) {
            Entry<?> entry = at(slots, place);
            if (entry == null || isOf(entry, number, key)) {
                return (Entry<S>) entry;
            }
            place = next(place, slots.length);
        }
    }

    /** Where that stands, or else the free place for it; to be asked by a writer whose turn it is. */
    static int placeOf(Entry<?>[] slots, long number, @Nullable Object key) {
        int place = home(number, slots.length);
        while (slots[place] != null && !isOf(slots[place], number, key)) {
            place = next(place, slots.length);
        }
        return place;
    }

    /** What stands at this place. */
    @SuppressWarnings("unchecked")
    static <S> @Nullable Entry<S> entryAt(Entry<?>[] slots, int place) {
        Entry<?> entry = at(slots, place);
        return entry == GONE ? null : (Entry<S>) entry;
    }

    /** Changes what stands at the row's place, {@code null} if nothing does from now on; for a writer whose turn it is. */
    static void set(Entry<?>[] slots, int place, @Nullable Entry<?> entry) {
        SLOTS.setVolatile(slots, place, entry == null ? GONE : entry);
    }

    private static @Nullable Entry<?> at(Entry<?>[] slots, int place) {
        return (Entry<?>) SLOTS.getVolatile(slots, place);
    }

    private static boolean isOf(Entry<?> entry, long number, @Nullable Object key) {
        return entry.number == number && entry != GONE && (key == null || key.equals(entry.key()));
    }

    /** Numbers in a row, or at any other distance from each other, are spread evenly by the upper bits, of which the uppermost have told the part. */
    private static int home(long number, int length) {
        return (int) (((number * GOLDEN) << PART_BITS) >>> (Long.numberOfLeadingZeros(length) + 1));
    }

    private static int next(int place, int length) {
        return (place + 1) & (length - 1);
    }
}
