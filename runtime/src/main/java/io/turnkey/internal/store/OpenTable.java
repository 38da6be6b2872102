package io.turnkey.internal.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * A concurrent hash table by open addressing: no node stands between a place and an entry. It is divided into parts; each has an array, which grows alone, and a {@link Stripe}, under whose lock it is changed. Readers
 * take no lock, ever. The package says why they are right.
 */
abstract class OpenTable<K, S, A> implements Lookup<K, Entry<S>> {
    private static final int PARTS = 64;
    private static final VarHandle ARRAYS = MethodHandles.arrayElementVarHandle(Object[].class);

    /** What holds the places of each part; apart from the stripes, since what writers count there would disturb readers. */
    final Object[] parts = new Object[PARTS];

    /** Keys that found no place near their home, which is next to never by chance: whoever may choose keys can choose many with one hash. A map has trees for these. */
    final ConcurrentHashMap<Object, Entry<S>> overflow = new ConcurrentHashMap<>(1);

    private final Layout<S, A> layout;
    private final A none;
    private final Stripe<K, S, A>[] stripes;

    @SuppressWarnings({"unchecked", "rawtypes"})
    OpenTable(Layout<S, A> layout) {
        this.layout = layout;
        this.none = layout.of(2);
        this.stripes = new Stripe[PARTS];
        for (int part = 0; part < PARTS; part++) {
            stripes[part] = new Stripe<>(layout, parts, part, overflow, none);
        }
    }

    @Override
    public int size() {
        int size = 0;
        for (Stripe<K, S, A> stripe : stripes) {
            size += stripe.size();
        }
        return size;
    }

    /** Lets {@code step} say which entry the key has from now on, {@code null} if none. It runs under the stripe's lock, and may not change this table. */
    @Nullable
    Entry<S> compute(K key, BiFunction<? super K, ? super @Nullable Entry<S>, ? extends @Nullable Entry<S>> step) {
        long number = layout.number(key);
        return stripes[Layout.part(number)].compute(key, number, step);
    }

    /** The same, if it has one. */
    @Nullable
    Entry<S> computeIfPresent(K key, BiFunction<? super K, ? super Entry<S>, ? extends @Nullable Entry<S>> step) {
        return compute(key, (same, present) -> present == null ? null : step.apply(same, present));
    }

    /** Forgets everything, one part after the other. */
    void clear() {
        for (Stripe<K, S, A> stripe : stripes) {
            stripe.clear(none);
        }
    }

    /** How many places there are; for tests. */
    int places() {
        int places = 0;
        for (int part = 0; part < PARTS; part++) {
            places += layout.places(OpenTable.<A>slots(parts, part));
        }
        return places;
    }

    /** What a search in the arrays did not find may be here. */
    final @Nullable Entry<S> inOverflow(Object key) {
        return overflow.isEmpty() ? null : overflow.get(key);
    }

    @SuppressWarnings({"TypeParameterUnusedInFormals", "unchecked"}) // who asks knows the table
    static <A> A slots(Object[] parts, int part) {
        return (A) ARRAYS.getAcquire(parts, part);
    }

    static void slots(Object[] parts, int part, Object slots) {
        ARRAYS.setRelease(parts, part, slots);
    }
}
