package io.turnkey.hibernate;

import io.turnkey.spi.Projection;
import io.turnkey.spi.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a tuple becomes a snapshot.
 *
 * @param columns the values of its attributes, in the projection's order
 * @param collections where its collections are among those of all classes, in the projection's order
 */
record RowShape<S>(
        Class<?> entity, List<RowQuery.Column> columns, List<Integer> collections, Function<Row, ? extends S> reader) {
    static <S> RowShape<S> of(
            Projection<? extends S> projection, List<RowQuery.Column> columns, List<Integer> collections) {
        return new RowShape<>(projection.entity(), columns, collections, projection.reader());
    }

    /**
     * The snapshot.
     *
     * @param elements the elements of this row, for each collection of all classes
     */
    S snapshot(@Nullable Object[] tuple, List<List<Row>> elements) {
        @Nullable Object[] values = new Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).value(tuple);
        }
        return reader.apply(new Row(values, collections.isEmpty() ? List.of() : own(elements)));
    }

    private List<List<Row>> own(List<List<Row>> elements) {
        List<List<Row>> own = new ArrayList<>(collections.size());
        for (int collection : collections) {
            own.add(elements.get(collection));
        }
        return own;
    }
}
