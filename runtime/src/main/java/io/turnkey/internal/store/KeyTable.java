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
 * A concurrent hash table by open addressing: what is found stands beside its key, with no node between. Its hash divides it into parts; each has an array, which grows alone, and a {@link Stripe}, by whose lock writers take turns. Readers and
 * walkers take no lock, ever. See the package for why they are right.
 */
public final class KeyTable<K, V> {
    static final int PART_BITS = 6;
    private static final VarHandle PARTS = MethodHandles.arrayElementVarHandle(Object[][].class);

    /** Apart from the stripes, which share their cache lines with what writers count. */
    private final Object[][] parts = new Object[1 << PART_BITS][];

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
     * What stands under {@code key}. There are tables of all kinds of keys in a process, so that the compiler would call {@code hashCode} and {@code equals} through a table of methods; where it knows the class it puts them in place.
     */
    public @Nullable V get(Object key) {
        if (key instanceof Long number) {
            return find(number);
        }
        if (key instanceof String text) {
            return find(text);
        }
        return find(key);
    }

    private @Nullable V find(Object key) {
        int hash = Slots.spread(key);
        return Slots.find(part(parts, part(hash)), key, hash);
    }

    /** Whether something stands under {@code key}. */
    public boolean containsKey(Object key) {
        return get(key) != null;
    }

    /** How many keys there are; while others change that, it may be a number that there never were. */
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
        int hash = Slots.spread(key);
        return stripe(hash).compute(key, hash, step);
    }

    /** The same, if something stands there. */
    @Nullable
    V computeIfPresent(K key, BiFunction<? super K, ? super V, ? extends @Nullable V> step) {
        return compute(key, (same, present) -> present == null ? null : step.apply(same, present));
    }

    /** Puts {@code value} there and answers with what stood there. */
    @Nullable
    V put(K key, V value) {
        int hash = Slots.spread(key);
        return stripe(hash).put(key, hash, value);
    }

    /** Puts {@code value} there if nothing stands there; answers whether nothing did. */
    boolean putIfAbsent(K key, V value) {
        int hash = Slots.spread(key);
        return stripe(hash).putIfAbsent(key, hash, value);
    }

    /** Takes {@code value} out, if it is what stands there. */
    void remove(K key, V value) {
        int hash = Slots.spread(key);
        stripe(hash).remove(key, hash, value);
    }

    /** Empties the table, part by part. */
    void clear() {
        for (Stripe<K, V> stripe : stripes) {
            stripe.clear();
        }
    }

    private Stripe<K, V> stripe(int hash) {
        return stripes[part(hash)];
    }

    private static int part(int hash) {
        return Slots.group(hash) >>> (Integer.SIZE - PART_BITS);
    }

    static Object[] part(Object[][] parts, int part) {
        return (Object[]) PARTS.getVolatile(parts, part);
    }

    static void part(Object[][] parts, int part, Object[] array) {
        PARTS.setVolatile(parts, part, array);
    }
}
