package io.turnkey;

import jakarta.persistence.EntityManagerFactory;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The cache of one model: immutable snapshots of an entity's rows, found by id and by every key.
 *
 * <p>The generated {@code UserCache} extends it with the typed methods of its keys. All methods may be called from any
 * thread. A hit takes no lock. A miss reads the database on another thread with a connection of its own, and so answers with
 * committed state even inside a transaction; it throws {@link CacheLoadException} if the database fails or
 * takes longer than {@code loadTimeout}. Every method that reads or changes the cache throws {@link IllegalStateException}
 * once it is closed, and {@link NullPointerException} for a null id, key or argument.
 *
 * @param <S> the snapshot
 * @param <ID> the id
 */
public abstract class EntityCache<S, ID> implements AutoCloseable {
    /** Only generated code and the engine extend this class. */
    protected EntityCache() {}

    /** The row with this id, from memory or else from the database; empty if there is no such row. */
    public abstract Optional<S> getById(ID id);

    /**
     * The rows with these ids, in the order of {@code ids}, without those that do not exist. What is not in memory is read with one
     * query, or with several for more than 1,024 ids, or fewer where the database limits the number of parameters.
     */
    public abstract Map<ID, S> getManyById(Collection<? extends ID> ids);

    /** The row with this id if it is in memory and not expired; never reads the database. */
    public abstract Optional<S> peekById(ID id);

    /** Whether {@link #peekById} would answer. */
    public abstract boolean isCachedById(ID id);

    /** Whether the row is in memory, but older than its {@code ttl}; {@code false} also if it is not in memory. */
    public abstract boolean isExpired(ID id);

    /** Reads the row again whatever is in memory, and answers with it; empty if there is no such row any more. */
    public abstract Optional<S> refreshById(ID id);

    /**
     * Drops the row, whether or not it is in memory: once this returns, no read answers with what was loaded before. Also
     * drops every list and every remembered "no such row" of this model, since what changed in the row is not known. To be called once that is committed: before it, the next read would bring back
     * what was before. Where rows are shared through Redis, as each {@code invalidate} and {@link #clear} it
     * reaches every process, at once if Redis can be reached, else when it can again; nobody waits for that.
     */
    public abstract void invalidateById(ID id);

    /** {@link #invalidateById} for each of {@code ids}. */
    public abstract void invalidateMany(Collection<? extends ID> ids);

    /**
     * Like the typed getter of the unique key called {@code key}, or {@link #getById} for the id's name.
     *
     * @throws IllegalArgumentException if the model has no such unique key (the message lists those it has), or {@code value} is not
     *     of its type
     */
    public abstract Optional<S> getByKey(String key, Object value);

    /** Like the typed bulk getter of the unique key called {@code key}; throws like {@link #getByKey}. */
    public abstract Map<Object, S> getManyByKey(String key, Collection<?> values);

    /** Like the typed list of the key called {@code key} that is not unique; throws like {@link #getByKey}. */
    public abstract List<S> listByKey(String key, Object value);

    /** Whether the row, or the list, of this key's value is in memory and not expired; throws like {@link #getByKey}. */
    public abstract boolean isCached(String key, Object value);

    /**
     * Like the typed invalidation of the key called {@code key}, unique or not; throws like {@link #getByKey}. By a unique key that is not in memory, the database is asked for the
     * row's id, since the row may be in memory under the value that it carried before; by then everything that memory can tell by itself is dropped. Where rows are shared, other processes know them under the
     * value by their ids: if neither the database nor Redis has one, and always by a key that is not unique, they drop everything of the model.
     *
     * @throws CacheLoadException if the database is asked and fails
     */
    public abstract void invalidate(String key, Object value);

    /**
     * Every row of the table, complete. From the database it is as of one moment; a table that is kept whole is answered from memory, row by row as it is there.
     *
     * @throws CacheLoadException if the table is longer than {@code maxListSize} and not kept whole in memory
     */
    public abstract List<S> listAll();

    /** The rows in memory that are not expired; never reads the database. */
    public abstract List<S> cached();

    /** How many rows are in memory, expired ones included. */
    public abstract int size();

    /** At most {@code limit} rows in memory as readable text, a line each, secrets hidden; never reads the database. */
    public abstract String dump(int limit);

