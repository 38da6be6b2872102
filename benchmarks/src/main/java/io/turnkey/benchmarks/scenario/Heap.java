package io.turnkey.benchmarks.scenario;

import io.turnkey.EntityCache;
import io.turnkey.annotation.LoadMode;
import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.data.Database;
import io.turnkey.benchmarks.model.AccountCache;
import io.turnkey.benchmarks.model.BadgeCache;
import io.turnkey.benchmarks.paired.Plan;
import io.turnkey.benchmarks.paired.Quartiles;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;

/** The heap that an entry takes beyond its snapshot: what becomes free when the cache goes and the snapshots stay. */
record Heap(int rows) implements Scenario {
    private static final int COLLECTIONS = 4;

    @Override
    public String name() {
        return "s7";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        List<Row> results = new ArrayList<>();
        try (Database database = Database.of(rows)) {
            measure(AccountCache.builder(), database);
            results.add(row("id only", measure(BadgeCache.builder(), database), Reach.less(100, 80, 120)));
            results.add(row("id and 2 keys", measure(AccountCache.builder(), database), Reach.less(215, 170, 250)));
        }
        return results;
    }

    private Row row(String keys, double bytes, Reach reach) {
        String what = "heap of an entry beyond its snapshot, %s, %dk rows".formatted(keys, rows / 1_000);
        return new Row("S7", what, "", Quartiles.exactly(bytes), "B", "", reach);
    }

    private double measure(EntityCache.Builder<?> builder, Database database) throws InterruptedException {
        EntityCache<?, ?> cache = builder.configure(
                        o -> o.load(LoadMode.FULL).ttl(Accounts.TTL).maxSize(Accounts.bound(rows)))
                .open(database.entityManagerFactory());
        List<?> snapshots = cache.cached();
        if (snapshots.size() != rows) {
            throw new IllegalStateException(snapshots.size() + " rows in memory, not " + rows);
        }
        try {
            long with = used();
            cache.close();
            cache = null;
            builder = null;
            return (double) (with - used()) / rows;
        } finally {
            Reference.reachabilityFence(snapshots);
        }
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
