package io.turnkey.internal.engine;

import io.turnkey.AuditReport;
import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Closed;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheEvent.Ready;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.CacheStats;
import io.turnkey.ImportReport;
import io.turnkey.Subscription;
import io.turnkey.SyncMode;
import io.turnkey.internal.engine.Condition.Phase;
import io.turnkey.internal.store.Entry;
import io.turnkey.internal.sync.AutoRefresh;
import io.turnkey.spi.CacheEngine;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.ListIndex;
import io.turnkey.spi.UniqueIndex;
import jakarta.persistence.EntityManagerFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The engine of one cache. */
public class Engine<S, ID> implements CacheEngine<S, ID> {
    private final EngineParts<S, ID> parts;
    private final UniqueReads<ID, S, ID> byId;
    private final AllRows<S, ID> allRows;
    private final Transfers<S, ID> transfers;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final AtomicReference<@Nullable CompletableFuture<Void>> starting = new AtomicReference<>();
    private final Hooks hooks;
    private final AutoRefresh autoRefresh;
    private final Cleanup cleanup;
    private final LifecycleLog lifecycleLog;
    private final ShutdownHook shutdownHook;
    private final AtomicBoolean closed = new AtomicBoolean();
    private Runnable beforeLoad = () -> {};
    private Runnable onReady = () -> {};
    private @Nullable Runnable onClose;

    /** A cache of {@code model} that reads {@code source}; not started. */
    public Engine(EntityModel<?, S, ID> model, CacheOptions options, EntitySource<S> source, Environment environment) {
        this.parts = new EngineParts<>(model, options, source, environment);
        this.autoRefresh = new AutoRefresh(
                parts.options().refreshInterval(),
                () -> !parts.optionsInForce().refreshInterval().isZero(),
                () -> parts.synchronizer().request(SyncMode.INCREMENTAL),
                environment.timers());
        this.cleanup = new Cleanup(parts, environment.timers());
        this.lifecycleLog = new LifecycleLog(parts, environment.log());
        this.shutdownHook = new ShutdownHook("turnkey-" + model.name() + "-shutdown", this::close);
        WriteBarrier<S, ID> barrier = new WriteBarrier<>(
                parts,
                environment.timers(),
                new BackgroundReloading<>(parts, () -> starting.get() != null && !closed.get()));
        this.hooks = new Hooks(barrier, environment.feeds());
        this.byId = new UniqueReads<>(parts.id(), parts);
        this.allRows = new AllRows<>(parts, this::isReady);
        this.transfers = new Transfers<>(parts, ModelFile.of(model, source));
        parts.tickets().refuse(!options.enabled());
        parts.join(environment.timers(), barrier::reload);
    }

    /** Runs {@code wait} before the table is read for the first time, once the database's writes are heard. */
    public void beforeLoad(Runnable wait) {
        beforeLoad = wait;
    }

    /** Runs {@code action} once the cache is ready and everybody who listens has been told; on the thread that started it. */
    public void onReady(Runnable action) {
        onReady = action;
    }

    /** Lets {@link #close()} end the cache and then run {@code action}; without it, {@code close} does nothing, and who made the engine calls {@link #shutdown}. */
    public void onClose(Runnable action) {
        onClose = action;
    }

    @Override
    public EntityModel<?, S, ID> model() {
        return parts.model();
    }

    @Override
    public UniqueIndex<ID, S> byId() {
        return byId;
    }

    @Override
    public <K> UniqueIndex<K, S> unique(KeyModel<S, K> key) {
        return new UniqueReads<>(parts.unique(key), parts);
    }

    @Override
    public <K> ListIndex<K, S> list(KeyModel<S, K> key) {
        return new ListReads<>(key, parts.ordinal(key), parts);
    }

    @Override
    public Optional<S> refresh(ID id) {
        parts.checkOpen();
        ID own = model().id()
                .copy()
                .apply(Objects.requireNonNull(id, model().id().name()));
        Optional<S> row = parts.rows().reload(parts.id(), own);
        if (row.isPresent()) {
            parts.rowEvents().refreshed(own);
        }
        return row;
    }

    @Override
    public void invalidateMany(Collection<? extends ID> ids) {
        parts.checkOpen();
        parts.changes().rows(List.copyOf(ids));
    }

    @Override
    public boolean isExpired(ID id) {
        parts.checkOpen();
        Entry<S> entry = parts.store()
                .entries()
                .get(Objects.requireNonNull(id, model().id().name()));
        return entry != null && !entry.isDead() && !entry.isFresh(parts.clock().millis());
    }

    @Override
    public List<S> listAll() {
        parts.checkOpen();
        return allRows.list();
    }

    @Override
    public List<S> cached() {
        parts.checkOpen();
        return allRows.cached();
    }

    @Override
    public int size() {
        return parts.store().size();
    }

    @Override
    public void clear() {
        parts.checkOpen();
        parts.changes().clear();
    }

    @Override
    public ImportReport preload(Supplier<? extends Collection<? extends S>> rows) {
        return transfers.preload(rows);
    }

    @Override
    public void writeJson(OutputStream out, boolean includeMeta) {
        transfers.write(out, includeMeta);
    }

