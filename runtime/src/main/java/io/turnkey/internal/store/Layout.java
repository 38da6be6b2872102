package io.turnkey.internal.store;

import org.jspecify.annotations.Nullable;

/**
 * What the places of a part of an {@link OpenTable} look like, and how they are found. A key stands at its home or, where that is taken, at the next free place behind it. A place that was taken is never free again, and never
 * another key's. Only a writer whose turn it is calls what is here; readers have a search of their own, so that the compiler puts it in place.
 *
 * @param <A> what holds the places
 */
interface Layout<S, A> {
    /** Places that are searched. Where half of them are taken, chance does not bring together so many keys. */
    int FARTHEST = 128;

    /** Instead of a place. */
    int NOWHERE = -1;

    /** So many free places, a power of two from 2 on. */
    A of(int places);

    /** How many places there are. */
    int places(A slots);

    /** What a key is looked for by. */
    long number(Object key);

    /** The place of the key or else the free one that it would take; {@link #NOWHERE} if too many others are in its way. */
    int placeOf(A slots, long number, Object key);

    /** What stands at the place. */
    @Nullable
    Entry<S> entryAt(A slots, int place);

    /** Whether the place was never taken. */
    boolean isFree(A slots, int place);

    /** Changes what stands at the place that is the key's, {@code null} if nothing does from now on. */
    void set(A slots, int place, long number, Object key, @Nullable Entry<S> entry);

    /** Puts what stands at this place among other places too, of which one is free for it. */
    void copy(A slots, int place, A to);

    /** The part of the table, of 64: numbers in a row are in different ones, so that their writers do not wait for each other. */
    static int part(long number) {
        return (int) (spread(number) >>> (Long.SIZE - 6));
    }

    /** Where the search begins: numbers in a row, or at any other distance from each other, are spread evenly by the upper bits, of which the uppermost have told the part. */
    static int home(long number, int places) {
        return (int) ((spread(number) << 6) >>> (Long.numberOfLeadingZeros(places) + 1));
    }

    /** Fibonacci hashing: Knuth, The Art of Computer Programming, volume 3, section 6.4. */
    private static long spread(long number) {
        return number * 0x9E3779B97F4A7C15L;
    }
}
