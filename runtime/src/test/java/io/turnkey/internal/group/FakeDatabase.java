package io.turnkey.internal.group;

import io.turnkey.Subscription;
import io.turnkey.internal.group.Shop.Item;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.EntitySourceProvider;
import io.turnkey.spi.EntitySources;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.LoadContext;
import io.turnkey.spi.WriteSink;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A database of {@link Shop} rows behind an adapter, with everything that may go wrong. */
final class FakeDatabase implements EntitySourceProvider, EntitySources {
    final EntityManagerFactory factory = (EntityManagerFactory) Proxy.newProxyInstance(
            FakeDatabase.class.getClassLoader(), new Class<?>[] {EntityManagerFactory.class}, (proxy, method, args) -> {
                throw new UnsupportedOperationException(method.toString());
            });
    final List<WriteSink<?>> sinks = new CopyOnWriteArrayList<>();
    final AtomicInteger closes = new AtomicInteger();
    final Set<DataSource> loadFrom = new HashSet<>();
    private final Map<Class<?>, Integer> rows = new ConcurrentHashMap<>();
    private final Map<Class<?>, RuntimeException> failures = new ConcurrentHashMap<>();
    private final Map<Class<?>, RuntimeException> refusals = new ConcurrentHashMap<>();
    private final Map<Class<?>, Runnable> gates = new ConcurrentHashMap<>();

    FakeDatabase() {
        rows.put(Shop.User.class, 3);
        rows.put(Shop.Order.class, 2);
        rows.put(Shop.Product.class, 1);
    }

    Adapters adapters() {
        return with(SecondLevels.installed());
    }

    /** This database, and another second level than the one that is installed. */
    Adapters with(SecondLevels secondLevels) {
        return new Adapters(new SourceProviders(List.of(this)), secondLevels);
    }

    /** Forgets an entity altogether. */
    void drop(Class<?> entity) {
        rows.remove(entity);
    }

    void fail(Class<?> entity, RuntimeException failure) {
        failures.put(entity, failure);
    }

    void recover() {
        failures.clear();
    }

    /** Tells nobody of the writes to an entity. */
    void refuseListeners(Class<?> entity, RuntimeException refusal) {
        refusals.put(entity, refusal);
    }

    /** Runs {@code gate} in each load of the whole table. */
    void gate(Class<?> entity, Runnable gate) {
        gates.put(entity, gate);
    }

    @Override
    public Optional<EntitySources> open(EntityManagerFactory asked, DataSource pool) {
        if (asked != factory) {
            return Optional.empty();
        }
        if (pool != null) {
            loadFrom.add(pool);
        }
        return Optional.of(this);
    }

    @Override
    public Object unproxy(Object entity) {
        return entity;
    }

    @Override
    public @Nullable Object idOfProxy(Object entity) {
        return null;
    }

    @Override
    public boolean manages(Class<?> entity) {
        return rows.containsKey(entity);
    }

    @Override
    public <S> EntitySource<S> source(EntityModel<?, S, ?> model) {
        return new EntitySource<>() {
            @Override
            public <K> List<S> read(
                    KeyModel<S, K> key, Collection<? extends K> values, int limit, LoadContext context) {
                return table().filter(row -> values.contains(key.of().apply(row)))
                        .toList();
            }

            @Override
            public void readAll(int limit, Consumer<? super S> sink, LoadContext context) {
                gates.getOrDefault(model.entity(), () -> {}).run();
                table().limit(limit).forEach(sink);
            }

            private Stream<S> table() {
                RuntimeException failure = failures.get(model.entity());
                if (failure != null) {
                    throw failure;
                }
                return LongStream.rangeClosed(1, rows.get(model.entity()))
                        .mapToObj(id -> model.snapshot().cast(new Item(id)));
            }
        };
    }

    @Override
    public Subscription listen(WriteSink<?> sink) {
        RuntimeException refusal = refusals.get(sink.model().entity());
        if (refusal != null) {
            throw refusal;
        }
        sinks.add(sink);
        return () -> sinks.remove(sink);
    }

    @Override
    public void close() {
        closes.incrementAndGet();
    }
}
