package io.turnkey.spi;

import java.lang.reflect.Array;
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
import java.util.stream.IntStream;
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

    /**
     * A copy of an array, with what {@code mapper} makes of each element.
     *
     * @param type what the copy is: the array that is given may be of a class, like {@code ArrayList}, which copies are not of
     */
    public static <T> @Nullable T @Nullable [] array(
            Class<? super T[]> type, @Nullable T @Nullable [] elements, UnaryOperator<T> mapper) {
        if (elements == null) {
            return null;
        }
        @SuppressWarnings("unchecked") // T[] is this type, or the same with type arguments
        @Nullable
        T[] array = (@Nullable T[]) Array.newInstance(type.getComponentType(), elements.length);
        for (int i = 0; i < array.length; i++) {
            array[i] = map(elements[i], mapper);
        }
        return array;
    }

    private static <A, T> @Nullable T map(@Nullable A element, Function<? super A, ? extends @Nullable T> mapper) {
        return element == null ? null : mapper.apply(element);
    }

    /** Whether two collections, maps or arrays are equal that hold arrays, however deep. */
    public static boolean equal(@Nullable Object a, @Nullable Object b) {
        if (a instanceof List<?> one && b instanceof List<?> other) {
            return equal(one.toArray(), other.toArray());
        }
        if (a instanceof Object[] one && b instanceof Object[] other) {
            return one.length == other.length && IntStream.range(0, one.length).allMatch(i -> equal(one[i], other[i]));
        }
        if (a instanceof Set<?> one && b instanceof Set<?> other) {
            return one.size() == other.size()
                    && one.stream()
                            .allMatch(x -> other.contains(x) || other.stream().anyMatch(y -> equal(x, y)));
        }
        if (a instanceof Map<?, ?> one && b instanceof Map<?, ?> other) {
            return one.keySet().equals(other.keySet())
                    && one.entrySet().stream().allMatch(entry -> equal(entry.getValue(), other.get(entry.getKey())));
        }
        return Objects.deepEquals(a, b);
    }

    /** The hash code that goes with {@link #equal}. */
    public static int hash(@Nullable Object value) {
        if (value instanceof Collection<?> elements) {
            return elements.stream().mapToInt(Snapshots::hash).sum();
        }
        if (value instanceof Object[] elements) {
            return hash(Arrays.asList(elements));
        }
        if (value instanceof Map<?, ?> entries) {
            return entries.keySet().hashCode();
        }
        return Arrays.deepHashCode(new @Nullable Object[] {value});
    }
}
