package io.turnkey.benchmarks.scenario;

import io.turnkey.annotation.LoadMode;
import io.turnkey.benchmarks.data.Database;
import io.turnkey.benchmarks.data.SharedAccounts;
import io.turnkey.benchmarks.model.Account;
import io.turnkey.benchmarks.model.AccountCache;
import io.turnkey.benchmarks.node.Micros;
import io.turnkey.benchmarks.node.ReadingProcess;
import io.turnkey.benchmarks.node.ReadingProcess.Seen;
import io.turnkey.benchmarks.paired.Plan;
import io.turnkey.benchmarks.paired.Quartiles;
import io.turnkey.testing.redis.RedisServer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.LongStream;
import redis.clients.jedis.Jedis;

/** From a commit to the beginning of another process's last read that showed the older state, and, in turns with it, from the sending of a plain message to its arrival there. */
record Invalidation() implements Scenario {
    private static final int WARM_UP = 1_000;
    private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    @Override
    public String name() {
        return "s12";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        int times = 1 + WARM_UP + 40 * plan.pairs();
        long[] committed = new long[times];
        long[] sent = new long[times];
        Seen seen;
        try (RedisServer redis = RedisServer.start();
                Database database = Database.of(1);
                AccountCache cache = SharedAccounts.open(redis.url(), database, o -> o.load(LoadMode.LAZY));
                ReadingProcess reader = ReadingProcess.start(redis.port(), database.serve(), times);
                Jedis jedis = redis.jedis()) {
            cache.getById((long) Database.FIRST_ID);
            for (int i = 0; i < times; i++) {
                write(database, i);
                committed[i] = Micros.now();
                LockSupport.parkNanos(BREATH_NANOS);
                sent[i] = Micros.now();
                jedis.publish(ReadingProcess.CHANNEL, Integer.toString(i));
                LockSupport.parkNanos(BREATH_NANOS);
            }
            seen = reader.end();
        }
        return rows(committed, sent, seen);
    }

    private static void write(Database database, int number) {
        database.entityManagerFactory()
                .runInTransaction(
                        em -> em.find(Account.class, (long) Database.FIRST_ID).balance(number));
    }

    private static List<Row> rows(long[] committed, long[] sent, Seen seen) {
        long[] ours = LongStream.range(WARM_UP, committed.length)
                .filter(i -> seen.lastRead()[(int) i - 1] > 0)
                .map(i -> Math.max(0, seen.lastRead()[(int) i - 1] - committed[(int) i]))
                .sorted()
                .toArray();
        long[] other = LongStream.range(WARM_UP, sent.length)
                .filter(i -> seen.heard()[(int) i] > 0)
                .map(i -> seen.heard()[(int) i] - sent[(int) i])
                .sorted()
                .toArray();
        return List.of(
                row("median", 0.5, ours, other, Reach.less(1.5, 1.2, 20)),
                row("99 of 100", 0.99, ours, other, Reach.less(2, 1.5, 20)));
    }

    private static Row row(String which, double share, long[] ours, long[] other, Reach reach) {
        double our = at(ours, share);
        double their = at(other, share);
        return new Row(
                "S12",
                "commit until another process stops answering the older state, " + which,
                "plain message by Jedis",
                Quartiles.exactly(our / their),
                "× the time",
                String.format(Locale.ROOT, "%.2f ms : %.2f ms", our / 1e3, their / 1e3),
                reach);
    }

    private static double at(long[] sorted, double share) {
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
