package io.turnkey.spi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What generated snapshots share: immutable copies of collections, in the order of the original and with its null elements, and equality of what holds
 * arrays. A collection that is null stays null.
 */
public final class Snapshots {
    private Snapshots() {}

    /** A copy as an immutable list. */
    public static <T extends @Nullable Object> @Nullable List<T> list(@Nullable Collection<? extends T> elements) {
        return elements == null ? null : Collections.unmodifiableList(new ArrayList<T>(elements));
    }

    /** A copy as an immutable list of what {@code mapper} makes of each element. */
    public static <A, T> @Nullable List<@Nullable T> list(
            @Nullable Collection<? extends @Nullable A> elements, Function<? super A, ? extends @Nullable T> mapper) {
        if (elements == null) {
            return null;
        }
        List<@Nullable T> list = new ArrayList<>(elements.size());
        elements.forEach(element -> list.add(map(element, mapper)));
        return Collections.unmodifiableList(list);
    }

    /** A copy as an immutable set. */
    public static <T extends @Nullable Object> @Nullable Set<T> set(@Nullable Collection<? extends T> elements) {
        return elements == null ? null : Collections.unmodifiableSet(new LinkedHashSet<T>(elements));
    }

    /** A copy as an immutable set of what {@code mapper} makes of each element. */
    public static <A, T> @Nullable Set<@Nullable T> set(
            @Nullable Collection<? extends @Nullable A> elements, Function<? super A, ? extends @Nullable T> mapper) {
        if (elements == null) {
            return null;
        }
        Set<@Nullable T> set = new LinkedHashSet<>();
        elements.forEach(element -> set.add(map(element, mapper)));
        return Collections.unmodifiableSet(set);
    }

    /** A copy as an immutable map. */
    public static <K extends @Nullable Object, V extends @Nullable Object> @Nullable Map<K, V> map(
            @Nullable Map<? extends K, ? extends V> entries) {
        return entries == null ? null : Collections.unmodifiableMap(new LinkedHashMap<K, V>(entries));
    }

    /** A copy as an immutable map of what {@code key} makes of each key and {@code value} of each value. */
    public static <A, B, K, V> @Nullable Map<@Nullable K, @Nullable V> map(
            @Nullable Map<? extends @Nullable A, ? extends @Nullable B> entries,
            Function<? super A, ? extends @Nullable K> key,
            Function<? super B, ? extends @Nullable V> value) {
        if (entries == null) {
            return null;
        }
        Map<@Nullable K, @Nullable V> map = new LinkedHashMap<>();
        entries.forEach((k, v) -> map.put(map(k, key), map(v, value)));
        return Collections.unmodifiableMap(map);
    }

    /** A copy of an array, with what {@code mapper} makes of each element. */
    public static <T> @Nullable T @Nullable [] array(@Nullable T @Nullable [] elements, UnaryOperator<T> mapper) {
        if (elements == null) {
            return null;
        }
        @Nullable T[] array = elements.clone();
        for (int i = 0; i < array.length; i++) {
            array[i] = map(array[i], mapper);
        }
        return array;
    }

    private static <A, T> @Nullable T map(@Nullable A element, Function<? super A, ? extends @Nullable T> mapper) {
        return element == null ? null : mapper.apply(element);
    }

    /** Whether two collections are equal whose elements are arrays. */
    public static boolean equal(@Nullable Collection<?> a, @Nullable Collection<?> b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        if (a instanceof List) {
            return Arrays.deepEquals(a.toArray(), b.toArray());
        }
        return a.size() == b.size()
                && a.stream().allMatch(one -> b.stream().anyMatch(other -> Objects.deepEquals(one, other)));
    }

    /** Whether two maps are equal whose values are arrays. */
    public static boolean equal(@Nullable Map<?, ?> a, @Nullable Map<?, ?> b) {
        if (a == null || b == null) {
            return a == null && b == null;
        }
        return a.keySet().equals(b.keySet())
                && a.entrySet().stream().allMatch(entry -> Objects.deepEquals(entry.getValue(), b.get(entry.getKey())));
    }

    /** The hash code that goes with {@link #equal(Collection, Collection)}. */
    public static int hash(@Nullable Collection<?> elements) {
        return elements == null
                ? 0
                : elements.stream()
                        .mapToInt(element -> Arrays.deepHashCode(new @Nullable Object[] {element}))
                        .sum();
    }

    /** The hash code that goes with {@link #equal(Map, Map)}. */
    public static int hash(@Nullable Map<?, ?> entries) {
        return entries == null ? 0 : entries.keySet().hashCode();
    }
}
