package io.turnkey.internal.group;

import com.google.auto.service.AutoService;
import io.turnkey.CacheGroup;
import io.turnkey.EntityCache;
import io.turnkey.internal.engine.InMemoryEngine;
import io.turnkey.spi.CacheDefinition;
import io.turnkey.spi.EngineProvider;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.MemoryEngine;
import java.util.Collection;
import java.util.List;

/** The way from generated code into the engine. */
@AutoService(EngineProvider.class)
public final class TurnkeyEngineProvider implements EngineProvider {
    @Override
    public CacheGroup.Builder group(List<CacheDefinition<?, ?, ?>> definitions) {
        return new GroupBuilder(definitions);
    }

    @Override
    public <C extends EntityCache<S, ID>, S, ID> EntityCache.Builder<C> single(CacheDefinition<C, S, ID> definition) {
        return new SingleBuilder<>(definition);
    }

    @Override
    public <S, ID> MemoryEngine<S, ID> inMemory(EntityModel<?, S, ID> model, Collection<S> rows) {
        return InMemoryEngine.create(model, rows);
    }
}
