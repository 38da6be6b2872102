package io.turnkey.internal.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/** Entries by id: an entry stands alone, since it knows its number, and its id where that is not the number. */
@SuppressWarnings({"ReferenceEquality", "TypeParameterUnusedInFormals", "unchecked"
}) // a mark is itself; who asks knows the table
final class EntrySlots<S> implements Layout<S, Entry<?>[]> {
    /** In the place of an entry that was taken out: who looks for one behind it goes on. */
    private static final Entry<?> GONE = Entry.of(0L, "gone", 0, 0);

    private static final VarHandle SLOTS = MethodHandles.arrayElementVarHandle(Entry[].class);

    /** What has this number and, if there is one, this id. */
    static <S> @Nullable Entry<S> find(Entry<?>[] slots, long number, @Nullable Object id) {
        int place = Layout.home(number, slots.length);
        for (int seen = 0; seen < FARTHEST; seen++) {
            Entry<?> entry = (Entry<?>) SLOTS.getAcquire(slots, place);
            if (entry == null || isOf(entry, number, id)) {
                return (Entry<S>) entry;
            }
            place = (place + 1) & (slots.length - 1);
        }
        return null;
    }

    /** What stands at the place, for everybody. */
    static <S> @Nullable Entry<S> entry(Entry<?>[] slots, int place) {
        Entry<?> entry = (Entry<?>) SLOTS.getAcquire(slots, place);
        return entry == GONE ? null : (Entry<S>) entry;
    }

    @Override
    public Entry<?>[] of(int places) {
        return new Entry<?>[places];
    }

    @Override
    public int places(Entry<?>[] slots) {
        return slots.length;
    }

    @Override
    public long number(Object id) {
        return Entry.number(id);
    }

    @Override
    public int placeOf(Entry<?>[] slots, long number, Object key) {
        return search(slots, number, Entry.key(key));
    }

    @Override
    public @Nullable Entry<S> entryAt(Entry<?>[] slots, int place) {
        return entry(slots, place);
    }

    @Override
    public boolean isFree(Entry<?>[] slots, int place) {
        return slots[place] == null;
    }

    @Override
    public void set(Entry<?>[] slots, int place, long number, Object key, @Nullable Entry<S> entry) {
        SLOTS.setRelease(slots, place, entry == null ? GONE : entry);
    }

    @Override
    public void copy(Entry<?>[] slots, int place, Entry<?>[] to) {
        Entry<?> entry = slots[place];
        to[search(to, entry.number, entry.key())] = entry;
    }

    private static int search(Entry<?>[] slots, long number, @Nullable Object id) {
        int place = Layout.home(number, slots.length);
        for (int seen = 0; seen < FARTHEST; seen++) {
            if (slots[place] == null || isOf(slots[place], number, id)) {
                return place;
            }
            place = (place + 1) & (slots.length - 1);
        }
        return NOWHERE;
    }

    private static boolean isOf(Entry<?> entry, long number, @Nullable Object id) {
        return entry.number == number && entry != GONE && (id == null || id.equals(entry.key()));
    }
}
