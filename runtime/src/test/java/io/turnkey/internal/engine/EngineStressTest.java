package io.turnkey.internal.engine;

import io.turnkey.CacheOptions;
import io.turnkey.spi.PendingWrites.Outcome;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Writers and readers on few rows and fewer places. Once a write has been announced no later read, by whichever key, answers an older version (P1); with versions no read
 * answers an older one than a read before it, announced or not (P3).
 */
@Tag("P1")
@Tag("P2")
@Tag("P3")
class EngineStressTest extends EngineTest {
    private static final int ROWS = 6;
    private static final int READS = 12_000;
    private static final int WRITES = 2_500;

    private final AtomicLongArray announced = new AtomicLongArray(ROWS);
    private final AtomicLongArray seen = new AtomicLongArray(ROWS);
    private boolean versions;

    @ParameterizedTest(name = "versioned: {0}, maxSize {1}, seed {2}")
    @CsvSource({"true, 2, 1", "true, 100, 2", "false, 3, 3"})
    void noReadEverGoesBack(boolean versioned, int maxSize, long seed) {
        versions = versioned;
        Harness cache = versioned
                ? versioned(options -> bounded(options, maxSize))
                : unversioned(options -> bounded(options, maxSize));
        for (long id = 0; id < ROWS; id++) {
            cache.table.put(version(id, 0));
        }
        List<Call<Boolean>> calls = new ArrayList<>();
        for (int thread = 0; thread < 2; thread++) {
            int odd = thread;
            calls.add(Call.of(() -> write(cache, odd, new Random(seed + odd))));
            calls.add(Call.of(() -> read(cache, new Random(seed + 10 + odd))));
        }
        calls.forEach(Call::get);
    }

    private static CacheOptions.Builder bounded(CacheOptions.Builder options, int maxSize) {
        return options.maxSize(maxSize).loadTimeout(Duration.ofMinutes(1));
    }

    private static String email(long id, long version) {
        return "r" + id + "-" + version % 2;
    }

    private static Row version(long id, long version) {
        Row row = Row.of(id);
        return new Row(id, email(id, version), row.tenant(), row.login(), Status.ACTIVE, version, "v" + version);
    }

    /** Each row has one writer, so that its versions come in order. */
    private void write(Harness cache, int odd, Random random) {
        long[] last = new long[ROWS];
        for (int i = 0; i < WRITES; i++) {
            int id = odd + 2 * random.nextInt(ROWS / 2);
            Row row = version(id, ++last[id]);
            switch (random.nextInt(16)) {
                case 0, 1, 2 -> cache.write(row);
                case 3, 4 -> cache.writeKnown(row);
                case 5 -> {
                    cache.table.put(row);
                    cache.engine.clear();
                }
                case 6 -> {
                    cache.table.put(row);
                    cache.byStatus.invalidate(Status.ACTIVE);
                }
                case 7, 8, 9 -> cache.transaction().put(row).run();
                case 10 -> cache.transaction().put(row).keysUnknown().run();
                case 11 -> cache.transaction().put(row).block().commit().settle(Outcome.UNKNOWN);
                case 12 -> cache.transaction().put(row).blockAll().commit().settle();
                case 13, 14 -> {
                    cache.transaction().put(row).block().settle(Outcome.ROLLED_BACK);
                    last[id]--;
                    continue;
                }
                default -> {
                    cache.table.put(row);
                    continue;
                }
            }
            announced.set(id, last[id]);
        }
    }

    private void read(Harness cache, Random random) {
        for (int i = 0; i < READS; i++) {
            int id = random.nextInt(ROWS);
            long floor = floor(id);
            switch (random.nextInt(10)) {
                case 0 -> cache.byEmail.get(email(id, random.nextInt(2))).ifPresent(row -> check(id, floor, row));
                case 1 ->
                    check(id, floor, cache.byLogin.get(Row.of(id).tenantLogin()).orElseThrow());
                case 2 -> {
                    long[] floors = new long[ROWS];
                    for (int row = 0; row < ROWS; row++) {
                        floors[row] = floor(row);
                    }
                    Map<Long, Row> rows = cache.byId.getMany(List.of(0L, 1L, 2L, 3L, 4L, 5L));
                    rows.forEach((row, found) -> check(row.intValue(), floors[row.intValue()], found));
                }
                case 3 -> checkList(id, cache);
                case 4 -> cache.byId.peek((long) id).ifPresent(row -> check(id, floor, row));
                default -> check(id, floor, cache.id(id).orElseThrow());
            }
        }
    }

    private void checkList(int id, Harness cache) {
        long floor = announced.get(id);
        for (Row row : cache.byStatus.list(Status.ACTIVE)) {
            if (row.id() == id) {
                mustNotBeOlder(row, floor);
            }
        }
    }

    private long floor(int id) {
        return versions ? Math.max(announced.get(id), seen.get(id)) : announced.get(id);
    }

    private void check(int id, long floor, Row row) {
        mustNotBeOlder(row, floor);
        seen.accumulateAndGet(id, row.version(), Math::max);
    }

    private static void mustNotBeOlder(Row row, long floor) {
        if (row.version() < floor) {
            throw new AssertionError(row + " was answered after version " + floor);
        }
    }
}
