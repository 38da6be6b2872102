package io.turnkey.internal.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Spliterator;
import java.util.Spliterators.AbstractSpliterator;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A concurrent hash table by open addressing: what is found stands beside its key, with no node between. Its hash divides it into parts; each has an array, which grows alone, and a {@link Stripe}, under whose lock it is changed. Readers and walkers
 * take no lock, ever. The package says why they are right.
 */
public final class KeyTable<K, V> implements Lookup<K, V> {
    private static final VarHandle PARTS = MethodHandles.arrayElementVarHandle(Object[][].class);

    /** The array of each part; apart from the stripes, since what writers count there would disturb readers. */
    private final Object[][] parts = new Object[64][];

    private final Stripe<K, V>[] stripes;

    /** An empty table. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public KeyTable() {
        stripes = new Stripe[parts.length];
        for (int part = 0; part < parts.length; part++) {
            stripes[part] = new Stripe<>(parts, part);
        }
    }

    /**
     * What stands under {@code key}. What the compiler learns of the search it learns of all tables in the process, and calls {@code hashCode} and {@code equals} of their keys through a table of methods; where it knows the class it
     * puts them in place.
     */
    @Override
    public @Nullable V get(K key) {
        if (key instanceof Long number) {
            return find(number);
        }
        if (key instanceof String text) {
            return find(text);
        }
        return find(key);
    }

    private @Nullable V find(Object key) {
        int hash = key.hashCode();
        return Slots.find(slots(parts, Slots.part(hash)), key, hash);
    }

    @Override
    public int size() {
        int size = 0;
        for (Stripe<K, V> stripe : stripes) {
            size += stripe.size();
        }
        return size;
    }

    /** Calls the consumer, under no lock, once with each key that is there from the beginning to the end, and perhaps with others. */
    public void forEach(BiConsumer<? super K, ? super V> consumer) {
        Walk<K, V> walk = new Walk<>(parts);
        while (walk.advance()) {
            consumer.accept(walk.key(), walk.value());
        }
    }

    /** The keys, as {@link #forEach} finds them, as slowly as they are asked for. */
    public Stream<K> keys() {
        return stream(Walk::key);
    }

    /** What stands under the keys, in the same way. */
    public Stream<V> values() {
        return stream(Walk::value);
    }

    private <T> Stream<T> stream(Function<Walk<K, V>, T> what) {
        Walk<K, V> walk = new Walk<>(parts);
        int nature = Spliterator.CONCURRENT | Spliterator.NONNULL;
        return StreamSupport.stream(
                new AbstractSpliterator<T>(Long.MAX_VALUE, nature) {
                    @Override
                    public boolean tryAdvance(Consumer<? super T> action) {
                        boolean found = walk.advance();
                        if (found) {
                            action.accept(what.apply(walk));
                        }
                        return found;
                    }
                },
                false);
    }

    /** Lets {@code step} say what stands under {@code key} from now on, {@code null} if nothing does. It runs under the stripe's lock, and may not change this table. */
    @Nullable
    V compute(K key, BiFunction<? super K, ? super @Nullable V, ? extends @Nullable V> step) {
        int hash = key.hashCode();
        return stripes[Slots.part(hash)].compute(key, hash, step);
    }

    /** The same, if something stands there. */
    @Nullable
    V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends @Nullable V> step) {
        return compute(key, (same, present) -> present == null ? null : step.apply(same, present));
    }

    /** How many places there are; for tests. */
    int places() {
        int places = 0;
        for (int part = 0; part < parts.length; part++) {
            places += slots(parts, part).length / 2;
        }
        return places;
    }

    static Object[] slots(Object[][] parts, int part) {
        return (Object[]) PARTS.getVolatile(parts, part);
    }

    static void slots(Object[][] parts, int part, Object[] slots) {
        PARTS.setVolatile(parts, part, slots);
    }
}
