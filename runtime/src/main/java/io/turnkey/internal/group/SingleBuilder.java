package io.turnkey.internal.group;

import io.turnkey.CacheEvent;
import io.turnkey.CacheException;
import io.turnkey.CacheInitializationException;
import io.turnkey.CacheOptions;
import io.turnkey.EntityCache;
import io.turnkey.RedisOptions;
import io.turnkey.internal.engine.Engine;
import io.turnkey.internal.option.Overrides;
import io.turnkey.spi.CacheDefinition;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySources;
import jakarta.persistence.EntityManagerFactory;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.slf4j.LoggerFactory;

/** Opens one cache with everything it needs; closing the cache closes all of it. */
final class SingleBuilder<C extends EntityCache<S, ID>, S, ID> implements EntityCache.Builder<C> {
    private final CacheDefinition<C, S, ID> definition;
    private final Adapters adapters;
    private final Settings settings;
    private Consumer<CacheOptions.Builder> configured = options -> {};
    private boolean used;

    SingleBuilder(CacheDefinition<C, S, ID> definition) {
        this(definition, Adapters.installed());
    }

    SingleBuilder(CacheDefinition<C, S, ID> definition, Adapters adapters) {
        this.definition = definition;
        this.adapters = adapters;
        this.settings = new Settings(definition.model().name(), LoggerFactory::getLogger);
    }

    @Override
    public EntityCache.Builder<C> configure(Consumer<CacheOptions.Builder> options) {
        requireUnused();
        configured = configured.andThen(options);
        return this;
    }

    @Override
    public EntityCache.Builder<C> loadFrom(DataSource dataSource) {
        requireUnused();
        settings.loadFrom(dataSource);
        return this;
    }

    @Override
    public <E extends CacheEvent> EntityCache.Builder<C> on(Class<E> type, Consumer<? super E> listener) {
        requireUnused();
        settings.listen(type, listener);
        return this;
    }

    @Override
    public EntityCache.Builder<C> clock(InstantSource clock) {
        requireUnused();
        settings.clock(clock);
        return this;
    }

    @Override
    public EntityCache.Builder<C> redis(RedisOptions options) {
        requireUnused();
        settings.redis(options);
        return this;
    }

    @Override
    public EntityCache.Builder<C> executor(Executor executor) {
        requireUnused();
        settings.executor(executor);
        return this;
    }

    @Override
    public C build(EntityManagerFactory entityManagerFactory) {
        requireUnused();
        used = true;
        EntityModel<?, S, ID> model = definition.model();
        CacheOptions.Builder options = model.options().toBuilder();
        configured.accept(options);
        CacheOptions resolved = Overrides.build(model.name(), options);
        Resources resources = new Resources(settings, adapters, entityManagerFactory);
        try {
            EntitySources sources = resources.sources();
            if (!sources.manages(model.entity())) {
                throw new CacheException(model.entity().getName()
                        + " is not an entity of this persistence unit: add it there, or open "
                        + definition.type().getSimpleName() + " with the factory that has it");
            }
            Engine<S, ID> engine = new Engine<>(model, resolved, sources.source(model), resources.environment());
            engine.beforeLoad(resources::awaitRedis);
            engine.onClose(resources::close);
            RedisConnection redis = resources.redis();
            if (redis != null) {
                redis.start();
            }
            return definition.constructor().apply(engine);
        } catch (RuntimeException | Error e) {
            new Attempts().attempt("the cache", resources::close).addTo(e);
            throw e;
        }
    }

    @Override
    public C open(EntityManagerFactory entityManagerFactory) {
        C cache = build(entityManagerFactory);
        try {
            cache.start();
            return cache;
        } catch (RuntimeException | Error e) {
            CacheInitializationException failed =
                    new CacheInitializationException(cache.model() + " could not be opened: " + e.getMessage(), e);
            new Attempts().attempt("the cache", cache::close).addTo(failed);
            throw failed;
        }
    }

    private void requireUnused() {
        if (used) {
            throw new IllegalStateException("This builder was built already; it works once, call "
                    + definition.type().getSimpleName() + ".builder() for another one");
        }
    }
}
