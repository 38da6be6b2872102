package io.turnkey.benchmarks.data;

import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.LoadContext;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A table in memory, so that nothing but a cache is measured; its rows are found by their id. */
public final class Table<S> implements EntitySource<S> {
    private final LongFunction<@Nullable S> rows;
    private long reads;

    /** A table of these rows. */
    public Table(LongFunction<@Nullable S> rows) {
        this.rows = rows;
    }

    /** How many rows were read; only right if one thread reads. */
    public long reads() {
        return reads;
    }

    @Override
    public <K> List<S> read(KeyModel<S, K> key, Collection<? extends K> values, int limit, LoadContext context) {
        context.connected();
        reads += values.size();
        if (values.size() == 1) {
            S row = rows.apply((Long) values.iterator().next());
            return row == null ? List.of() : List.of(row);
        }
        Stream<@Nullable S> found = values.stream().map(value -> rows.apply((Long) value));
        return found.filter(Objects::nonNull).toList();
    }

    @Override
    public void readAll(int limit, Consumer<? super S> sink, LoadContext context) {
        throw new UnsupportedOperationException("Rows are read one by one");
    }
}
