package io.turnkey;

import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javax.sql.DataSource;

/**
 * The caches of an application, opened, watched and closed together.
 *
 * <pre>{@code
 * try (CacheGroup caches = GeneratedCaches.all().open(entityManagerFactory)) {
 *     UserCache users = caches.get(UserCache.class);
 *     Optional<UserSnapshot> ada = users.getByEmail("ada@example.com");
 * }
 * }</pre>
 *
 * <p>A group holds no global state: two groups live side by side. All methods may be called from any thread; after {@link #close} they throw
 * {@link IllegalStateException}, except for {@link #close}, {@link #health} and those that find a cache.
 */
public interface CacheGroup extends AutoCloseable {
    /**
     * The cache of this type.
     *
     * @throws IllegalArgumentException if the group has no such cache; the message lists those it has
     */
    <C extends EntityCache<?, ?>> C get(Class<C> type);

    /**
     * The cache of the model called {@code model}, for tools and admin pages.
     *
     * @throws IllegalArgumentException if the group has no such model; the message lists those it has
     */
    EntityCache<?, ?> get(String model);

    /** Every cache, ordered by model name. */
    Collection<EntityCache<?, ?>> caches();

    /** Every model's name, ordered. */
    List<String> modelNames();

    /** Whether the group has a model called {@code model}. */
    boolean hasModel(String model);

    /** The group's name. */
    String name();

    /**
     * Starts every model, all in parallel, and waits for them. A model that fails does not stop the others: it answers by reading through, and {@link #isInitialized}
     * stays {@code false}. It is tried again in the background, whatever it failed with: after about a second, then two, four, up to a minute, until it is ready or the group is closed. Each
     * failure raises a {@link CacheEvent.Failed} with the operation {@code "start"}; once the last model is ready, {@link CacheEvent.Initialized} is raised, once. Calling {@code init} again, or {@link EntityCache#start},
     * tries at once, or joins the attempt under way.
     *
     * @throws CacheInitializationException if a model failed, after all were tried; each failure is a suppressed exception
     * @throws IllegalStateException if the group is closed, also while models start
     */
    void init();

    /** Whether every model has been started. */
    boolean isInitialized();

    /** As {@link #waitUntilReady(Duration)}, for 30 seconds. */
    default void waitUntilReady() {
        waitUntilReady(Duration.ofSeconds(30));
    }

    /**
     * Waits until every model is ready. It starts none: call {@link #init} for that.
     *
     * @throws CacheInitializationException after {@code timeout}, or if the thread is interrupted, which it stays; the message names the models still missing, and why as far as that is known
     * @throws IllegalStateException if the group is closed, at once also if that happens meanwhile
     */
    void waitUntilReady(Duration timeout);

    /**
     * {@link EntityCache#refresh()} for every model, two at a time.
     *
     * @throws CacheException if a model failed, after all were tried; each failure is a suppressed exception that names its model
     */
    void refresh();

    /**
     * {@link EntityCache#refresh(SyncMode)} of one model.
     *
     * @throws IllegalArgumentException if the group has no such model; the message lists those it has
     * @throws CacheLoadException as {@link EntityCache#sync} does
     */
    void refresh(String model, SyncMode mode);

    /** Closes the group when the JVM exits; {@link #close} takes that back once it is done, so that a JVM that exits meanwhile waits for it. Does nothing the second time. */
    void closeOnShutdown();

    /**
     * Clears every model.
     *
     * @throws CacheException if a model failed, after all were tried
     */
    void clear();

    /**
     * Clears one model.
     *
     * @throws IllegalArgumentException if the group has no such model; the message lists those it has
     */
    void clear(String model);

    /**
     * One model's statistics.
     *
     * @throws IllegalArgumentException if the group has no such model; the message lists those it has
     */
    CacheStats stats(String model);

    /** How each model is, and the group as a whole. Never reads the database, never waits, looks at each row in memory once as {@link #stats} does, and answers after {@link #close} too: {@code DOWN}. What the statuses mean is said at {@link CacheHealth.Status}. */
    CacheHealth health();

    /** Every model's statistics, by its name. */
    Map<String, CacheStats> stats();

    /** How many rows all models hold together. */
    long size();

    /** How many rows each model holds, by its name. */
    Map<String, Integer> sizes();

    /** Like {@link EntityCache#on}, for the events of every model and of the group itself. */
    <E extends CacheEvent> Subscription on(Class<E> type, Consumer<? super E> listener);

    /**
     * Closes every model and what the group opened, and waits up to five seconds for listeners that are still at work, and with Redis up to {@link RedisOptions#drainTimeout} for what is queued, unless the thread is interrupted; a second call returns at once, also while the first one is at work. Models that are
     * being started end too, and none is tried again. A cache of the group is closed by this method alone: its own {@code close()} does nothing.
     *
     * @throws CacheException if something could not be closed, after everything was tried; each failure is a suppressed exception that names its model
     */
    @Override
    void close();

    /**
     * Every registry that can be found on the class path by {@code META-INF/services/io.turnkey.CacheRegistry}, combined.
     *
     * @throws CacheException if there is none, or one that is named there cannot be loaded
     */
    static Builder discover() {
        Optional<Builder> all;
        try {
            all = ServiceLoader.load(CacheRegistry.class).stream()
                    .map(registry -> registry.get().builder())
                    .reduce(Builder::include);
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new CacheException(
                    "A generated registry that META-INF/services/io.turnkey.CacheRegistry names cannot be loaded ("
                            + e.getMessage()
                            + "): build its module anew, and look whether the jar that holds the file holds all classes of the module",
                    e);
        }
        return all.orElseThrow(
                () -> new CacheException("No generated registry on the class path: GeneratedCaches is written"
                        + " when a module with a @Cacheable entity is compiled with turnkey-processor on the annotation processor path;"
                        + " a named module must also say 'provides io.turnkey.CacheRegistry with ...'"));
    }

