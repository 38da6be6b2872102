package io.turnkey.internal.store;

import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The entries by id, in which an entry is its own node. Walkers take no lock, as readers do not. */
public final class EntryTable<ID, S> extends OpenTable<ID, S, Entry<?>[]> {
    /** An empty table. */
    public EntryTable() {
        super(new EntrySlots<>());
    }

    /**
     * The entry of this row. What the compiler learns of the search it learns of all tables in the process, and calls {@code hashCode} and {@code equals} of their ids through a table of methods; where it knows the class it
     * puts them in place, and a number needs neither.
     */
    @Override
    public @Nullable Entry<S> get(ID id) {
        if (id instanceof Long number) {
            return find(number, null, id);
        }
        if (id instanceof String text) {
            return find(text.hashCode(), text, id);
        }
        return find(Entry.number(id), Entry.key(id), id);
    }

    private @Nullable Entry<S> find(long number, @Nullable Object key, Object id) {
        Entry<S> entry = EntrySlots.find(slots(parts, Layout.part(number)), number, key);
        return entry != null ? entry : inOverflow(id);
    }

    /** Calls the consumer, under no lock, once with the entry of each row that is there from the beginning to the end, and perhaps with others. */
    public void forEach(Consumer<? super Entry<S>> consumer) {
        Walk<S> walk = new Walk<>(parts, overflow);
        while (walk.advance()) {
            consumer.accept(walk.entry());
        }
    }

    /** The entries, as {@link #forEach} finds them, as slowly as they are asked for. */
    public Stream<Entry<S>> stream() {
        Walk<S> walk = new Walk<>(parts, overflow);
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
}
