package io.turnkey.internal.engine;

import io.turnkey.spi.KeyModel;
import io.turnkey.spi.PendingWrites;
import io.turnkey.spi.PendingWrites.Outcome;
import io.turnkey.spi.Write;
import io.turnkey.spi.Write.Kind;
import io.turnkey.testing.engine.Row;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A transaction as hooks see one: what it wrote is blocked, then the database commits it or not, then it is settled. */
final class Transaction {
    private final Harness cache;
    private final Map<Long, @Nullable Row> writes = new LinkedHashMap<>();
    private boolean keysKnown = true;
    private boolean beforeKnown = true;
    private boolean expired;
    private @Nullable PendingWrites pending;

    Transaction(Harness cache) {
        this.cache = cache;
    }

    /** A write of which nothing else is known. */
    static Write<Long> writeOf(long id, Kind kind) {
        return new Write<>(id, kind, null, Map.of());
    }

    /** Inserts or updates rows. */
    Transaction put(Row... rows) {
        for (Row row : rows) {
            writes.put(row.id(), row);
        }
        return this;
    }

    /** Deletes a row. */
    Transaction delete(long id) {
        writes.put(id, null);
        return this;
    }

    /** Nobody knows the keys of what it writes. */
    Transaction keysUnknown() {
        keysKnown = false;
        return this;
    }

    /** Nobody knows what the rows that it writes carried before. */
    Transaction beforeUnknown() {
        beforeKnown = false;
        return this;
    }

    /** What the hooks do before the commit. */
    Transaction block() {
        pending = cache.sink().block(writes.keySet().stream().map(this::write).toList());
        return this;
    }

    /** What the hooks do before the commit, if nobody knows what was written. */
    Transaction blockAll() {
        pending = cache.sink().blockAll();
        return this;
    }

    /** Its deadline has passed. */
    void expire() {
        expired = true;
    }

    /** Whether its deadline has passed. */
    boolean isExpired() {
        return expired;
    }

    /** Whether nothing of what it writes is in memory. */
    boolean isOutOfMemory() {
        return writes.keySet().stream().noneMatch(cache.byId::isCached);
    }

    private Write<Long> write(Long id) {
        Row before = cache.table.row(id);
        Row after = writes.get(id);
        Kind kind =
                after == null ? before == null ? Kind.NONE : Kind.DELETE : before == null ? Kind.INSERT : Kind.UPDATE;
        Map<String, Set<Object>> touched = new HashMap<>();
        Map<String, Object> keys = new HashMap<>();
        for (KeyModel<Row, ?> key : cache.model.model.keys()) {
            Stream.of(beforeKnown ? before : null, after)
                    .filter(Objects::nonNull)
                    .forEach(row -> {
                        Object value = key.of().apply(row);
                        if (value != null) {
                            touched.computeIfAbsent(key.name(), none -> new HashSet<>())
                                    .add(value);
                            keys.put(key.name(), value);
                        }
                    });
        }
        return new Write<>(id, kind, keysKnown ? touched : null, keys);
    }

    /** What the database does. */
    Transaction commit() {
        List<Row> put = writes.values().stream().filter(Objects::nonNull).toList();
        cache.table.put(put.toArray(Row[]::new));
        writes.forEach((id, row) -> {
            if (row == null) {
                cache.table.delete(id);
            }
        });
        return this;
    }

    /** What the hooks do after the commit. */
    Transaction settle() {
        return settle(Outcome.COMMITTED);
    }

    /** What the hooks do in the end. */
    Transaction settle(Outcome outcome) {
        Objects.requireNonNull(pending).settle(outcome);
        return this;
    }

    @Override
    public String toString() {
        return "a transaction that writes " + writes;
    }

    /** All of it. */
    void run() {
        block().commit().settle();
    }
}
