package io.turnkey.spi;

import io.turnkey.AuditReport;
import io.turnkey.CacheEvent;
import io.turnkey.CacheOptions;
import io.turnkey.CacheStats;
import io.turnkey.ImportReport;
import io.turnkey.Subscription;
import io.turnkey.SyncMode;
import jakarta.persistence.EntityManagerFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What stands behind a generated cache. The methods do what {@link io.turnkey.EntityCache} says of those of the same name.
 *
 * @param <S> the snapshot
 * @param <ID> the id
 */
public interface CacheEngine<S, ID> {
    /** What this cache holds. */
    EntityModel<?, S, ID> model();

    /** The rows by their id. */
    UniqueIndex<ID, S> byId();

    /** The rows by a unique key. */
    <K> UniqueIndex<K, S> unique(KeyModel<S, K> key);

    /** The rows by a key that is not unique. */
    <K> ListIndex<K, S> list(KeyModel<S, K> key);

    /** See {@link io.turnkey.EntityCache#refreshById}. */
    Optional<S> refresh(ID id);

    /** See {@link io.turnkey.EntityCache#invalidateMany}. */
    void invalidateMany(Collection<? extends ID> ids);

    /** See {@link io.turnkey.EntityCache#isExpired}. */
    boolean isExpired(ID id);

    /** See {@link io.turnkey.EntityCache#listAll}. */
    List<S> listAll();

    /** See {@link io.turnkey.EntityCache#cached}. */
    List<S> cached();

    /** See {@link io.turnkey.EntityCache#size}. */
    int size();

    /** See {@link io.turnkey.EntityCache#clear}. */
    void clear();

    /** See {@link io.turnkey.EntityCache#preload}. */
    ImportReport preload(Supplier<? extends Collection<? extends S>> rows);

    /** See {@link io.turnkey.EntityCache#writeJson}. */
    void writeJson(OutputStream out, boolean includeMeta);

    /** See {@link io.turnkey.EntityCache#readJson}. */
    ImportReport readJson(InputStream in);

    /** See {@link io.turnkey.EntityCache#bypass}. */
    void bypass(boolean bypass);

    /** See {@link io.turnkey.EntityCache#start}. */
    void start();

    /** See {@link io.turnkey.EntityCache#sync}. */
    void sync(SyncMode mode);

    /** See {@link io.turnkey.EntityCache#attachHooks()}. */
    void attachHooks();

    /** See {@link io.turnkey.EntityCache#attachHooks(EntityManagerFactory)}. */
    void attachHooks(EntityManagerFactory other);

    /** See {@link io.turnkey.EntityCache#detachHooks}. */
    void detachHooks();

    /** See {@link io.turnkey.EntityCache#startAutoRefresh}. */
    void startAutoRefresh();

    /** See {@link io.turnkey.EntityCache#stopAutoRefresh}. */
    void stopAutoRefresh();

    /** See {@link io.turnkey.EntityCache#startCleanup}. */
    void startCleanup();

    /** See {@link io.turnkey.EntityCache#stopCleanup}. */
    void stopCleanup();

    /** See {@link io.turnkey.EntityCache#closeOnShutdown}. */
    void closeOnShutdown();

    /** See {@link io.turnkey.EntityCache#audit}. */
    AuditReport audit(int sampleSize);

    /** See {@link io.turnkey.EntityCache#isReady}. */
    boolean isReady();

    /** See {@link io.turnkey.EntityCache#waitUntilReady}. */
    boolean waitUntilReady(Duration timeout);

    /** See {@link io.turnkey.EntityCache#stats}. */
    CacheStats stats();

    /** See {@link io.turnkey.EntityCache#options}. */
    CacheOptions options();

    /** See {@link io.turnkey.EntityCache#on}. */
    <E extends CacheEvent> Subscription on(Class<E> type, Consumer<? super E> listener);

    /** See {@link io.turnkey.EntityCache#close}. */
    void close();
}
