package io.turnkey.internal.engine;

import io.turnkey.internal.store.Question;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.ListIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads by a key that is not unique. */
final class ListReads<K, S, ID> implements ListIndex<K, S> {
    private final KeyModel<S, K> key;
    private final int ordinal;
    private final EngineParts<S, ID> parts;

    ListReads(KeyModel<S, K> key, int ordinal, EngineParts<S, ID> parts) {
        this.key = key;
        this.ordinal = ordinal;
        this.parts = parts;
    }

    @Override
    public List<S> list(K value) {
        return listMany(List.of(Objects.requireNonNull(value, key.name()))).getOrDefault(value, List.of());
    }

    @Override
    public Map<K, List<S>> listMany(Collection<? extends K> values) {
        parts.checkOpen();
        Map<K, List<S>> found = new LinkedHashMap<>();
        List<K> missing = new ArrayList<>(0);
        for (K value : values) {
            List<S> list = parts.lists().get(question(value));
            if (list != null) {
                // A value that is asked for twice is answered, and counted, once.
                if (found.put(value, list) == null) {
                    parts.counters().listHits.increment();
                }
            } else if (!found.containsKey(value)) {
                parts.counters().listMisses.increment();
                K own = key.copy().apply(value);
                // The place in the order; every value that is loaded gets its list.
                found.put(own, List.of());
                missing.add(own);
            }
        }
        if (!missing.isEmpty()) {
            found.putAll(parts.listLoader().load(key, ordinal, missing));
        }
        return found;
    }

    @Override
    public boolean isCached(K value) {
        parts.checkOpen();
        return parts.lists().get(question(value)) != null;
    }

    @Override
    public void invalidate(K value) {
        parts.checkOpen();
        parts.changes().rowsWith(key, Objects.requireNonNull(value, key.name()), question(value));
    }

    @Override
    public void clear() {
        parts.checkOpen();
        parts.clearLists(key, ordinal);
    }

    private Question question(K value) {
        return new Question(ordinal, Objects.requireNonNull(value, key.name()));
    }
}
