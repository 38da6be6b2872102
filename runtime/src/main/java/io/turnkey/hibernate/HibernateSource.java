package io.turnkey.hibernate;

import io.turnkey.spi.Conversions;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.LoadContext;
import io.turnkey.spi.SyncPoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.ScrollMode;
import org.hibernate.ScrollableResults;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/** Reads the rows of one model by queries that were rendered when it was made; {@link Load} says what they see. */
final class HibernateSource<S> implements EntitySource<S> {
    private static final int PAGE = 500;

    private final EntityModel<?, S, ?> model;
    private final Connections connections;
    private final Conversions conversions;
    private final RowQuery<S> rows;
    private final Assembly<S> assembly;
    private final @Nullable ChangedRows changed;
    private final Map<KeyModel<S, ?>, KeyPredicate> keys = new HashMap<>();

    HibernateSource(EntityModel<?, S, ?> model, Mapping mapping, Connections connections, Conversions conversions) {
        this.model = model;
        this.connections = connections;
        this.conversions = conversions;
        rows = new RowQuery<>(model, mapping);
        assembly = new Assembly<>(rows);
        changed = rows.changed();
        keys.put(model.id(), rows.by(model.id()));
        model.keys().forEach(key -> keys.put(key, rows.by(key)));
    }

    @Override
    public Conversions conversions() {
        return conversions;
    }

    @Override
    public <K> List<S> read(KeyModel<S, K> key, Collection<? extends K> values, int limit, LoadContext context) {
        KeyPredicate predicate = keys.get(key);
        if (predicate == null) {
            throw new IllegalArgumentException(model.name() + " has no key " + key.name());
        }
        if (values.isEmpty()) {
            return List.of();
        }
        List<K> wanted = List.copyOf(values);
        boolean several = !rows.collections().isEmpty() || wanted.size() > predicate.mostValues();
        try (Load load = new Load(connections, context, several)) {
            List<S> found = assembly.snapshots(load, tuples(load, predicate, key, wanted, limit));
            load.complete();
            return found;
        }
    }

    @Override
    public void readAll(int limit, Consumer<? super S> sink, LoadContext context) {
        if (limit <= 0) {
            return;
        }
        try (Load load = new Load(connections, context, !rows.collections().isEmpty())) {
            stream(load, rows.all(), List.of(), limit, sink);
            load.complete();
        }
    }

    @Override
    public SyncPoint readChanged(
            @Nullable SyncPoint since, Duration overlap, Consumer<? super S> sink, LoadContext context) {
        if (changed == null) {
            throw new IllegalStateException(model.name() + " has no attribute that tells when a row changed");
        }
        try (Load load = new Load(connections, context, !rows.collections().isEmpty())) {
            // First, so that what is committed while the rows are read is read again by the next call.
            ChangedRows.Point next = changed.next(load, overlap);
            if (since instanceof ChangedRows.Point point) {
                stream(load, changed.query(point), changed.parameters(point), Integer.MAX_VALUE, sink);
            }
            load.complete();
            return next;
        }
    }

    private <K> List<Object[]> tuples(
            Load load, KeyPredicate predicate, KeyModel<S, K> key, List<K> values, int limit) {
        List<Object[]> tuples = new ArrayList<>();
        try (StatelessSession session = load.session()) {
            for (List<K> chunk : predicate.chunks(values)) {
                if (tuples.size() > limit) {
                    break;
                }
                SelectionQuery<Object[]> query =
                        load.query(session, predicate.query(chunk.size()), predicate.parameters(chunk, key.parts()));
                if (limit < Integer.MAX_VALUE) {
                    query.setMaxResults(limit + 1 - tuples.size());
                }
                tuples.addAll(query.getResultList());
            }
        }
        return tuples;
    }

    /** The results stay open on a session of their own: the end of a query releases whatever else its session holds. */
    private void stream(Load load, String hql, List<@Nullable Object> parameters, int limit, Consumer<? super S> sink) {
        try (StatelessSession session = load.session()) {
            SelectionQuery<Object[]> query =
                    load.query(session, hql, parameters).setFetchSize(PAGE);
            if (limit < Integer.MAX_VALUE) {
                query.setMaxResults(limit);
            }
            try (ScrollableResults<Object[]> results = query.scroll(ScrollMode.FORWARD_ONLY)) {
                List<Object[]> page = new ArrayList<>(PAGE);
                while (results.next()) {
                    page.add(results.get());
                    if (page.size() == PAGE) {
                        pass(load, page, sink);
                    }
                }
                pass(load, page, sink);
            }
        }
    }

    private void pass(Load load, List<Object[]> page, Consumer<? super S> sink) {
        assembly.snapshots(load, page).forEach(sink);
        page.clear();
    }
}
