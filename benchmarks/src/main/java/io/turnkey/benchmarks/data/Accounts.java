package io.turnkey.benchmarks.data;

import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import io.turnkey.benchmarks.model.AccountCache;
import io.turnkey.benchmarks.model.AccountSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** What all contenders hold: the cache of Turnkey, loaded from a database, and its snapshots, for the others. */
public final class Accounts implements AutoCloseable {
    /** How long every contender keeps a row. */
    public static final Duration TTL = Duration.ofMinutes(30);

    private static final int CHUNK = 1_000;

    private final Database database;
    private final AccountCache cache;
    private final List<AccountSnapshot> snapshots = new ArrayList<>();

    /** This many accounts in memory. */
    public Accounts(int rows) {
        this.database = Database.of(rows);
        this.cache = AccountCache.builder().configure(o -> options(o, rows)).open(database.entityManagerFactory());
        LongFunction<List<Long>> chunk =
                from -> LongStream.range(from, Math.min(from + CHUNK, Database.FIRST_ID + rows))
                        .boxed()
                        .toList();
        for (long id = Database.FIRST_ID; id < Database.FIRST_ID + rows; id += CHUNK) {
            snapshots.addAll(cache.getManyById(chunk.apply(id)).values());
        }
        if (snapshots.size() != rows || cache.size() != rows) {
            throw new IllegalStateException(cache.size() + " rows in memory, not " + rows);
        }
    }

    private static void options(CacheOptions.Builder options, int rows) {
        // Nothing that is measured waits for the database: filling a cache on a busy machine may take its time.
        options.load(LoadMode.LAZY).ttl(TTL).maxSize(bound(rows)).loadTimeout(TTL);
    }

    /** The most rows that a contender may keep: more than there are, so that all stay, and few enough that the bound is at work. */
    public static int bound(int rows) {
        return rows + rows / 4;
    }

    /** The email, which the table does not allow to be missing. */
    public static String email(AccountSnapshot account) {
        return Objects.requireNonNull(account.email(), "email");
    }

    /** The database that they were read from. */
    public Database database() {
        return database;
    }

    /** Turnkey's cache. */
    public AccountCache cache() {
        return cache;
    }

    /** The rows. */
    public List<AccountSnapshot> snapshots() {
        return snapshots;
    }

    /** The bound for this many rows. */
    public int bound() {
        return bound(snapshots.size());
    }

    @Override
    public void close() {
        cache.close();
        database.close();
    }
}
