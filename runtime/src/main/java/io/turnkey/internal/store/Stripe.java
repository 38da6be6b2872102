package io.turnkey.internal.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** How one part of an {@link OpenTable} is changed: under the lock of this, which nobody needs to read it. */
final class Stripe<K, S, A> {
    private static final int FEWEST_PLACES = 8;
    private static final VarHandle SIZE;

    static {
        try {
            SIZE = MethodHandles.lookup().findVarHandle(Stripe.class, "size", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Layout<S, A> layout;
    private final Object[] parts;
    private final int part;
    private final ConcurrentHashMap<Object, Entry<S>> overflow;

    /** How many entries there are; written under the lock, read by anybody. */
    private int size;

    /** How many places hold a key, or held one. */
    private int used;

    /** An empty one; {@code none} has two places and is nobody's. */
    Stripe(Layout<S, A> layout, Object[] parts, int part, ConcurrentHashMap<Object, Entry<S>> overflow, A none) {
        this.layout = layout;
        this.parts = parts;
        this.part = part;
        this.overflow = overflow;
        OpenTable.slots(parts, part, none);
    }

    /** How many entries there are. */
    int size() {
        return (int) SIZE.getOpaque(this);
    }

    synchronized @Nullable Entry<S> compute(
            K key, long number, BiFunction<? super K, ? super @Nullable Entry<S>, ? extends @Nullable Entry<S>> step) {
        if (!overflow.isEmpty() && overflow.containsKey(key)) {
            return computeInOverflow(key, step);
        }
        A slots = roomy();
        int place = layout.placeOf(slots, number, key);
        if (place == Layout.NOWHERE) {
            return computeInOverflow(key, step);
        }
        Entry<S> old = layout.entryAt(slots, place);
        Entry<S> entry = step.apply(key, old);
        if (entry != old) {
            used += old == null ? 1 : 0;
            count(old, entry);
            layout.set(slots, place, number, key, entry);
        }
        return entry;
    }

    /** Forgets everything. */
    synchronized void clear(A none) {
        overflow.keySet().removeIf(key -> Layout.part(layout.number(key)) == part);
        OpenTable.slots(parts, part, none);
        used = 0;
        SIZE.setOpaque(this, 0);
    }

    // What follows runs under the lock.

    private @Nullable Entry<S> computeInOverflow(
            K key, BiFunction<? super K, ? super @Nullable Entry<S>, ? extends @Nullable Entry<S>> step) {
        Entry<S> old = overflow.get(key);
        Entry<S> entry = step.apply(key, old);
        count(old, entry);
        if (entry != null) {
            overflow.put(key, entry);
        } else if (old != null) {
            overflow.remove(key);
        }
        return entry;
    }

    private void count(@Nullable Entry<S> old, @Nullable Entry<S> entry) {
        SIZE.setOpaque(this, size + (entry == null ? 0 : 1) - (old == null ? 0 : 1));
    }

    /** The array, with a place for one key more. Less than half of the places are taken: searches end at a free one. */
    private A roomy() {
        A slots = OpenTable.slots(parts, part);
        return 2 * (used + 1) < layout.places(slots) ? slots : renewed(slots);
    }

    /**
     * Another array, without what is gone, in which no more than a third of the places is taken. The old one stays as it is, for those who are reading it.
     *
     * <p>What had a place near its home has one there, too: it has no fewer places, and all go there in the order of their places, from a free one on. So who is in the way of an entry there was so before.
     */
    private A renewed(A old) {
        int places = layout.places(old);
        A slots = layout.of(Math.max(places, Math.max(FEWEST_PLACES, 2 * Integer.highestOneBit(3 * size))));
        int free = 0;
        while (!layout.isFree(old, free)) {
            free++;
        }
        int copied = 0;
        for (int behind = 1; behind < places; behind++) {
            int place = (free + behind) & (places - 1);
            if (layout.entryAt(old, place) != null) {
                layout.copy(old, place, slots);
                copied++;
            }
        }
        OpenTable.slots(parts, part, slots);
        used = copied;
        return slots;
    }
}
