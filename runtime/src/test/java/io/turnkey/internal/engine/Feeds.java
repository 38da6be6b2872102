package io.turnkey.internal.engine;

import io.turnkey.Subscription;
import io.turnkey.spi.WriteSink;
import jakarta.persistence.EntityManagerFactory;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** Persistence units whose writes a test makes up. */
final class Feeds implements WriteFeeds {
    final EntityManagerFactory own = factory();
    private final Map<EntityManagerFactory, List<WriteSink<?>>> listening =
            Collections.synchronizedMap(new IdentityHashMap<>());

    /** A persistence unit that can do nothing. */
    static EntityManagerFactory factory() {
        return (EntityManagerFactory) Proxy.newProxyInstance(
                Feeds.class.getClassLoader(), new Class<?>[] {EntityManagerFactory.class}, (proxy, method, args) -> {
                    throw new UnsupportedOperationException(method.toString());
                });
    }

    @Override
    public boolean isOwn(EntityManagerFactory factory) {
        return factory == own;
    }

    @Override
    public Subscription listen(WriteSink<?> sink) {
        return listen(sink, own);
    }

    @Override
    public Subscription listen(WriteSink<?> sink, EntityManagerFactory unit) {
        List<WriteSink<?>> sinks = listening.computeIfAbsent(unit, none -> new ArrayList<>());
        sinks.add(sink);
        return () -> sinks.remove(sink);
    }

    /** How many sinks hear of the writes through {@code unit}. */
    int listening(EntityManagerFactory unit) {
        return listening.getOrDefault(unit, List.of()).size();
    }

    /** The sink that hears of the writes to the rows of a {@link Harness}. */
    @SuppressWarnings("unchecked")
    WriteSink<Long> sink() {
        return (WriteSink<Long>) listening.getOrDefault(own, List.of()).get(0);
    }
}