    @Override
    public ImportReport readJson(InputStream in) {
        return transfers.read(in);
    }

    @Override
    public void bypass(boolean bypass) {
        parts.checkOpen();
        parts.tickets().refuse(bypass);
        parts.changes().forget();
    }

    @Override
    public void start() {
        parts.checkOpen();
        if (isReady()) {
            return;
        }
        CompletableFuture<Void> mine = new CompletableFuture<>();
        CompletableFuture<Void> running = starting.compareAndExchange(null, mine);
        if (running == null) {
            begin(mine);
            running = mine;
        }
        try {
            running.join();
        } catch (CompletionException e) {
            parts.checkOpen();
            throw notLoaded(e.getCause() == null ? e : e.getCause());
        }
    }

    private CacheLoadException notLoaded(Throwable cause) {
        String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return new CacheLoadException(model() + " could not be loaded: " + why, cause);
    }

    private void begin(CompletableFuture<Void> result) {
        long begun = System.nanoTime();
        try {
            if (hooks.canAttach()) {
                // Before the table is read, or a write between the two would go unnoticed.
                hooks.attach();
            }
            beforeLoad.run();
            parts.load();
            parts.checkOpen();
            cleanup.start();
            autoRefresh.start();
            lifecycleLog.ready(begun);
            ready.countDown();
            parts.events().publish(new Ready(model().name(), size()));
            onReady.run();
            result.complete(null);
        } catch (Throwable e) {
            fail(result, e);
        }
    }

    private void fail(CompletableFuture<Void> start, Throwable failure) {
        starting.compareAndSet(start, null);
        try {
            // A group tells of its caches' starts itself: it knows which of them are one failure.
            if (onClose != null && !closed.get()) {
                parts.events().publish(new Failed(model().name(), "start", notLoaded(failure)));
            }
        } finally {
            start.completeExceptionally(failure);
        }
    }

    @Override
    public void sync(SyncMode mode) {
        parts.checkOpen();
        parts.synchronizer().sync(Objects.requireNonNull(mode, "mode"));
    }

    @Override
    public void attachHooks() {
        parts.checkOpen();
        hooks.attach();
    }

    @Override
    public void attachHooks(EntityManagerFactory other) {
        parts.checkOpen();
        hooks.attach(other);
    }

    @Override
    public void detachHooks() {
        hooks.detach();
    }

    @Override
    public void startAutoRefresh() {
        parts.checkOpen();
        autoRefresh.start();
    }

    @Override
    public void stopAutoRefresh() {
        autoRefresh.stop();
    }

    @Override
    public void startCleanup() {
        parts.checkOpen();
        cleanup.start();
    }

    @Override
    public void stopCleanup() {
        cleanup.stop();
    }

    /** Removes what may not be served any more. */
    public void cleanUp() {
        cleanup.run();
    }

    @Override
    public void closeOnShutdown() {
        parts.checkOpen();
        if (onClose != null) {
            shutdownHook.register();
        }
    }

    @Override
    public AuditReport audit(int sampleSize) {
        parts.checkOpen();
        return new Audit<>(parts).run(sampleSize);
    }

    @Override
    public boolean isReady() {
        return ready.getCount() == 0 && !closed.get();
    }

    @Override
    public boolean waitUntilReady(Duration timeout) {
        try {
            // Who is interrupted need not wait for what is ready either.
            return isReady() || (ready.await(TimeUnit.NANOSECONDS.convert(timeout), TimeUnit.NANOSECONDS) && isReady());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public CacheStats stats() {
        return Statistics.of(parts);
    }

    @Override
    public CacheOptions options() {
        return parts.optionsInForce();
    }

    @Override
    public <E extends CacheEvent> Subscription on(Class<E> type, Consumer<? super E> listener) {
        return parts.events().on(model().name(), type, listener);
    }

    @Override
    public void close() {
        Runnable last = onClose;
        if (last != null && closed.compareAndSet(false, true)) {
            try {
                end();
                last.run();
            } finally {
                shutdownHook.close();
            }
        }
    }

    /** Ends the cache, without {@link #onClose}. */
    public void shutdown() {
        if (closed.compareAndSet(false, true)) {
            end();
        }
    }

    private void end() {
        hooks.close();
        autoRefresh.close();
        cleanup.close();
        parts.close();
        CompletableFuture<Void> start = starting.get();
        if (start != null) {
            start.completeExceptionally(new IllegalStateException(model().name() + " is closed"));
        }
        // Who waits for it waits for nothing now.
        ready.countDown();
        lifecycleLog.closed();
        parts.events().publish(new Closed(model().name()));
    }

    /** How it is, for who looks after it. */
    public Condition condition() {
        Phase phase = closed.get()
                ? Phase.CLOSED
                : isReady() ? Phase.READY : starting.get() != null ? Phase.STARTING : Phase.IDLE;
        return new Condition(
                phase,
                parts.readsThrough(),
                parts.tickets().isRefusing(),
                hooks.isDeaf(),
                autoRefresh.pace(),
                parts.synchronizer().failures(),
                parts.loadFailures());
    }

    /** For engines that know what changed. */
    EngineParts<S, ID> parts() {
        return parts;
    }
}
