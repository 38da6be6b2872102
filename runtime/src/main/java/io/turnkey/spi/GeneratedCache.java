package io.turnkey.spi;

import io.turnkey.AuditReport;
import io.turnkey.CacheEvent;
import io.turnkey.CacheOptions;
import io.turnkey.CacheStats;
import io.turnkey.EntityCache;
import io.turnkey.ImportReport;
import io.turnkey.Subscription;
import io.turnkey.SyncMode;
import jakarta.persistence.EntityManagerFactory;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The superclass of every generated cache: the common operations, each handed to the engine.
 *
 * @param <S> the snapshot
 * @param <ID> the id
 */
public abstract class GeneratedCache<S, ID> extends EntityCache<S, ID> {
    private final CacheEngine<S, ID> engine;
    private final UniqueIndex<ID, S> byId;
    private final NamedKeys<S, ID> keys;

    /** A cache on this engine. */
    protected GeneratedCache(CacheEngine<S, ID> engine) {
        this.engine = engine;
        this.byId = engine.byId();
        this.keys = new NamedKeys<>(engine);
    }

    @Override
    public Optional<S> getById(ID id) {
        return byId.get(id);
    }

    @Override
    public Map<ID, S> getManyById(Collection<? extends ID> ids) {
        return byId.getMany(ids);
    }

    @Override
    public Optional<S> peekById(ID id) {
        return byId.peek(id);
    }

    @Override
    public boolean isCachedById(ID id) {
        return byId.isCached(id);
    }

    @Override
    public boolean isExpired(ID id) {
        return engine.isExpired(id);
    }

    @Override
    public Optional<S> refreshById(ID id) {
        return engine.refresh(id);
    }

    @Override
    public void invalidateById(ID id) {
        byId.invalidate(id);
    }

    @Override
    public void invalidateMany(Collection<? extends ID> ids) {
        engine.invalidateMany(ids);
    }

    @Override
    public Optional<S> getByKey(String key, Object value) {
        return keys.get(key, value);
    }

    @Override
    public Map<Object, S> getManyByKey(String key, Collection<?> values) {
        return keys.getMany(key, values);
    }

    @Override
    public List<S> listByKey(String key, Object value) {
        return keys.list(key, value);
    }

    @Override
    public boolean isCached(String key, Object value) {
        return keys.isCached(key, value);
    }

    @Override
    public void invalidate(String key, Object value) {
        keys.invalidate(key, value);
    }

    @Override
    public List<S> listAll() {
        return engine.listAll();
    }

    @Override
    public List<S> cached() {
        return engine.cached();
    }

    @Override
    public int size() {
        return engine.size();
    }

    @Override
    public String dump(int limit) {
        return engine.cached().stream().limit(limit).map(Object::toString).collect(Collectors.joining("\n"));
    }

    @Override
    public void clear() {
        engine.clear();
    }

    @Override
    public void clearIndex(String key) {
        keys.clear(key);
    }

    @Override
    public ImportReport preload(Supplier<? extends Collection<? extends S>> rows) {
        return engine.preload(rows);
    }

    @Override
    public String toJson(boolean includeMeta) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        engine.writeJson(out, includeMeta);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Override
    public ImportReport loadFromJson(String json) {
        return engine.readJson(JsonText.bytes(model(), Objects.requireNonNull(json, "json")));
    }

    @Override
    public void writeJson(OutputStream out, boolean includeMeta) {
        engine.writeJson(out, includeMeta);
    }

    @Override
    public ImportReport readJson(InputStream in) {
        return engine.readJson(in);
    }

    @Override
    public void bypass(boolean bypass) {
        engine.bypass(bypass);
    }

    @Override
    public void start() {
        engine.start();
    }

    @Override
    public void sync(SyncMode mode) {
        engine.sync(mode);
    }

    @Override
    public void attachHooks() {
        engine.attachHooks();
    }

    @Override
    public void attachHooks(EntityManagerFactory other) {
        engine.attachHooks(other);
    }

    @Override
    public void detachHooks() {
        engine.detachHooks();
    }

    @Override
    public void startAutoRefresh() {
        engine.startAutoRefresh();
    }

    @Override
    public void stopAutoRefresh() {
        engine.stopAutoRefresh();
    }

    @Override
    public void startCleanup() {
        engine.startCleanup();
    }

    @Override
    public void stopCleanup() {
        engine.stopCleanup();
    }

    @Override
    public void closeOnShutdown() {
        engine.closeOnShutdown();
    }

    @Override
    public AuditReport audit(int sampleSize) {
        return engine.audit(sampleSize);
    }

    @Override
    public boolean isReady() {
        return engine.isReady();
    }

    @Override
    public boolean waitUntilReady(Duration timeout) {
        return engine.waitUntilReady(timeout);
    }

    @Override
    public CacheStats stats() {
        return engine.stats();
    }

    @Override
    public CacheOptions options() {
        return engine.options();
    }

    @Override
    public String model() {
        return engine.model().name();
    }

    @Override
    public <E extends CacheEvent> Subscription on(Class<E> type, Consumer<? super E> listener) {
        return engine.on(type, listener);
    }

    @Override
    public void close() {
        engine.close();
    }

    @Override
    public String toString() {
        return model() + "[size=" + size() + "]";
    }
}
