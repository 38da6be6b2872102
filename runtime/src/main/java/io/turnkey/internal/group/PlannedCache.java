package io.turnkey.internal.group;

import io.turnkey.CacheOptions;
import io.turnkey.EntityCache;
import io.turnkey.internal.engine.Engine;
import io.turnkey.internal.option.Overrides;
import io.turnkey.spi.CacheDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * A cache that a builder will make.
 *
 * @param definition what is made
 * @param layers the overrides that reach it, those of its own module first
 */
record PlannedCache(CacheDefinition<?, ?, ?> definition, List<Overrides> layers) {
    String name() {
        return definition.model().name();
    }

    Class<?> type() {
        return definition.type();
    }

    /** The same cache, also reached by the overrides of a builder around it. */
    PlannedCache within(Overrides outer) {
        List<Overrides> more = new ArrayList<>(layers);
        more.add(outer);
        return new PlannedCache(definition, List.copyOf(more));
    }

    /** The options after all layers. */
    CacheOptions options() {
        return Overrides.resolve(definition.model().options(), name(), type(), layers);
    }

    /** Makes the cache. */
    Member open(CacheOptions options, Resources resources) {
        return member(definition, options, resources);
    }

    private static <C extends EntityCache<S, ID>, S, ID> Member member(
            CacheDefinition<C, S, ID> definition, CacheOptions options, Resources resources) {
        Engine<S, ID> engine = new Engine<>(
                definition.model(), options, resources.sources().source(definition.model()), resources.environment());
        engine.beforeLoad(resources::awaitRedis);
        return new Member(
                definition.type(),
                definition.constructor().apply(engine),
                engine::condition,
                engine::shutdown,
                engine::onReady);
    }
}