    /** Drops everything of this model from memory, loads under way included; where rows are shared through Redis, also there and in every other process. */
    public abstract void clear();

    /**
     * Drops one key's index (or its lists); the rows stay reachable by id and by their other keys.
     *
     * @throws IllegalArgumentException if the model has no such key (the message lists those it has), or it is the id
     */
    public abstract void clearIndex(String key);

    /**
     * Fills memory with rows from elsewhere than the database: what {@code rows} supplies, where memory has no copy, as if it had been read when this method was called. A row that changed while
     * {@code rows} was at work is not kept. Nobody checks that the database has these rows; the next {@link #refresh()} compares every row.
     *
     * @param rows called once, on this thread; what it throws is thrown on, and nothing is changed. Supply committed rows only: what a transaction under way has written is not taken back if it rolls back
     */
    public abstract ImportReport preload(Supplier<? extends Collection<? extends S>> rows);

    /** What {@link #writeJson} writes, as one text in memory. */
    public abstract String toJson(boolean includeMeta);

    /** {@link #readJson} of a text. */
    public abstract ImportReport loadFromJson(String json);

    /**
     * Writes the rows in memory that are not expired, as JSON in UTF-8, with every attribute of the snapshot, secret ones too. Rows that come or go meanwhile may be in it or not, one that leaves and comes again even twice. Needs
     * little memory, however many rows there are. Never reads the database.
     *
     * @param out is flushed, but not closed
     * @param includeMeta whether each row carries when it expires
     * @throws CacheException if jackson-core is not on the class path, an attribute has a type that has no JSON form (nothing has been written then), or a value is larger than what can be read again; the message names it
     * @throws java.io.UncheckedIOException if {@code out} fails
     */
    public abstract void writeJson(OutputStream out, boolean includeMeta);

    /**
     * Fills memory with what {@link #writeJson} wrote: rows of which memory has no copy and that have not expired and did not change while this method was at work. All or nothing: if {@code in}
     * is malformed anywhere, nothing is changed. A row without expiry lives a whole {@code ttl} from now, one with it no longer than it was to live. Nobody checks that the database still has these
     * rows; the next {@link #refresh()} compares every row.
     *
     * @param in is read to its end, but not closed
     * @throws SnapshotFormatException if {@code in} is not an export of this model, or of another version of it; the message says where and what
     * @throws CacheException as {@link #writeJson} does
     * @throws java.io.UncheckedIOException if {@code in} fails; nothing is changed
     */
    public abstract ImportReport readJson(InputStream in);

    /** {@code true}: from now on every read goes to the database and keeps nothing. {@code false}: caches again, starting empty. Other processes go on as they did. */
    public abstract void bypass(boolean bypass);

    /**
     * Performs the initial load and starts the timers. A second call does nothing; {@code open} has called it already.
     *
     * @throws CacheLoadException if the table could not be read; the cache then answers by reading through, and {@code start} may be called again
     */
    public abstract void start();

    /**
     * Reads the table and brings memory up to date, and returns when that is done; at no moment is a row missing that was there before and after. A call while a sync of this
     * model is under way waits for that one, if it reads as much. Of a table that is not kept whole, only rows that are in memory are read again.
     *
     * @throws CacheLoadException if the database fails, or delivers nothing for {@code loadTimeout}; memory is then as it was, as far as rows had not been read
     */
    public abstract void sync(SyncMode mode);

    /** {@link #sync} with {@link SyncMode#INCREMENTAL}. */
    public void refresh() {
        sync(SyncMode.INCREMENTAL);
    }

    /** {@link #sync}. */
    public void refresh(SyncMode mode) {
        sync(mode);
    }

    /**
     * Notices every write through the persistence unit that this cache was opened with, from now on; {@link #start} has called it already. Once a {@code commit()} has returned, no read
     * that begins later answers with what the row was before. Does nothing if it is attached.
     *
     * @throws IllegalStateException if this cache has no persistence unit, being in memory
     */
    public abstract void attachHooks();

    /**
     * Also notices every write through {@code other}, a second persistence unit for the same tables.
     *
     * @throws CacheException if {@code other} is not Hibernate's, or does not have this cache's entity
     * @throws IllegalStateException if this cache has no persistence unit, being in memory
     */
    public abstract void attachHooks(EntityManagerFactory other);

    /** Notices no write any more, through no persistence unit. */
    public abstract void detachHooks();

