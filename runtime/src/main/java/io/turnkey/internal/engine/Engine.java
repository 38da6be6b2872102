package io.turnkey.internal.engine;

import io.turnkey.CacheEvent;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.CacheStats;
import io.turnkey.Subscription;
import io.turnkey.spi.CacheEngine;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.ListIndex;
import io.turnkey.spi.LoadContext;
import io.turnkey.spi.UniqueIndex;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Scaffold. */
public final class Engine<S, ID> implements CacheEngine<S, ID> {
    private final EntityModel<?, S, ID> model;
    private final CacheOptions options;
    private final EntitySource<S> source;
    private final Environment environment;
    private final Map<ID, S> rows = new ConcurrentHashMap<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile boolean ready;
    private Runnable onClose = () -> {};

    /** Scaffold. */
    public Engine(
            EntityModel<?, S, ID> model, CacheOptions options, EntitySource<S> source, Environment environment) {
        this.model = model;
        this.options = options;
        this.source = source;
        this.environment = environment;
    }

    /** Scaffold. */
    public void onClose(Runnable onClose) {
        this.onClose = onClose;
    }

    /** Scaffold. */
    public void shutdown() {
        if (closed.compareAndSet(false, true)) {
            environment.events().publish(new CacheEvent.Closed(model.name()));
        }
    }

    @Override
    public EntityModel<?, S, ID> model() {
        return model;
    }

    @Override
    public UniqueIndex<ID, S> byId() {
        return new UniqueIndex<>() {
            @Override
            public Optional<S> get(ID key) {
                if (closed.get()) {
                    throw new IllegalStateException(model.name() + " is closed");
                }
                return Optional.ofNullable(rows.get(key));
            }

            @Override
            public Map<ID, S> getMany(Collection<? extends ID> keys) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<S> peek(ID key) {
                return get(key);
            }

            @Override
            public boolean isCached(ID key) {
                return rows.containsKey(key);
            }

            @Override
            public void invalidate(ID key) {
                rows.remove(key);
            }

            @Override
            public void clear() {
                rows.clear();
            }
        };
    }

    @Override
    public <K> UniqueIndex<K, S> unique(KeyModel<S, K> key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <K> ListIndex<K, S> list(KeyModel<S, K> key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<S> refresh(ID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void invalidateMany(Collection<? extends ID> ids) {
        ids.forEach(rows::remove);
    }

    @Override
    public boolean isExpired(ID id) {
        return false;
    }

    @Override
    public List<S> listAll() {
        return cached();
    }

    @Override
    public List<S> cached() {
        return List.copyOf(rows.values());
    }

    @Override
    public int size() {
        return rows.size();
    }

    @Override
    public void clear() {
        rows.clear();
    }

    @Override
    public void bypass(boolean bypass) {}

    @Override
    public void start() {
        if (ready) {
            return;
        }
        try {
            source.readAll(options.maxSize(), this::put, new LoadContext() {
                @Override
                public Duration timeout() {
                    return options.loadTimeout();
                }

                @Override
                public void connected() {}
            });
        } catch (RuntimeException e) {
            throw new CacheLoadException(model.name() + " could not be loaded", e);
        }
        ready = true;
        environment.events().publish(new CacheEvent.Ready(model.name(), size()));
    }

    private void put(S row) {
        ID id = model.id().of().apply(row);
        if (id != null) {
            rows.put(id, row);
        }
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public boolean waitUntilReady(Duration timeout) {
        return ready;
    }

    @Override
    public CacheStats stats() {
        return new CacheStats(
                model.name(),
                size(),
                options.maxSize(),
                Map.of(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Duration.ZERO,
                0,
                0,
                Duration.ZERO,
                options);
    }

    @Override
    public CacheOptions options() {
        return options;
    }

    @Override
    public <E extends CacheEvent> Subscription on(Class<E> type, Consumer<? super E> listener) {
        return environment.events().on(model.name(), type, listener);
    }

    @Override
    public void close() {
        if (environment.owned() && !closed.get()) {
            shutdown();
            onClose.run();
        }
    }
}
