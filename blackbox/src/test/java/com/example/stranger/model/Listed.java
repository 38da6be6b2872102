package com.example.stranger.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The generated methods of a key that is not unique.
 *
 * @param name what tools call it
 * @param of a row's value, or null
 */
public record Listed<C, S, K>(
        String name,
        Function<S, K> of,
        BiFunction<C, K, List<S>> list,
        BiFunction<C, Collection<K>, Map<K, List<S>>> listMany,
        BiPredicate<C, K> isCached,
        BiConsumer<C, K> invalidate,
        Consumer<C> clear) {}
