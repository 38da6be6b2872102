package io.turnkey.benchmarks.scenario;

import io.turnkey.annotation.LoadMode;
import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.data.Database;
import io.turnkey.benchmarks.data.SharedAccounts;
import io.turnkey.benchmarks.model.AccountCache;
import io.turnkey.benchmarks.paired.Comparison;
import io.turnkey.benchmarks.paired.Pair;
import io.turnkey.benchmarks.paired.Plan;
import io.turnkey.benchmarks.paired.Quartiles;
import io.turnkey.benchmarks.paired.Work;
import io.turnkey.testing.redis.RedisServer;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import redis.clients.jedis.Jedis;

/** Copies of rows go to a Redis, and come back a hundred at a time, beside the same keys and bytes by Jedis alone. Always by the clock: most is done by another process. */
record RedisCopies(int rows) implements Scenario {
    private static final int KEYS_EACH = 3;
    private static final int ASKED = 100;

    @Override
    public String name() {
        return "s11";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        try (RedisServer redis = RedisServer.start();
                Jedis jedis = redis.jedis();
                Database database = Database.of(rows)) {
            RawCopies raw = raw(redis, jedis, database);
            return List.of(fill(plan, redis, jedis, database, raw), read(plan, redis, database, raw));
        }
    }

    /** What a fill leaves in Redis. */
    private RawCopies raw(RedisServer redis, Jedis jedis, Database database) throws Exception {
        filled(redis, jedis, database);
        return RawCopies.of(jedis);
    }

    private Row fill(Plan plan, RedisServer redis, Jedis jedis, Database database, RawCopies raw) throws Exception {
        raw.write(jedis);
        int pairs = plan.longPairs();
        double[] ours = new double[pairs];
        double[] other = new double[pairs];
        double[] ratios = new double[pairs];
        for (int i = 0; i < pairs; i++) {
            jedis.flushAll();
            ours[i] = filled(redis, jedis, database);
            jedis.flushAll();
            other[i] = raw.write(jedis);
            ratios[i] = other[i] / ours[i];
        }
        Comparison result = new Comparison(Quartiles.of(ratios), Quartiles.of(ours), Quartiles.of(other));
        return new Row(
                "S11",
                "fill of %dk rows with 2 keys into Redis".formatted(rows / 1_000),
                "pipelined SET of the same",
                result.ratio(),
                "× the throughput",
                Details.nanos(result),
                Reach.more(0.85, 0.95, 0.1));
    }

    /** The nanoseconds from the first copy of a table that is loaded to the last one. */
    private long filled(RedisServer redis, Jedis jedis, Database database) throws Exception {
        ExecutorService watcher = Executors.newSingleThreadExecutor();
        Callable<Long> watch = () -> {
            RedisServer.await(() -> jedis.dbSize() > KEYS_EACH);
            long begun = System.nanoTime();
            RedisServer.await(() -> jedis.dbSize() >= (long) KEYS_EACH * rows);
            return System.nanoTime() - begun;
        };
        Future<Long> took = watcher.submit(watch);
        try (AccountCache cache = SharedAccounts.open(
                redis.url(), database, o -> o.load(LoadMode.FULL).maxSize(Accounts.bound(rows)))) {
            long nanos = took.get();
            if (cache.size() != rows) {
                throw new IllegalStateException(cache.size() + " rows in memory, not " + rows);
            }
            return nanos;
        } finally {
            watcher.shutdownNow();
        }
    }

    /** The cache has room for a few calls' rows only, so that what is asked for has always left it again. */
    private Row read(Plan plan, RedisServer redis, Database database, RawCopies raw) throws Exception {
        try (Jedis jedis = redis.jedis()) {
            jedis.flushAll();
            filled(redis, jedis, database);
        }
        List<List<Long>> calls = calls();
        try (AccountCache cache = SharedAccounts.open(
                        redis.url(), database, o -> o.load(LoadMode.LAZY).maxSize(10 * ASKED));
                Jedis jedis = redis.jedis();
                Pair pair = Pair.byTheClock()) {
            List<byte[][]> rawCalls = calls.stream().map(raw::names).toList();
            Work ours = (from, operations) -> {
                long wrong = 0;
                for (int i = 0; i < operations; i++) {
                    if (cache.getManyById(calls.get((from % calls.size() + i) % calls.size()))
                                    .size()
                            != ASKED) {
                        wrong++;
                    }
                }
                return wrong;
            };
            Work other = (from, operations) -> {
                long wrong = 0;
                for (int i = 0; i < operations; i++) {
                    if (jedis.mget(rawCalls.get((from % calls.size() + i) % calls.size()))
                            .contains(null)) {
                        wrong++;
                    }
                }
                return wrong;
            };
            Comparison result = pair.compare(ours, other, plan);
            if (cache.stats().l2Misses() > 0) {
                throw new IllegalStateException(cache.stats().toString());
            }
            return new Row(
                    "S11",
                    "getManyById(%d), all in Redis".formatted(ASKED),
                    "MGET of the same, not decoded",
                    result.ratio(),
                    "× the throughput",
                    Details.nanos(result),
                    Reach.more(0.8, 0.9, 0.05));
        }
    }

    /** Each row once. */
    private List<List<Long>> calls() {
        return IntStream.range(0, rows / ASKED)
                .mapToObj(call -> IntStream.range(0, ASKED)
                        .mapToObj(i -> Database.FIRST_ID + (long) i * (rows / ASKED) + call)
                        .toList())
                .toList();
    }
}
