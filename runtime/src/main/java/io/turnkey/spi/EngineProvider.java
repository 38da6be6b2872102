package io.turnkey.spi;

import io.turnkey.CacheGroup;
import io.turnkey.EntityCache;
import java.util.Collection;
import java.util.List;

/** The engine, found by {@link java.util.ServiceLoader}. */
public interface EngineProvider {
    /** A group of these models. */
    CacheGroup.Builder group(List<CacheDefinition<?, ?, ?>> definitions);

    /** One model on its own. */
    <C extends EntityCache<S, ID>, S, ID> EntityCache.Builder<C> single(CacheDefinition<C, S, ID> definition);

    /** One model over rows in memory, without threads. */
    <S, ID> MemoryEngine<S, ID> inMemory(EntityModel<?, S, ID> model, Collection<S> rows);
}
