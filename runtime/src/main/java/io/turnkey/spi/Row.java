package io.turnkey.spi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was read of one row, or of one element of a collection.
 *
 * @param values the selected attributes, in the order of {@link Projection#attributes()}
 * @param collections the elements of each collection, in the order of {@link Projection#collections()}
 */
@SuppressWarnings("ArrayRecordComponent") // one is made for each row and nobody compares them
public record Row(@Nullable Object[] values, List<List<Row>> collections) {
    /** An element of a collection. */
    public static Row element(@Nullable Object[] values) {
        return new Row(values, List.of());
    }

    /** The value of an attribute; the caller states its type, which the attribute's mapping guarantees. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals", "NullAway"}) // T is nullable where the column is
    public <T extends @Nullable Object> T get(int attribute) {
        return (T) values[attribute];
    }

    /** Whether all of these attributes are null, as those of an embeddable that is null. */
    public boolean allNull(int from, int to) {
        for (int i = from; i < to; i++) {
            if (values[i] != null) {
                return false;
            }
        }
        return true;
    }

    /** A collection as an immutable list, in the order in which it was read. */
    public <T extends @Nullable Object> List<T> list(int collection, Function<Row, T> element) {
        List<T> list = new ArrayList<>();
        collections.get(collection).forEach(row -> list.add(element.apply(row)));
        return Collections.unmodifiableList(list);
    }

    /** A collection as an immutable set, in the order in which it was read. */
    public <T extends @Nullable Object> Set<T> set(int collection, Function<Row, T> element) {
        Set<T> set = new LinkedHashSet<>();
        collections.get(collection).forEach(row -> set.add(element.apply(row)));
        return Collections.unmodifiableSet(set);
    }

    /** A collection as an immutable map, in the order in which it was read. */
    public <K extends @Nullable Object, V extends @Nullable Object> Map<K, V> map(
            int collection, Function<Row, K> key, Function<Row, V> value) {
        Map<K, V> map = new LinkedHashMap<>();
        collections.get(collection).forEach(row -> map.put(key.apply(row), value.apply(row)));
        return Collections.unmodifiableMap(map);
    }
}
