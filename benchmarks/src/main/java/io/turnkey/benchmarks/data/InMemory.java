package io.turnkey.benchmarks.data;

import io.turnkey.EntityCache;
import io.turnkey.annotation.LoadMode;
import io.turnkey.internal.engine.Engine;
import io.turnkey.internal.engine.Environment;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.event.SquashedLog;
import io.turnkey.internal.load.LoadExecutor;
import io.turnkey.internal.time.CoarseClock;
import io.turnkey.spi.CacheDefinition;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;

/**
 * A generated cache as a group makes it, but over a {@link Table} that is read on the caller's thread: what it is compared with loads like that, too.
 *
 * @param cache the cache
 */
public record InMemory<C extends EntityCache<?, ?>>(C cache, Engine<?, ?> engine, ScheduledExecutorService timers)
        implements AutoCloseable {
    /** A cache of at most so many rows. */
    public static <C extends EntityCache<S, ID>, S, ID> InMemory<C> of(
            CacheDefinition<C, S, ID> definition, Table<S> table, int maxSize) {
        ScheduledExecutorService timers = Executors.newSingleThreadScheduledExecutor();
        LoadExecutor direct = new LoadExecutor(Integer.MAX_VALUE, Runnable::run, Thread::new);
        EventBus events = new EventBus(Runnable::run, new SquashedLog(InstantSource.system()));
        Environment environment =
                new Environment(CoarseClock.ticking(timers), direct, direct, events, timers, null, null);
        Engine<S, ID> engine = new Engine<>(
                definition.model(),
                definition.model().options().toBuilder()
                        .load(LoadMode.LAZY)
                        .ttl(Duration.ofMinutes(30))
                        .loadTimeout(Duration.ofMinutes(30))
                        .maxSize(maxSize)
                        .build(),
                table,
                environment);
        engine.start();
        return new InMemory<>(definition.constructor().apply(engine), engine, timers);
    }

    @Override
    public void close() {
        engine.shutdown();
        timers.shutdownNow();
    }
}
