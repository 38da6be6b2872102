package io.turnkey.spi;

import io.turnkey.EntityCache;
import java.util.function.Function;

/**
 * A generated cache, ready to be made: its model and its constructor.
 *
 * @param <C> the generated cache
 * @param <S> the snapshot
 * @param <ID> the id
 * @param type the generated class
 * @param model what it holds
 * @param constructor makes the cache on an engine
 */
public record CacheDefinition<C extends EntityCache<S, ID>, S, ID>(
        Class<C> type, EntityModel<?, S, ID> model, Function<CacheEngine<S, ID>, C> constructor) {}
