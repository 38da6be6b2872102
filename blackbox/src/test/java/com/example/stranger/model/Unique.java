package com.example.stranger.model;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The generated methods of a unique key.
 *
 * @param name what tools call it
 * @param of a row's value, or null
 */
public record Unique<C, S, K>(
        String name,
        Function<S, K> of,
        BiFunction<C, K, Optional<S>> get,
        BiFunction<C, Collection<K>, Map<K, S>> getMany,
        BiFunction<C, K, Optional<S>> peek,
        BiPredicate<C, K> isCached,
        BiConsumer<C, K> invalidate,
        Consumer<C> clear) {}
