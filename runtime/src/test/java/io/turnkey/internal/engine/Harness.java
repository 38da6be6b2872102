package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheOptions;
import io.turnkey.CacheStats;
import io.turnkey.CopyFormat;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.event.SquashedLog;
import io.turnkey.internal.load.LoadExecutor;
import io.turnkey.internal.store.StoreIntegrity;
import io.turnkey.internal.time.CoarseClock;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.ListIndex;
import io.turnkey.spi.SecondLevel;
import io.turnkey.spi.UniqueIndex;
import io.turnkey.spi.WriteSink;
import io.turnkey.testing.engine.ManualClock;
import io.turnkey.testing.engine.ManualTimers;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Row.TenantLogin;
import io.turnkey.testing.engine.RowModel;
import io.turnkey.testing.engine.Table;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** An engine over a {@link Table}, with all that it needs. */
final class Harness implements AutoCloseable {
    /** Of a {@link #node}. */
    static final Duration DISCONNECTED_TTL = Duration.ofSeconds(10);

    private static final int MAX_LOADS = 4;

    final Table table;
    final ManualClock clock = new ManualClock();
    final ManualTimers timers = new ManualTimers();
    final Feeds feeds = new Feeds();
    final RowModel model;
    final Engine<Row, Long> engine;
    final UniqueIndex<Long, Row> byId;
    final UniqueIndex<String, Row> byEmail;
    final UniqueIndex<TenantLogin, Row> byLogin;
    final ListIndex<Status, Row> byStatus;
    final ListIndex<String, Row> byTenant;
    private final @Nullable ExecutorService threads;
    private final AtomicInteger running = new AtomicInteger();

    private Harness(RowModel model, CacheOptions options, @Nullable Executor executor) {
        this(model, options, executor, new Table(), null);
    }

    private Harness(
            RowModel model, CacheOptions options, @Nullable Executor executor, Table table, @Nullable Shared shared) {
        this.model = model;
        this.table = table;
        threads = executor == null ? Executors.newCachedThreadPool() : null;
        Executor runs = counted(executor == null ? threads : executor);
        engine = new Engine<>(
                model.model,
                options,
                table,
                new Environment(
                        CoarseClock.of(clock),
                        new LoadExecutor(executor == null ? MAX_LOADS : Integer.MAX_VALUE, runs, Thread::new),
                        new LoadExecutor(2, runs, Thread::new),
                        new EventBus(Runnable::run, new SquashedLog(clock)),
                        timers,
                        feeds,
                        shared));
        byId = engine.byId();
        byEmail = engine.unique(model.email);
        byLogin = engine.unique(model.login);
        byStatus = engine.list(model.status);
        byTenant = engine.list(model.tenant);
    }

    private Executor counted(Executor executor) {
        return task -> {
            running.incrementAndGet();
            executor.execute(() -> {
                try {
                    task.run();
                } finally {
                    running.decrementAndGet();
                }
            });
        };
    }

    /** An engine whose rows have versions; jitter is off. */
    static Harness versioned(UnaryOperator<CacheOptions.Builder> options) {
        return of(true, options, row -> {});
    }

    /** An engine that is told nothing of versions. */
    static Harness unversioned(UnaryOperator<CacheOptions.Builder> options) {
        return of(false, options, row -> {});
    }

    /** An engine whose table can tell when a row changed. */
    static Harness timed(boolean versioned, UnaryOperator<CacheOptions.Builder> options) {
        return new Harness(new RowModel(versioned, true, row -> {}), build(options), null);
    }

    /** An engine with all options; {@code indexing} is called in the middle of putting a row into the e-mail index, see {@link RowModel}. */
    static Harness of(boolean versioned, UnaryOperator<CacheOptions.Builder> options, Consumer<Row> indexing) {
        return new Harness(new RowModel(versioned, indexing), build(options), null);
    }

    /** An engine that loads on the caller's thread, or on what {@code executor} makes of it. */
    static Harness on(Executor executor, boolean versioned, UnaryOperator<CacheOptions.Builder> options) {
        return new Harness(new RowModel(versioned, row -> {}), build(options), executor);
    }

    /** A node: an engine over the table of others that loads on the caller's thread and shares through {@code secondLevel}. */
    static Harness node(Table table, FakeSecondLevel secondLevel, UnaryOperator<CacheOptions.Builder> options) {
        return node(table, secondLevel, Runnable::run, options);
    }