    /** Puts a group together; its methods may be called in any order, and none after {@code build}, {@code open} or {@link #include}: {@link IllegalStateException}. Not thread-safe. */
    interface Builder {
        /**
         * Keeps only these caches.
         *
         * @throws IllegalArgumentException if the registry has no such cache; the message lists those it has; thrown by {@code build}
         */
        Builder only(Class<?>... caches);

        /** Leaves these caches out; throws like {@link #only}. */
        Builder without(Class<?>... caches);

        /**
         * Adds the models of another module's registry; its options and overrides stay with its models. The other builder cannot be used any more.
         *
         * @throws IllegalArgumentException if {@code other} is this builder, none of a generated registry, or was told something that concerns the group; also for what {@code other} would throw when it is built
         */
        Builder include(Builder other);

        /**
         * Names the group, for logs and thread names; the default is {@code "default"}.
         *
         * @throws IllegalArgumentException if it is blank
         */
        Builder name(String name);

        /** Changes options of all models; applied before {@link #configure} and {@link #properties}. */
        Builder defaults(Consumer<CacheOptions.Builder> options);

        /** Changes options of one model; applied before {@link #properties}. */
        <C extends EntityCache<?, ?>> Builder configure(Class<C> cache, Consumer<CacheOptions.Builder> options);

        /**
         * Reads options from {@code turnkey.<Model>.<option>} (one model) and {@code turnkey.<option>} (all models); entries whose key
         * does not begin with {@code turnkey.} are left alone. Values are written as in {@code @Cacheable}.
         *
         * @throws IllegalArgumentException for an unknown model or option ("did you mean ...?") or a value that cannot be read; thrown by {@code build}
         */
        Builder properties(Map<String, String> properties);

        /**
         * Reads rows through this pool instead of the application's, so that callers who hold all of the application's connections
         * cannot starve the loads they wait for. It needs at most {@link #maxConcurrentLoads} connections, and two more while tables are loaded whole.
         */
        Builder loadFrom(DataSource dataSource);

        /**
         * How many loads that callers wait for run at once in this group; the default is 4. Initial loads are not among them: at most two run at once. A load that is given up after {@code loadTimeout} makes room for another, although
         * it may hang in the database for longer; at most as many again may do so, then fewer run, and in the end loads are refused until one ends.
         *
         * @throws IllegalArgumentException if {@code loads} is less than 1
         */
        Builder maxConcurrentLoads(int loads);

        /**
         * Runs loads on {@code executor} (virtual threads, for example), still no more at once than {@link #maxConcurrentLoads} says. The group does not shut it down. It must hand each load to another thread: on the
         * caller's, which may be one that commits, a load would wait for a connection while the caller holds one. It may refuse a load, but not make who hands one over wait until a thread is free: that is often a load itself, which
         * would wait for its own end.
         */
        Builder executor(Executor executor);

        /**
         * Shares rows, and the news of writes, with the other processes that open a group of this name, through Redis. The client library {@code redis.clients:jedis} and {@code com.fasterxml.jackson.core:jackson-core} must be on the class path.
         * Nothing waits for a Redis that is down: the caches then work from memory, and tell so by {@link CacheEvent.RedisDisconnected}. The first start waits until it is known whether there is one, at most for {@link RedisOptions#connectTimeout},
         * {@link RedisOptions#commandTimeout} and half a second together. What is missing on the class path is a {@link CacheException} of {@code build}.
         *
         * @throws NullPointerException for null
         */
        Builder redis(RedisOptions options);

        /** Replaces the clock, for tests: expiry follows it at once. */
        Builder clock(InstantSource clock);

        /** Subscribes before the first event, see {@link CacheGroup#on}. */
        <E extends CacheEvent> Builder on(Class<E> type, Consumer<? super E> listener);

        /** Makes {@link #open} close everything and throw if a model cannot be loaded. */
        Builder failFast();

        /**
         * The group, not initialized: its caches answer by reading through until {@link CacheGroup#init}. Models whose entity the persistence unit does not have are
         * left out, which is logged.
         *
         * @throws IllegalArgumentException if what was said of the models is wrong: an unknown cache or property, an option out of its range, two models of one name
         * @throws CacheException if {@code entityManagerFactory} cannot be read through: it is not Hibernate's, or multi-tenant
         */
        CacheGroup build(EntityManagerFactory entityManagerFactory);

        /**
         * Builds and initializes the group. A model whose entity the persistence unit does not have is left out, and logged. If a model cannot be loaded the group is returned all the same, after
         * a {@link CacheEvent.Failed}, and the model is tried again in the background as {@link CacheGroup#init} says, unless {@link #failFast} was called. {@link CacheGroup#health} tells what is missing and why.
         *
         * @throws CacheInitializationException with {@link #failFast}, naming each model that failed
         * @throws IllegalArgumentException as {@link #build} does
         * @throws CacheException as {@link #build} does
         */
        CacheGroup open(EntityManagerFactory entityManagerFactory);
    }
}
