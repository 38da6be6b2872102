package io.turnkey.hibernate;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheOptions;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import io.turnkey.internal.engine.Engine;
import io.turnkey.internal.engine.Environment;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.event.SquashedLog;
import io.turnkey.internal.load.LoadExecutor;
import io.turnkey.internal.time.CoarseClock;
import io.turnkey.spi.AttributePath;
import io.turnkey.spi.ContractLevel;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.LoadContext;
import io.turnkey.spi.Projection;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How much memory a sync needs beside the cache itself. The database is a server of its own, so that the heap holds the cache and what the sync, Hibernate and the driver keep. It is measured after
 * a garbage collection, in the midst of reading.
 */
@Tag("F41")
class LargeTableTest {
    private static final double MOST = 1.15;
    private static final int SAMPLES = 4;

    @ParameterizedTest
    @ValueSource(ints = 100_000)
    void a_large_table_is_synced_in_little_more_memory_than_the_cache_takes(int rows) {
        syncs(rows);
    }

    @ParameterizedTest
    @ValueSource(ints = 1_000_000)
    @Tag("soak")
    void a_million_rows_are_synced_in_little_more_memory_than_the_cache_takes(int rows) {
        syncs(rows);
    }

    private static void syncs(int rows) {
        try (TestUnit unit = Databases.POSTGRESQL.open(Wide.class)) {
            unit.inTransaction(session -> session.createNativeMutationQuery(
                            "insert into Wide (id, name, amount) select i, 'the name of ' || i, i from generate_series(1, "
                                    + rows + ") i")
                    .executeUpdate());
            EntityModel<Wide, Copy, Long> model = model();
            Sampled source = new Sampled(
                    HibernateSources.of(unit.factory(), null).orElseThrow().source(model), rows / SAMPLES);
            Engine<Copy, Long> cache = new Engine<>(model, options(), source, environment());
            long before = liveHeap();

            cache.start();
            assertThat(cache.size()).isEqualTo(rows);
            source.check("the initial load", before);

            cache.sync(SyncMode.FULL);
            source.check("a sync of equal rows", before);

            unit.inTransaction(session -> session.createMutationQuery("update Wide set amount = -amount")
                    .executeUpdate());
            cache.sync(SyncMode.FULL);
            source.check("a sync of rows that all changed", before);
            assertThat(cache.byId().peek((long) rows)).contains(new Copy((long) rows, "the name of " + rows, -rows));
            assertThat(source.samples).isGreaterThanOrEqualTo(3 * SAMPLES);
            cache.shutdown();
        }
    }

    /** What is reachable now. */
    private static long liveHeap() {
        System.gc();
        Runtime heap = Runtime.getRuntime();
        return heap.totalMemory() - heap.freeMemory();
    }

    private static CacheOptions options() {
        return CacheOptions.builder()
                .load(LoadMode.FULL)
                .maxSize(CacheOptions.UNLIMITED)
                .loadTimeout(Duration.ofMinutes(1))
                .build();
    }

    private static Environment environment() {
        LoadExecutor direct = new LoadExecutor(1, Runnable::run, Thread::new);
        InstantSource clock = InstantSource.system();
        EventBus events = new EventBus(Runnable::run, new SquashedLog(clock));
        return new Environment(CoarseClock.of(clock), direct, direct, events, null, null, null);
    }

    private static EntityModel<Wide, Copy, Long> model() {
        List<AttributePath> attributes =
                List.of(AttributePath.of("id"), AttributePath.of("name"), AttributePath.of("amount"));
        return EntityModel.<Wide, Copy, Long>builder(ContractLevel.CURRENT, "Wide", Wide.class, Copy.class)
                .id(KeyModel.unique("id", Long.class, "getById", AttributePath.of("id"), Copy::id))
                .keys(List.of(KeyModel.unique("name", String.class, "getByName", AttributePath.of("name"), Copy::name)))
                .projection(new Projection<>(
                        Wide.class,
                        attributes,
                        List.of(),
                        row -> new Copy(row.<Long>get(0), row.<String>get(1), row.<Long>get(2))))
                .of(wide -> new Copy(wide.id, wide.name, wide.amount))
                .build();
    }

    record Copy(Long id, String name, long amount) {}

    /** Measures now and then while the table is read. */
    private static final class Sampled implements EntitySource<Copy> {
        private final EntitySource<Copy> source;
        private final int every;
        private long read;
        private long most;
        private int samples;

        Sampled(EntitySource<Copy> source, int every) {
            this.source = source;
            this.every = every;
        }

        /** Fails if the heap was much larger at any time since the last call than it is now. */
        void check(String what, long before) {
            long finished = liveHeap() - before;
            assertThat(most - before).as(what).isLessThanOrEqualTo((long) (MOST * finished));
            most = 0;
        }

        @Override
        public <K> List<Copy> read(
                KeyModel<Copy, K> key, Collection<? extends K> values, int limit, LoadContext context) {
            return source.read(key, values, limit, context);
        }

        @Override
        public void readAll(int limit, Consumer<? super Copy> sink, LoadContext context) {
            source.readAll(
                    limit,
                    row -> {
                        sink.accept(row);
                        if (++read % every == 0) {
                            samples++;
                            most = Math.max(most, liveHeap());
                        }
                    },
                    context);
        }
    }

    @Entity(name = "Wide")
    static class Wide {
        @Id
        Long id;

        String name;
        long amount;
    }
}
