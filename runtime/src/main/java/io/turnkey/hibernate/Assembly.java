package io.turnkey.hibernate;

import io.turnkey.spi.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.StatelessSession;
import org.jspecify.annotations.Nullable;

/** Makes snapshots of tuples, with one more query for each collection attribute that they have. */
final class Assembly<S> {
    private final RowQuery<S> rows;

    Assembly(RowQuery<S> rows) {
        this.rows = rows;
    }

    List<S> snapshots(Load load, List<Object[]> tuples) {
        List<Map<List<@Nullable Object>, List<Row>>> elements = elements(load, tuples);
        List<S> snapshots = new ArrayList<>(tuples.size());
        for (Object[] tuple : tuples) {
            List<List<Row>> own = elements.isEmpty() ? List.of() : elements(elements, rows.id(tuple));
            snapshots.add(rows.shape(tuple).snapshot(tuple, own));
        }
        return snapshots;
    }

    private static List<List<Row>> elements(
            List<Map<List<@Nullable Object>, List<Row>>> byOwner, List<@Nullable Object> id) {
        return byOwner.stream().map(rows -> rows.getOrDefault(id, List.of())).toList();
    }

    private List<Map<List<@Nullable Object>, List<Row>>> elements(Load load, List<Object[]> tuples) {
        List<Map<List<@Nullable Object>, List<Row>>> elements = new ArrayList<>();
        if (!rows.collections().isEmpty() && !tuples.isEmpty()) {
            try (StatelessSession session = load.session()) {
                rows.collections().forEach(collection -> elements.add(elements(load, session, collection, tuples)));
            }
        }
        return elements;
    }

    private Map<List<@Nullable Object>, List<Row>> elements(
            Load load, StatelessSession session, CollectionQuery collection, List<Object[]> tuples) {
        List<List<@Nullable Object>> owners = tuples.stream()
                .filter(tuple -> collection.concerns(rows.shape(tuple).entity()))
                .map(rows::id)
                .toList();
        Map<List<@Nullable Object>, List<Row>> elements = new HashMap<>();
        KeyPredicate predicate = collection.queries();
        for (List<List<@Nullable Object>> chunk : predicate.chunks(owners)) {
            String hql = predicate.query(chunk.size());
            for (Object[] tuple : load.query(session, hql, predicate.parameters(chunk, id -> id))
                    .getResultList()) {
                Row element = collection.element(tuple);
                if (element != null) {
                    elements.computeIfAbsent(collection.owner(tuple), owner -> new ArrayList<>())
                            .add(element);
                }
            }
        }
        return elements;
    }
}