    /** Refreshes every {@code refreshInterval}, the first time a random share of it from now, a tenth at least; {@link #start} has called it already. Does nothing if it is running, or the interval is zero. */
    public abstract void startAutoRefresh();

    /** Stops what {@link #startAutoRefresh} started; a refresh under way goes on. */
    public abstract void stopAutoRefresh();

    /** Removes rows that may not be served any more, not even stale, every {@code cleanupInterval}; {@link #start} has called it already. Does nothing if it is running, or the interval is zero. */
    public abstract void startCleanup();

    /** Stops what {@link #startCleanup} started. */
    public abstract void stopCleanup();

    /** Closes this cache when the JVM exits; {@link #close} takes that back once it is done, so that a JVM that exits meanwhile waits for it. Does nothing the second time, and for a cache that belongs to a {@link CacheGroup}. */
    public abstract void closeOnShutdown();

    /**
     * Compares rows in memory with the database, with a few statements; safe in production. A row that differs, and did not change meanwhile, is reported, counted in
     * {@link CacheStats#divergences} and dropped.
     *
     * @param sampleSize the most rows to compare, chosen at random
     * @throws IllegalArgumentException if {@code sampleSize} is less than 1
     * @throws CacheLoadException if the database fails
     */
    public abstract AuditReport audit(int sampleSize);

    /** Whether the initial load is done; not any more once this cache is closed. */
    public abstract boolean isReady();

    /** Waits until {@link #isReady}, at most for {@code timeout}, or until this cache is closed or the thread is interrupted, which stays marked, and answers whether it is. */
    public abstract boolean waitUntilReady(Duration timeout);

    /** What happened so far, and what is in memory now. Never waits; looks at each row in memory once, for {@link CacheStats#oldestAge}, so it is no call for each request. */
    public abstract CacheStats stats();

    /** The options in force. */
    public abstract CacheOptions options();

    /** The model's name. */
    public abstract String model();

    /**
     * Calls {@code listener} for each event of type {@code type} ({@code CacheEvent.class} for all), on another thread, in order. A listener that is slow or
     * throws disturbs neither the cache nor other listeners.
     */
    public abstract <E extends CacheEvent> Subscription on(Class<E> type, Consumer<? super E> listener);

    /**
     * Ends the cache: timers stop, loads under way are not kept, later calls throw {@link IllegalStateException}. Waits as {@link CacheGroup#close} does. Does nothing the second
     * time, and for a cache that belongs to a {@link CacheGroup}: the group closes it.
     */
    @Override
    public abstract void close();

    /**
     * Opens one model on its own, without a group. Works once: after {@code build} or {@code open} every method throws {@link IllegalStateException}. Not thread-safe.
     *
     * @param <C> the generated cache
     */
    public interface Builder<C extends EntityCache<?, ?>> {
        /** Changes options; later calls see what earlier ones set. */
        Builder<C> configure(Consumer<CacheOptions.Builder> options);

        /** Gives loads a connection pool of their own, see {@link CacheGroup.Builder#loadFrom}. */
        Builder<C> loadFrom(DataSource dataSource);

        /** Subscribes before the first event, see {@link EntityCache#on}. */
        <E extends CacheEvent> Builder<C> on(Class<E> type, Consumer<? super E> listener);

        /** Replaces the clock, for tests. */
        Builder<C> clock(InstantSource clock);

        /** Runs loads on {@code executor}, see {@link CacheGroup.Builder#executor}. */
        Builder<C> executor(Executor executor);

        /** Shares rows and the news of writes through Redis, see {@link CacheGroup.Builder#redis}; as a group that has the model's name. */
        Builder<C> redis(RedisOptions options);

        /**
         * The cache, not started: it answers by reading through until {@link EntityCache#start}.
         *
         * @throws IllegalArgumentException if an option is out of its range
         * @throws CacheException if {@code entityManagerFactory} does not have the entity, or cannot be read through: it is not Hibernate's, or multi-tenant
         */
        C build(EntityManagerFactory entityManagerFactory);

        /**
         * Builds and starts the cache.
         *
         * @throws CacheInitializationException if the initial load fails; everything is closed again
         * @throws IllegalArgumentException as {@link #build} does
         * @throws CacheException as {@link #build} does
         */
        C open(EntityManagerFactory entityManagerFactory);
    }
}
