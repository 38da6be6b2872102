package io.turnkey.internal.engine;

import io.turnkey.CacheEvent.Evicted;
import io.turnkey.CacheEvent.EvictionCause;
import io.turnkey.CacheEvent.ItemCreated;
import io.turnkey.CacheEvent.ItemInvalidated;
import io.turnkey.CacheEvent.ItemLoaded;
import io.turnkey.CacheEvent.ItemRemoved;
import io.turnkey.CacheEvent.ItemUpdated;
import io.turnkey.CacheEvent.Refreshed;
import io.turnkey.internal.event.EventBus;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Write;
import io.turnkey.spi.Write.Kind;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Tells listeners of single rows, if anybody listens. What an event carries is the listener's own: to change it changes nothing that memory finds its rows by. */
final class RowEvents<S, ID> {
    private final EntityModel<?, S, ID> model;
    private final EventBus events;

    RowEvents(EntityModel<?, S, ID> model, EventBus events) {
        this.model = model;
        this.events = events;
    }

    /** A row came in. */
    void loaded(ID id, S row) {
        if (events.wants(ItemLoaded.class)) {
            events.publish(new ItemLoaded(name(), copy(id), keysOf(row)));
        }
    }

    /** A row was read again. */
    void refreshed(ID id) {
        if (events.wants(Refreshed.class)) {
            events.publish(new Refreshed(name(), copy(id)));
        }
    }

    /** A row left although nobody said that it changed. */
    void evicted(ID id, EvictionCause cause) {
        if (events.wants(Evicted.class)) {
            events.publish(new Evicted(name(), copy(id), cause));
        }
    }

    /** Rows were dropped since somebody said that they changed. */
    void invalidated(Collection<ID> ids) {
        if (events.wants(ItemInvalidated.class)) {
            ids.forEach(id -> events.publish(new ItemInvalidated(name(), copy(id))));
        }
    }

    /** A transaction wrote a row; if nobody knows whether it was committed, the row counts as invalidated. */
    void written(Write<ID> write, boolean committed) {
        if (committed) {
            written(write.id(), write.kind(), () -> keysOf(write));
        } else {
            invalidated(List.of(write.id()));
        }
    }

    /** {@code row} was put into a cache in memory, or removed from it. */
    void written(ID id, Kind kind, S row) {
        written(id, kind, () -> keysOf(row));
    }

    private void written(ID id, Kind kind, Supplier<Map<String, Object>> keys) {
        if (kind == Kind.INSERT && events.wants(ItemCreated.class)) {
            events.publish(new ItemCreated(name(), copy(id), keys.get()));
        } else if (kind == Kind.UPDATE && events.wants(ItemUpdated.class)) {
            events.publish(new ItemUpdated(name(), copy(id), keys.get()));
        } else if (kind == Kind.DELETE && events.wants(ItemRemoved.class)) {
            events.publish(new ItemRemoved(name(), copy(id), keys.get()));
        }
    }

    private String name() {
        return model.name();
    }

    private ID copy(ID id) {
        return model.id().copy().apply(id);
    }

    /** The value of each key that the row carries. */
    Map<String, Object> keysOf(S row) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (KeyModel<S, ?> key : model.keys()) {
            Object value = key.of().apply(row);
            if (value != null) {
                keys.put(key.name(), value);
            }
        }
        return Collections.unmodifiableMap(keys);
    }

    private Map<String, Object> keysOf(Write<ID> write) {
        Map<String, Object> keys = new LinkedHashMap<>();
        for (KeyModel<S, ?> key : model.keys()) {
            Object value = write.keys().get(key.name());
            if (value != null) {
                keys.put(key.name(), key.type().isInstance(value) ? copy(key, value) : value);
            }
        }
        return Collections.unmodifiableMap(keys);
    }

    private static <K> K copy(KeyModel<?, K> key, Object value) {
        return key.copy().apply(key.type().cast(value));
    }
}