    /** A node that loads on what {@code executor} makes of the caller's thread; on threads of its own if it is {@code null}. */
    static Harness node(
            Table table,
            FakeSecondLevel secondLevel,
            @Nullable Executor executor,
            UnaryOperator<CacheOptions.Builder> options) {
        return new Harness(
                new RowModel(true, row -> {}),
                build(options),
                executor,
                table,
                new Shared(secondLevel, DISCONNECTED_TTL, CopyFormat.BINARY));
    }

    /** An engine with a table of its own that shares through {@code secondLevel}; {@code indexing} as in {@link #of}. */
    static Harness sharing(
            boolean versioned,
            SecondLevel secondLevel,
            Consumer<Row> indexing,
            UnaryOperator<CacheOptions.Builder> options) {
        return sharing(versioned, secondLevel, CopyFormat.BINARY, indexing, options);
    }

    /** The same with copies of another format. */
    static Harness sharing(
            boolean versioned,
            SecondLevel secondLevel,
            CopyFormat format,
            Consumer<Row> indexing,
            UnaryOperator<CacheOptions.Builder> options) {
        return new Harness(
                new RowModel(versioned, indexing),
                build(options),
                null,
                new Table(),
                new Shared(secondLevel, DISCONNECTED_TTL, format));
    }

    /** An engine of another model that loads on the caller's thread, without timers. */
    static <S, ID> Engine<S, ID> direct(
            EntityModel<?, S, ID> model, CacheOptions options, EntitySource<S> source, Feeds feeds) {
        return on(Runnable::run, model, options, source, feeds);
    }

    /** An engine of another model that loads on {@code executor}, without timers. */
    static <S, ID> Engine<S, ID> on(
            Executor executor, EntityModel<?, S, ID> model, CacheOptions options, EntitySource<S> source, Feeds feeds) {
        LoadExecutor loads = new LoadExecutor(Integer.MAX_VALUE, executor, Thread::new);
        ManualClock clock = new ManualClock();
        return new Engine<>(
                model,
                options,
                source,
                new Environment(
                        CoarseClock.of(clock),
                        loads,
                        loads,
                        new EventBus(Runnable::run, new SquashedLog(clock)),
                        null,
                        feeds,
                        null));
    }

    private static CacheOptions build(UnaryOperator<CacheOptions.Builder> options) {
        return options.apply(CacheOptions.builder().ttlJitter(0)).build();
    }

    Optional<Row> id(long id) {
        return byId.get(id);
    }

    Optional<Row> email(String email) {
        return byEmail.get(email);
    }

    /** Commits rows and says which changed, but not how: as a bulk write does. */
    void write(Row... rows) {
        table.put(rows);
        for (Row row : rows) {
            byId.invalidate(row.id());
        }
    }

    /** Commits a row and says from what to what, as a flush does. */
    void writeKnown(Row row) {
        Row before = table.row(row.id());
        table.put(row);
        engine.parts().changes().row(row.id(), before, row);
    }

    /** Says of a committed row what it was before. */
    void announce(@Nullable Row before, Row after) {
        engine.parts().changes().row(after.id(), before, after);
    }

    /** Commits a deletion and says of what. */
    void deleteKnown(long id) {
        Row before = table.row(id);
        table.delete(id);
        engine.parts().changes().row(id, before, null);
    }

    /** Hears of the writes that a test makes up. */
    WriteSink<Long> sink() {
        engine.attachHooks();
        return feeds.sink();
    }

    /** A transaction that hooks hear of. */
    Transaction transaction() {
        return new Transaction(this);
    }

    CacheStats stats() {
        return engine.stats();
    }

    /** Fails unless everything agrees with everything; waits for loads that are under way. */
    void checkIntegrity() {
        awaitIdle();
        StoreIntegrity.check(
                engine.parts().store(), engine.parts().lists(), engine.options().maxSize());
        if (engine.parts().flights() != 0) {
            throw new AssertionError(
                    "Flights that never landed: " + engine.parts().flights());
        }
    }

    /** Waits until the loads have ended; they answer a little earlier. */
    void awaitLoads() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (running.get() > 0) {
            assertThat(System.nanoTime() - deadline).as("all loads ended").isNegative();
            Thread.onSpinWait();
        }
    }

    /** Waits until nothing is read again in the background. */
    void awaitReloads() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!engine.parts().reloads().isIdle()) {
            assertThat(System.nanoTime() - deadline).as("all reloads ended").isNegative();
            Thread.onSpinWait();
        }
    }

    private void awaitIdle() {
        if (threads != null) {
            threads.shutdown();
            try {
                assertThat(threads.awaitTermination(60, TimeUnit.SECONDS))
                        .as("all loads ended")
                        .isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        engine.shutdown();
    }
}
