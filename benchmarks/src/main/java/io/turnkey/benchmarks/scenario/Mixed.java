package io.turnkey.benchmarks.scenario;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.data.Database;
import io.turnkey.benchmarks.data.InMemory;
import io.turnkey.benchmarks.data.Requests;
import io.turnkey.benchmarks.data.Table;
import io.turnkey.benchmarks.model.AccountCache;
import io.turnkey.benchmarks.model.AccountSnapshot;
import io.turnkey.benchmarks.paired.Comparison;
import io.turnkey.benchmarks.paired.Pair;
import io.turnkey.benchmarks.paired.Plan;
import io.turnkey.benchmarks.paired.Work;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * 95 reads and 5 writes, over and over again, with room for a tenth of the rows. A read that misses reads the table, which is a map here, on the caller's thread; a write changes the table and invalidates.
 */
record Mixed(int rows, int threads) implements Scenario {
    private static final int ONE_WRITE_IN = 20;

    @Override
    public String name() {
        return "s5";
    }

    @Override
    public List<Row> run(Plan plan) throws Exception {
        ConcurrentHashMap<Long, AccountSnapshot> table = table();
        Long[] ids = Requests.of(rows).ids();
        Cache<Long, AccountSnapshot> caffeine = Caffeine.newBuilder()
                .maximumSize(rows / 10)
                .expireAfterWrite(Accounts.TTL)
                .recordStats()
                .build();
        try (InMemory<AccountCache> turnkey = InMemory.of(AccountCache.DEFINITION, new Table<>(table::get), rows / 10);
                Pair pair = new Pair(threads)) {
            AccountCache cache = turnkey.cache();
            Work ours = (from, operations) -> {
                long wrong = 0;
                for (int i = 0; i < operations; i++) {
                    Long id = ids[(from + i) & (ids.length - 1)];
                    if (i % ONE_WRITE_IN == 0) {
                        table.computeIfPresent(id, (key, row) -> changed(row));
                        cache.invalidateById(id);
                    } else if (cache.getById(id).isEmpty()) {
                        wrong++;
                    }
                }
                return wrong;
            };
            Work other = (from, operations) -> {
                long wrong = 0;
                for (int i = 0; i < operations; i++) {
                    Long id = ids[(from + i) & (ids.length - 1)];
                    if (i % ONE_WRITE_IN == 0) {
                        table.computeIfPresent(id, (key, row) -> changed(row));
                        caffeine.invalidate(id);
                    } else if (loaded(caffeine, id, table) == null) {
                        wrong++;
                    }
                }
                return wrong;
            };
            Comparison result = pair.compare(ours, other, plan);
            String rates = ", hit rates %.2f : %.2f"
                    .formatted(cache.stats().hitRate(), caffeine.stats().hitRate());
            return List.of(new Row(
                    "S5",
                    "95 %% getById, 5 %% writes, capacity 10 %%, %d threads".formatted(threads),
                    "Caffeine",
                    result.ratio(),
                    "×",
                    Details.nanos(result) + rates,
                    Reach.more(1, 2, 0.5)));
        }
    }

    @SuppressWarnings("NullAway") // Caffeine takes a function that knows no such row
    private static @Nullable AccountSnapshot loaded(
            Cache<Long, AccountSnapshot> caffeine, Long id, ConcurrentHashMap<Long, AccountSnapshot> table) {
        return caffeine.get(id, table::get);
    }

    private ConcurrentHashMap<Long, AccountSnapshot> table() {
        ConcurrentHashMap<Long, AccountSnapshot> table = new ConcurrentHashMap<>();
        for (long id = Database.FIRST_ID; id < Database.FIRST_ID + rows; id++) {
            String code = "C-" + id;
            table.put(id, new AccountSnapshot(id, Database.email(id), code, code, code, id, true, Instant.EPOCH, 0));
        }
        return table;
    }

    private static AccountSnapshot changed(AccountSnapshot row) {
        return new AccountSnapshot(
                row.id(),
                row.email(),
                row.code(),
                row.name(),
                row.city(),
                row.balance() + 1,
                row.active(),
                row.createdAt(),
                row.version() + 1);
    }
}
