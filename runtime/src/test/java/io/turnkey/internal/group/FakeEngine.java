package io.turnkey.internal.group;

import io.turnkey.AuditReport;
import io.turnkey.CacheEvent;
import io.turnkey.CacheOptions;
import io.turnkey.CacheStats;
import io.turnkey.ImportReport;
import io.turnkey.Subscription;
import io.turnkey.SyncMode;
import io.turnkey.internal.engine.Condition;
import io.turnkey.internal.engine.Condition.Phase;
import io.turnkey.internal.group.Shop.Item;
import io.turnkey.spi.CacheEngine;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.ListIndex;
import io.turnkey.spi.UniqueIndex;
import jakarta.persistence.EntityManagerFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** An engine of which a test decides what each call of the group does. */
final class FakeEngine implements CacheEngine<Item, Long> {
    private final EntityModel<?, Item, Long> model;
    Runnable onStart = () -> {};
    private Runnable told = () -> {};
    BooleanSupplier onWait = this::isReady;
    Runnable onSize = () -> {};
    Runnable onClear = () -> {};
    Runnable onSync = () -> {};
    final Queue<SyncMode> syncs = new ConcurrentLinkedQueue<>();
    int size;
    int closes;
    volatile boolean ready;

    FakeEngine(EntityModel<?, Item, Long> model) {
        this.model = model;
    }

    @Override
    public EntityModel<?, Item, Long> model() {
        return model;
    }

    @Override
    public void start() {
        onStart.run();
        ready = true;
        told.run();
    }

    /** As of the real engine. */
    void onReady(Runnable action) {
        told = action;
    }

    @Override
    public boolean isReady() {
        return ready;
    }

    @Override
    public boolean waitUntilReady(Duration timeout) {
        return onWait.getAsBoolean();
    }

    /** What the real engine would say of itself. */
    Condition condition() {
        return new Condition(
                closes > 0 ? Phase.CLOSED : ready ? Phase.READY : Phase.IDLE,
                true,
                false,
                false,
                Duration.ZERO,
                null,
                null);
    }

    @Override
    public void clear() {
        onClear.run();
        size = 0;
    }

    @Override
    public int size() {
        onSize.run();
        return size;
    }

    @Override
    public void close() {
        closes++;
    }

    @Override
    public ImportReport preload(Supplier<? extends Collection<? extends Item>> rows) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void writeJson(OutputStream out, boolean includeMeta) {
        throw new UnsupportedOperationException();
    }

    @Override
    public ImportReport readJson(InputStream in) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CacheOptions options() {
        return model.options();
    }

    @Override
    public CacheStats stats() {
        return new CacheStats(
                model.name(),
                size(),
                options().maxSize(),
                false,
                Map.of(),
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Duration.ZERO,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                0,
                Duration.ZERO,
                false,
                null,
                Duration.ZERO,
                options());
    }

    @Override
    public UniqueIndex<Long, Item> byId() {
        return new UniqueIndex<>() {
            @Override
            public Optional<Item> get(Long key) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Map<Long, Item> getMany(Collection<? extends Long> keys) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Item> peek(Long key) {
                throw new UnsupportedOperationException();
            }

            @Override
            public boolean isCached(Long key) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void invalidate(Long key) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void clear() {
                throw new UnsupportedOperationException();
            }
        };
    }

    @Override
    public <K> UniqueIndex<K, Item> unique(KeyModel<Item, K> key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <K> ListIndex<K, Item> list(KeyModel<Item, K> key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Item> refresh(Long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void invalidateMany(Collection<? extends Long> ids) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isExpired(Long id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Item> listAll() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Item> cached() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void sync(SyncMode mode) {
        syncs.add(mode);
        onSync.run();
    }

    @Override
    public void attachHooks() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void attachHooks(EntityManagerFactory other) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void detachHooks() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void startAutoRefresh() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void stopAutoRefresh() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void startCleanup() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void stopCleanup() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void closeOnShutdown() {
        throw new UnsupportedOperationException();
    }

    @Override
    public AuditReport audit(int sampleSize) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void bypass(boolean bypass) {
        throw new UnsupportedOperationException();
    }

    @Override
    public <E extends CacheEvent> Subscription on(Class<E> type, Consumer<? super E> listener) {
        throw new UnsupportedOperationException();
    }
}
