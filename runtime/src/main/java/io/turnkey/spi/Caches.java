package io.turnkey.spi;

import io.turnkey.CacheException;
import io.turnkey.CacheGroup;
import io.turnkey.EntityCache;
import java.util.Collection;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What generated code calls to get an engine. */
public final class Caches {
    private static final EngineProvider ENGINE = ServiceLoader.load(EngineProvider.class, Caches.class.getClassLoader())
            .findFirst()
            .orElseThrow(() -> new CacheException(
                    "turnkey-runtime is incomplete: no engine is registered for " + EngineProvider.class.getName()));

    private static final List<EntitySourceProvider> PROVIDERS =
            ServiceLoader.load(EntitySourceProvider.class, Caches.class.getClassLoader()).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();

    private Caches() {}

    /** A group of these models. */
    public static CacheGroup.Builder group(List<CacheDefinition<?, ?, ?>> definitions) {
        return ENGINE.group(definitions);
    }

    /** One model on its own. */
    public static <C extends EntityCache<S, ID>, S, ID> EntityCache.Builder<C> single(
            CacheDefinition<C, S, ID> definition) {
        return ENGINE.single(definition);
    }

    /** One model over the snapshots of these entities. */
    public static <E, S, ID> MemoryEngine<S, ID> inMemory(
            EntityModel<E, S, ID> model, Collection<? extends E> entities) {
        Function<E, S> of = model.of();
        return ENGINE.inMemory(model, entities.stream().<S>map(of).toList());
    }

    /** The object behind a lazy proxy; anything else as it is. */
    @SuppressWarnings("unchecked")
    public static <T> T unproxy(T entity) {
        Object real = entity;
        for (EntitySourceProvider provider : PROVIDERS) {
            real = provider.unproxy(real);
        }
        return (T) real;
    }

    /** The id of an entity that may be a lazy proxy, without reading its row. */
    @SuppressWarnings("unchecked")
    public static <T, ID extends @Nullable Object> ID idOf(T entity, Function<? super T, ? extends ID> id) {
        for (EntitySourceProvider provider : PROVIDERS) {
            Object known = provider.idOfProxy(entity);
            if (known != null) {
                return (ID) known;
            }
        }
        return id.apply(entity);
    }
}
