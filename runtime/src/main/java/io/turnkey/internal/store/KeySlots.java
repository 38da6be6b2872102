package io.turnkey.internal.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Entries by a unique key: each stands behind its key. Hashes stand apart, so that a search looks at no key but the one that it finds, most of the time, and growth at none. */
@SuppressWarnings({"ReferenceEquality", "TypeParameterUnusedInFormals", "unchecked"
}) // a mark is itself; who asks knows the table
final class KeySlots<S> implements Layout<S, KeySlots.Places> {
    /** In the place of a key that was taken out: who looks for one behind it goes on. */
    private static final Object GONE = new Object();

    private static final VarHandle HASHES = MethodHandles.arrayElementVarHandle(int[].class);
    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Object[].class);

    /** What holds the places: a hash that is 0 says that one is free; it is written last when one is taken. */
    static final class Places {
        private final int[] hashes;
        private final Object[] slots;

        private Places(int places) {
            hashes = new int[places];
            slots = new Object[2 * places];
        }
    }

    /** What stands behind {@code key}, of which this is the {@linkplain #hash hash}. */
    static <S> @Nullable Entry<S> find(Places places, Object key, int hash) {
        int[] hashes = places.hashes;
        int place = Layout.home(hash, hashes.length);
        for (int seen = 0; seen < FARTHEST; seen++) {
            int other = (int) HASHES.getAcquire(hashes, place);
            if (other == 0) {
                return null;
            }
            if (other == hash && isSame(key, SLOTS.getAcquire(places.slots, 2 * place))) {
                return (Entry<S>) SLOTS.getAcquire(places.slots, 2 * place + 1);
            }
            place = (place + 1) & (hashes.length - 1);
        }
        return null;
    }

    /** Never 0. */
    static int hash(int hashCode) {
        return hashCode == 0 ? 1 : hashCode;
    }

    @Override
    public Places of(int places) {
        return new Places(places);
    }

    @Override
    public int places(Places places) {
        return places.hashes.length;
    }

    @Override
    public long number(Object key) {
        return hash(key.hashCode());
    }

    @Override
    public int placeOf(Places places, long number, Object key) {
        int[] hashes = places.hashes;
        int place = Layout.home(number, hashes.length);
        for (int seen = 0; seen < FARTHEST; seen++) {
            if (hashes[place] == 0 || (hashes[place] == number && isSame(key, places.slots[2 * place]))) {
                return place;
            }
            place = (place + 1) & (hashes.length - 1);
        }
        return NOWHERE;
    }

    @Override
    public @Nullable Entry<S> entryAt(Places places, int place) {
        return (Entry<S>) places.slots[2 * place + 1];
    }

    @Override
    public boolean isFree(Places places, int place) {
        return places.hashes[place] == 0;
    }

    @Override
    public void set(Places places, int place, long number, Object key, @Nullable Entry<S> entry) {
        SLOTS.setRelease(places.slots, 2 * place + 1, entry);
        // Also where an equal key stands: that belongs to an older row, which it would keep in memory.
        SLOTS.setRelease(places.slots, 2 * place, entry == null ? GONE : key);
        HASHES.setRelease(places.hashes, place, (int) number);
    }

    @Override
    public void copy(Places places, int place, Places to) {
        int hash = places.hashes[place];
        int free = placeOf(to, hash, places.slots[2 * place]);
        to.hashes[free] = hash;
        to.slots[2 * free] = places.slots[2 * place];
        to.slots[2 * free + 1] = places.slots[2 * place + 1];
    }

    private static boolean isSame(Object key, Object other) {
        return other == key || (other != GONE && key.equals(other));
    }
}
