package io.turnkey.internal.engine;

import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.LoadContext;
import io.turnkey.spi.SyncPoint;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Rows that were given: a table in memory, with its unique constraints. */
final class MemorySource<S, ID> implements EntitySource<S> {
    private static final SyncPoint ANY_TIME = new SyncPoint() {};

    private final EntityModel<?, S, ID> model;
    private final Map<ID, S> rows = new LinkedHashMap<>();

    MemorySource(EntityModel<?, S, ID> model) {
        this.model = model;
    }

    /** Inserts or replaces a row and answers with the one that it replaced. */
    synchronized @Nullable S put(ID id, S row) {
        for (KeyModel<S, ?> key : model.keys()) {
            Object value = key.unique() ? key.of().apply(row) : null;
            if (value != null && isTaken(key, value, id)) {
                throw new IllegalArgumentException(
                        "Another row of " + model + " has the same value of its unique key '" + key.name() + "'");
            }
        }
        return rows.put(id, row);
    }

    private boolean isTaken(KeyModel<S, ?> key, Object value, ID owner) {
        return rows.entrySet().stream()
                .anyMatch(other ->
                        !other.getKey().equals(owner) && value.equals(key.of().apply(other.getValue())));
    }

    /** Deletes a row and answers with it. */
    synchronized @Nullable S remove(ID id) {
        return rows.remove(id);
    }

    @Override
    public synchronized <K> List<S> read(
            KeyModel<S, K> key, Collection<? extends K> values, int limit, LoadContext context) {
        context.connected();
        if (key.equals(model.id())) {
            return values.stream().map(rows::get).filter(Objects::nonNull).toList();
        }
        return rows.values().stream()
                .filter(row -> values.contains(key.of().apply(row)))
                .limit(limit + 1L)
                .toList();
    }

    @Override
    public void readAll(int limit, Consumer<? super S> sink, LoadContext context) {
        context.connected();
        copy(limit).forEach(sink);
    }

    /** Nobody writes down when a row was put: all may have changed. */
    @Override
    public SyncPoint readChanged(
            @Nullable SyncPoint since, Duration overlap, Consumer<? super S> sink, LoadContext context) {
        if (since != null) {
            readAll(Integer.MAX_VALUE, sink, context);
        }
        return ANY_TIME;
    }

    private synchronized List<S> copy(int limit) {
        return rows.values().stream().limit(limit).toList();
    }
}
