package io.turnkey.internal.group;

import io.turnkey.CacheEvent;
import io.turnkey.CacheGroup;
import io.turnkey.CacheOptions;
import io.turnkey.EntityCache;
import io.turnkey.RedisOptions;
import io.turnkey.internal.option.Overrides;
import io.turnkey.internal.option.PropertyOptions;
import io.turnkey.spi.CacheDefinition;
import jakarta.persistence.EntityManagerFactory;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Collects what a group shall be; {@link GroupAssembly} makes it. */
final class GroupBuilder implements CacheGroup.Builder {
    private final Adapters adapters;
    private final Settings settings;
    private final List<PlannedCache> caches = new ArrayList<>();
    private final Selection selection = new Selection();
    private final Map<Class<?>, Consumer<CacheOptions.Builder>> configured = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private Consumer<CacheOptions.Builder> defaults = options -> {};

    /** The methods that were called and concern the group, not its models. */
    private final Set<String> groupCalls = new LinkedHashSet<>();

    private boolean failFast;
    private @Nullable String used;

    GroupBuilder(List<CacheDefinition<?, ?, ?>> definitions) {
        this(definitions, Adapters.installed(), LoggerFactory::getLogger);
    }

    GroupBuilder(List<CacheDefinition<?, ?, ?>> definitions, Adapters adapters, Function<String, Logger> loggers) {
        this.adapters = adapters;
        this.settings = new Settings("default", loggers);
        definitions.forEach(definition -> caches.add(new PlannedCache(definition, List.of())));
    }

    @Override
    public CacheGroup.Builder only(Class<?>... caches) {
        requireUnused();
        selection.only(caches);
        return this;
    }

    @Override
    public CacheGroup.Builder without(Class<?>... caches) {
        requireUnused();
        selection.without(caches);
        return this;
    }

    @Override
    public CacheGroup.Builder include(CacheGroup.Builder other) {
        requireUnused();
        if (!(Objects.requireNonNull(other, "other") instanceof GroupBuilder included) || included == this) {
            throw new IllegalArgumentException("include(..) takes the builder of another generated registry");
        }
        if (!included.groupCalls.isEmpty()) {
            throw new IllegalArgumentException("What the included builder says of the group would be lost: call "
                    + String.join(", ", included.groupCalls) + " on the builder that includes it");
        }
        included.use("included in another one");
        caches.addAll(included.plan());
        return this;
    }

    @Override
    public CacheGroup.Builder defaults(Consumer<CacheOptions.Builder> options) {
        requireUnused();
        defaults = defaults.andThen(Objects.requireNonNull(options, "options"));
        return this;
    }

    @Override
    public <C extends EntityCache<?, ?>> CacheGroup.Builder configure(
            Class<C> cache, Consumer<CacheOptions.Builder> options) {
        requireUnused();
        configured.merge(
                Objects.requireNonNull(cache, "cache"), Objects.requireNonNull(options, "options"), Consumer::andThen);
        return this;
    }

    @Override
    public CacheGroup.Builder properties(Map<String, String> properties) {
        requireUnused();
        this.properties.putAll(Objects.requireNonNull(properties, "properties"));
        return this;
    }

    @Override
    public CacheGroup.Builder name(String name) {
        return group("name", () -> settings.name(name));
    }

    @Override
    public CacheGroup.Builder loadFrom(DataSource dataSource) {
        return group("loadFrom", () -> settings.loadFrom(dataSource));
    }

    @Override
    public CacheGroup.Builder maxConcurrentLoads(int loads) {
        return group("maxConcurrentLoads", () -> settings.maxConcurrentLoads(loads));
    }

    @Override
    public CacheGroup.Builder executor(Executor executor) {
        return group("executor", () -> settings.executor(executor));
    }

    @Override
    public CacheGroup.Builder redis(RedisOptions options) {
        return group("redis", () -> settings.redis(options));
    }

    @Override
    public CacheGroup.Builder clock(InstantSource clock) {
        return group("clock", () -> settings.clock(clock));
    }

    @Override
    public <E extends CacheEvent> CacheGroup.Builder on(Class<E> type, Consumer<? super E> listener) {
        return group("on", () -> settings.listen(type, listener));
    }

    @Override
    public CacheGroup.Builder failFast() {
        return group("failFast", () -> failFast = true);
    }

    private CacheGroup.Builder group(String method, Runnable setter) {
        requireUnused();
        setter.run();
        groupCalls.add(method);
        return this;
    }

    @Override
    public CacheGroup build(EntityManagerFactory entityManagerFactory) {
        return assembly().build(entityManagerFactory);
    }

    @Override
    public CacheGroup open(EntityManagerFactory entityManagerFactory) {
        return assembly().open(entityManagerFactory, failFast);
    }

    private GroupAssembly assembly() {
        use("built");
        return new GroupAssembly(settings, plan(), adapters);
    }

    /** The caches that are left, with every override of this builder and of those it includes. */
    private List<PlannedCache> plan() {
        Selection.requireKnown("configure", configured.keySet(), caches);
        List<String> models = caches.stream().map(PlannedCache::name).toList();
        Overrides overrides = new Overrides(defaults, configured, new PropertyOptions(properties, models));
        return selection.keep(caches).stream()
                .map(cache -> cache.within(overrides))
                .toList();
    }

    private void use(String how) {
        requireUnused();
        used = how;
    }

    private void requireUnused() {
        if (used != null) {
            throw new IllegalStateException(
                    "This builder was " + used + " already; it works once, call GeneratedCaches.all() for another one");
        }
    }
}
