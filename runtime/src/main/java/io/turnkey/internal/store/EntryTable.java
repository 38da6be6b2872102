package io.turnkey.internal.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The entries by id: a concurrent hash table by open addressing, in which an entry is its own node. It is divided into parts; each has an array, which grows alone, and a {@link Stripe}, under whose lock it is changed. Readers and walkers
 * take no lock, ever. The package says why they are right.
 */
public final class EntryTable<ID, S> implements Lookup<ID, Entry<S>> {
    private static final VarHandle PARTS = MethodHandles.arrayElementVarHandle(Entry[][].class);

    /** The array of each part; apart from the stripes, since what writers count there would disturb readers. */
    private final Entry<?>[][] parts = new Entry<?>[64][];

    private final Stripe<ID, S>[] stripes;

    /** An empty table. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public EntryTable() {
        stripes = new Stripe[parts.length];
        for (int part = 0; part < parts.length; part++) {
            stripes[part] = new Stripe<>(parts, part);
        }
    }

    /**
     * The entry of this row. What the compiler learns of the search it learns of all tables in the process, and calls {@code hashCode} and {@code equals} of their ids through a table of methods; where it knows the class it
     * puts them in place, and a number needs neither.
     */
    @Override
    public @Nullable Entry<S> get(ID id) {
        if (id instanceof Long number) {
            return find(number, null);
        }
        if (id instanceof String text) {
            return find(text.hashCode(), text);
        }
        return find(Entry.number(id), Entry.key(id));
    }

    private @Nullable Entry<S> find(long number, @Nullable Object key) {
        return Slots.find(slots(parts, Slots.part(number)), number, key);
    }

    @Override
    public int size() {
        int size = 0;
        for (Stripe<ID, S> stripe : stripes) {
            size += stripe.size();
        }
        return size;
    }

    /** Calls the consumer, under no lock, once with the entry of each row that is there from the beginning to the end, and perhaps with others. */
    public void forEach(Consumer<? super Entry<S>> consumer) {
        Walk<S> walk = new Walk<>(parts);
        while (walk.advance()) {
            consumer.accept(walk.entry());
        }
    }

    /** The entries, as {@link #forEach} finds them, as slowly as they are asked for. */
    public Stream<Entry<S>> stream() {
        Walk<S> walk = new Walk<>(parts);
        int nature = Spliterator.CONCURRENT | Spliterator.NONNULL;
        return StreamSupport.stream(
                new AbstractSpliterator<Entry<S>>(Long.MAX_VALUE, nature) {
                    @Override
                    public boolean tryAdvance(Consumer<? super Entry<S>> action) {
                        boolean found = walk.advance();
                        if (found) {
                            action.accept(walk.entry());
                        }
                        return found;
                    }
                },
                false);
    }

    /** Lets {@code step} say which entry the row has from now on, {@code null} if none. It runs under the stripe's lock, and may not change this table. */
    @Nullable
    Entry<S> compute(ID id, BiFunction<? super ID, ? super @Nullable Entry<S>, ? extends @Nullable Entry<S>> step) {
        long number = Entry.number(id);
        return stripes[Slots.part(number)].compute(id, number, Entry.key(id), step);
    }

    /** The same, if it has one. */
    @Nullable
    Entry<S> computeIfPresent(ID id, BiFunction<? super ID, ? super Entry<S>, ? extends @Nullable Entry<S>> step) {
        return compute(id, (same, present) -> present == null ? null : step.apply(same, present));
    }

    /** How many places there are; for tests. */
    int places() {
        int places = 0;
        for (int part = 0; part < parts.length; part++) {
            places += slots(parts, part).length;
        }
        return places;
    }

    static Entry<?>[] slots(Entry<?>[][] parts, int part) {
        return (Entry<?>[]) PARTS.getVolatile(parts, part);
    }

    static void slots(Entry<?>[][] parts, int part, Entry<?>[] slots) {
        PARTS.setVolatile(parts, part, slots);
    }
}
