package io.turnkey.internal.group;

import io.turnkey.CacheException;
import io.turnkey.RedisOptions;
import io.turnkey.Subscription;
import io.turnkey.internal.engine.Environment;
import io.turnkey.internal.engine.WriteFeeds;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.event.EventLog;
import io.turnkey.internal.event.SquashedLog;
import io.turnkey.internal.load.LoadExecutor;
import io.turnkey.internal.time.CoarseClock;
import io.turnkey.spi.EntitySources;
import io.turnkey.spi.WriteSink;
import jakarta.persistence.EntityManagerFactory;
import java.time.InstantSource;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What the caches of a group share: the database, threads, clock, events and log. */
final class Resources implements WriteFeeds, AutoCloseable {
    private static final int IDLE_SECONDS = 5;

    /** Loads of whole tables; more at once would take the database from those who wait for a row. */
    private static final int CONCURRENT_SYNCS = 2;

    private final EntityManagerFactory factory;
    private final Adapters adapters;
    private final EntitySources sources;

    /** The other persistence units whose writes are heard; guarded by itself. */
    private final IdentityHashMap<EntityManagerFactory, EntitySources> others = new IdentityHashMap<>();

    private final SquashedLog log;
    private final ScheduledThreadPoolExecutor timers;
    private final ExecutorService listeners;
    private final EventBus events;
    private final LoadExecutor loads;
    private final LoadExecutor syncs;
    private final ExecutorService retries;
    private final CoarseClock clock;
    private final @Nullable RedisConnection redis;
    private final String name;

    /**
     * Opens everything.
     *
     * @throws CacheException if no adapter can read through {@code factory}, or Redis shall be used and its adapter or library is missing
     */
    Resources(Settings settings, Adapters adapters, EntityManagerFactory factory) {
        this.name = settings.name();
        this.factory = factory;
        this.adapters = adapters;
        // First, for it may fail, and nothing else is open yet.
        this.sources = adapters.sources().open(factory, settings.loadFrom());
        InstantSource given = settings.clock();
        log = new SquashedLog(given == null ? InstantSource.system() : given, settings.loggers());
        timers = new ScheduledThreadPoolExecutor(1, new NamedThreads(settings.name(), "timer"));
        timers.setRemoveOnCancelPolicy(true);
        // As many threads as there are busy listeners, so that none waits for another; none when nothing happens.
        listeners = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                new NamedThreads(settings.name(), "events"));
        events = new EventBus(listeners, log);
        loads = new LoadExecutor(
                settings.maxConcurrentLoads(), settings.executor(), new NamedThreads(settings.name(), "load"));
        syncs = new LoadExecutor(CONCURRENT_SYNCS, settings.executor(), new NamedThreads(settings.name(), "sync"));
        // Each waits for a load, of which no more run at once.
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                CONCURRENT_SYNCS,
                CONCURRENT_SYNCS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                new NamedThreads(settings.name(), "retry"));
        pool.allowCoreThreadTimeOut(true);
        retries = pool;
        clock = given == null ? CoarseClock.ticking(timers) : CoarseClock.of(given);
        new EventLog(log).listenTo(events);
        settings.subscribe(events);
        RedisOptions options = settings.redis();
        try {
            redis = options == null
                    ? null
                    : new RedisConnection(adapters.secondLevels(), options, name, events, clock::millis);
        } catch (RuntimeException | Error e) {
            closeLocal(new Attempts()).addTo(e);
            throw e;
        }
    }

    EventBus events() {
        return events;
    }

    SquashedLog log() {
        return log;
    }

    EntitySources sources() {
        return sources;
    }

    /** The connection to Redis, not started; {@code null} if nothing is shared. */
    @Nullable
    RedisConnection redis() {
        return redis;
    }

    /** What an engine needs. */
    Environment environment() {
        return new Environment(clock, loads, syncs, events, timers, this, redis == null ? null : redis.shared());
    }

    /** What an engine waits for before it first reads its table. */
    void awaitRedis() {
        if (redis != null) {
            redis.await();
        }
    }

    /** What starts these caches. */
    Starter starter(Collection<Member> members) {
        return new Starter(name, members, events, clock::millis, timers, retries);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // a factory is nobody but itself
    public boolean isOwn(EntityManagerFactory other) {
        return other == factory;
    }

    @Override
    public Subscription listen(WriteSink<?> sink) {
        return sources.listen(sink);
    }

    @Override
    public Subscription listen(WriteSink<?> sink, EntityManagerFactory other) {
        EntitySources open;
        synchronized (others) {
            open = others.computeIfAbsent(other, unknown -> adapters.sources().open(unknown, null));
        }
        if (!open.manages(sink.model().entity())) {
            throw new CacheException(sink.model().entity().getName()
                    + " is not an entity of the other persistence unit: none of its writes could be told to be writes to "
                    + sink.model());
        }
        return open.listen(sink);
    }

    private void closeOthers() {
        synchronized (others) {
            Attempts closings = new Attempts();
            others.values().forEach(open -> closings.attempt("another persistence unit", open::close));
            others.clear();
            closings.orThrow("Closing");
        }
    }

    /** Ends everything, what produces events before what delivers them; every part is attempted. */
    @Override
    public void close() {
        Attempts closings = new Attempts();
        if (redis != null) {
            closings.attempt("Redis", redis::close);
        }
        closeLocal(closings).orThrow("Closing");
    }

    private Attempts closeLocal(Attempts closings) {
        return closings.attempt("the clock", clock::close)
                .attempt("the timers", () -> stop(timers))
                .attempt("the retries", () -> stop(retries))
                .attempt("the loads", loads::close)
                .attempt("the loads of whole tables", syncs::close)
                .attempt("the events", events::close)
                .attempt("the listeners' threads", listeners::shutdown)
                .attempt("the log", log::close)
                .attempt("the other persistence units", this::closeOthers)
                .attempt("the database access", sources::close);
    }

    /** Waits a moment for the threads, so that none is left when {@code close} returns. */
    private static void stop(ExecutorService threads) {
        threads.shutdownNow();
        try {
            threads.awaitTermination(IDLE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
