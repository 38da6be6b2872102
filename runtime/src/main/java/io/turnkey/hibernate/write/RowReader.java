package io.turnkey.hibernate.write;

import io.turnkey.spi.AttributePath;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Projection;
import io.turnkey.spi.Row;
import io.turnkey.spi.Write.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.engine.OptimisticLockStyle;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.persister.entity.EntityPersister;
import org.jspecify.annotations.Nullable;

/**
 * Reads the id and the keys of a model out of the events about one class of its hierarchy, without the database. The keys come by way of a snapshot, made as one is made of a row: what
 * they are built of is known to the model alone. A key that cannot be had for certain is left out.
 */
final class RowReader<S, ID> {
    private final KeyModel<S, ID> id;
    private final @Nullable Projection<? extends S> projection;
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<Key<S, ?>> keys = new ArrayList<>();
    private final IdReader ids;
    private final boolean checked;

    RowReader(EntityModel<?, S, ID> model, EntityPersister persister) {
        id = model.id();
        ids = new IdReader(persister);
        // Of a class that the model does not list, no key can be had.
        projection = model.projections().stream()
                .filter(each -> each.entity() == persister.getMappedClass())
                .findFirst()
                .orElse(null);
        if (projection != null) {
            for (AttributePath path : projection.attributes()) {
                boolean inKey =
                        model.keys().stream().anyMatch(key -> key.paths().contains(path));
                attributes.add(new Attribute(StatePath.of(persister, path), inKey));
            }
        }
        for (KeyModel<S, ?> key : model.keys()) {
            keys.add(new Key<>(
                    key,
                    key.paths().stream()
                            .map(path -> StatePath.of(persister, path))
                            .toList()));
        }
        OptimisticLockStyle lock = persister.optimisticLockStyle();
        checked = lock == OptimisticLockStyle.ALL || (lock == OptimisticLockStyle.VERSION && persister.isVersioned());
    }

    /** The model's id for what Hibernate has as such; {@code null} if it is of another type. */
    @Nullable
    ID id(Object hibernateId, @Nullable SharedSessionContractImplementor session) {
        Object own = ids.id(hibernateId, session);
        return id.type().isInstance(own) ? id.copy().apply(id.type().cast(own)) : null;
    }

    /** What the row carried before, as far as it is likely: a bulk statement may have changed it and left the version. Unless the statement compared the version, somebody may have changed it since it was read. */
    KeyValues before(RowEvent event) {
        if (event.kind() == Kind.INSERT) {
            return KeyValues.NONE;
        }
        Object[] state = event.before();
        return state == null ? KeyValues.UNKNOWN : values(event, state, path -> checked && path.isTrueWhenRead());
    }

    /** What the row carries now. */
    KeyValues after(RowEvent event) {
        if (event.kind() == Kind.DELETE) {
            return KeyValues.NONE;
        }
        Object[] after = event.after();
        if (after == null) {
            return KeyValues.UNKNOWN;
        }
        if (event.kind() == Kind.INSERT) {
            return values(event, after, StatePath::isInserted);
        }
        Object[] before = event.before();
        return values(
                event,
                after,
                path -> path.isUpdated()
                        || (before != null && path.isKept(event.id(), before, after, event.session())));
    }

    private KeyValues values(RowEvent event, Object[] state, Certainty certainty) {
        if (keys.isEmpty()) {
            return KeyValues.NONE;
        }
        Set<String> names = new HashSet<>();
        List<Key<S, ?>> certain = new ArrayList<>(keys.size());
        for (Key<S, ?> key : keys) {
            if (key.parts().stream().allMatch(path -> path.isFetched(event.id(), state) && certainty.of(path))) {
                certain.add(key);
                names.add(key.model().name());
            }
        }
        if (certain.isEmpty() || projection == null) {
            return KeyValues.UNKNOWN;
        }
        try {
            S snapshot = snapshot(projection, event, state);
            Map<String, Object> values = new HashMap<>();
            certain.forEach(key -> key.put(snapshot, values));
            return new KeyValues(certain.size() == keys.size(), names, values);
        } catch (RuntimeException e) {
            // A class of the user's refuses what the row holds; whoever reads the row is told so.
            return KeyValues.UNKNOWN;
        }
    }

    /** The snapshot of a row that holds this, but for its collections. */
    private S snapshot(Projection<? extends S> own, RowEvent event, Object[] state) {
        List<List<Row>> noElements = Collections.nCopies(own.collections().size(), List.of());
        @Nullable
        Object[] values = attributes.stream()
                .map(attribute -> attribute.value(event, state))
                .toArray();
        return own.reader().apply(new Row(values, noElements));
    }

    /**
     * An attribute of the snapshot.
     *
     * @param inKey whether a key needs it as it is read again
     */
    private record Attribute(StatePath path, boolean inKey) {
        @Nullable
        Object value(RowEvent event, Object[] state) {
            return inKey
                    ? path.stored(event.id(), state, event.session())
                    : path.value(event.id(), state, event.session());
        }
    }

    private record Key<S, K>(KeyModel<S, K> model, List<StatePath> parts) {
        void put(S snapshot, Map<String, Object> values) {
            K value = model.of().apply(snapshot);
            if (value != null) {
                values.put(model.name(), model.copy().apply(value));
            }
        }
    }

    /** Whether an attribute of the state is what the row holds. */
    private interface Certainty {
        boolean of(StatePath path);
    }
}
