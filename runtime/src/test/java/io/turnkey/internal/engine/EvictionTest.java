package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheOptions;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bound, and which rows leave. */
@Tag("F21")
class EvictionTest extends EngineTest {
    private static void fill(Harness cache, long from, long to) {
        LongStream.rangeClosed(from, to).forEach(id -> {
            cache.table.put(Row.of(id));
            cache.id(id);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 100})
    void neverMoreThanMaxSizeAndTheRowsThatLeftAreReadAgain(int maxSize) {
        Harness cache = versioned(options -> options.maxSize(maxSize));
        for (long id = 1; id <= 300; id++) {
            fill(cache, id, id);
            assertThat(cache.engine.size()).isEqualTo((int) Math.min(id, maxSize));
        }
        assertThat(cache.stats().evictions()).isEqualTo(300 - maxSize);
        assertThat(cache.stats().indexSizes().values()).containsOnly(maxSize);
        assertThat(cache.id(1)).contains(Row.of(1));
    }

    @Test
    void aScanOfRowsUsedOnceDoesNotDisplaceThoseThatAreReUsed() {
        Harness cache = versioned(options -> options.maxSize(100));
        for (int round = 0; round < 3; round++) {
            fill(cache, 1, 80);
        }
        fill(cache, 1_000, 6_000);

        assertThat(LongStream.rangeClosed(1, 80).filter(cache.byId::isCached).count())
                .isEqualTo(80);
    }

    @Test
    void aRowThatIsReplacedKeepsItsPlaceAndItsUses() {
        Harness cache = versioned(options -> options.maxSize(2));
        fill(cache, 1, 1);
        cache.id(1);
        cache.table.put(Row.of(1).payload("new"));
        cache.engine.refresh(1L);
        fill(cache, 2, 4);

        assertThat(cache.byId.peek(1L).map(Row::payload)).contains("new");
    }

    @Test
    void unlimitedMeansThatNothingLeaves() {
        Harness cache = versioned(options -> options.maxSize(CacheOptions.UNLIMITED));
        fill(cache, 1, 500);
        cache.byStatus.list(Status.ACTIVE);

        assertThat(cache.engine.size()).isEqualTo(500);
        assertThat(cache.stats().evictions()).isZero();
        assertThat(cache.stats().listedRows()).isEqualTo(500);
    }

    @Test
    @Tag("F03")
    void allListsTogetherHoldAtMostMaxSizeRows() {
        Harness cache = versioned(options -> options.maxSize(4));
        for (long id = 1; id <= 9; id++) {
            cache.table.put(Row.of(id));
        }
        assertThat(cache.byTenant.list("t0")).hasSize(3);
        assertThat(cache.byTenant.list("t1")).hasSize(3);
        assertThat(cache.stats().listedRows()).isEqualTo(3);
        assertThat(cache.byTenant.isCached("t1")).isTrue();
        // Longer than all lists together may be: answered whole, and not kept.
        assertThat(cache.byStatus.list(Status.ACTIVE)).hasSize(9);
        assertThat(cache.stats().listedRows()).isLessThanOrEqualTo(4);
        for (int i = 0; i < 20; i++) {
            assertThat(cache.byTenant.list("none" + i)).isEmpty();
        }
        assertThat(cache.stats().lists()).isEqualTo(4);
    }

    @Test
    void withOneOnlyPlaceConcurrentLoadsAreAllAnswered() {
        Harness cache = versioned(options -> options.maxSize(1));
        List<Gate> gates = new ArrayList<>();
        List<Call<Optional<Row>>> loads = new ArrayList<>();
        for (long id = 1; id <= 4; id++) {
            long row = id;
            cache.table.put(Row.of(id));
            Gate gate = cache.table.holdNext(Moment.AFTER);
            gates.add(gate);
            loads.add(Call.of(() -> cache.id(row)));
            gate.awaitReached();
        }
        gates.forEach(Gate::open);

        for (int i = 0; i < 4; i++) {
            assertThat(loads.get(i).get()).contains(Row.of(i + 1));
        }
        assertThat(cache.engine.size()).isEqualTo(1);
    }

    @Test
    void aRowIsAnsweredThoughEveryPlaceIsReservedByRowsThatAreJustComingIn() {
        AtomicBoolean holds = new AtomicBoolean(true);
        Gate installing = new Gate();
        Harness cache = indexing(
                true,
                row -> {
                    if (row.id() == 1 && holds.compareAndSet(true, false)) {
                        installing.pass();
                    }
                },
                options -> options.maxSize(1));
        cache.table.put(Row.of(1), Row.of(2));
        Call<Optional<Row>> first = Call.of(() -> cache.id(1));
        installing.awaitReached();

        assertThat(cache.id(2)).contains(Row.of(2));
        assertThat(cache.engine.size()).isZero();
        installing.open();
        assertThat(first.get()).contains(Row.of(1));
        assertThat(cache.engine.cached()).containsExactly(Row.of(1));
    }

    @Test
    void noObserverEverSeesMoreThanMaxSizeWhileRowsComeAndGo() {
        Harness cache = versioned(options -> options.maxSize(5));
        LongStream.rangeClosed(1, 50).forEach(id -> cache.table.put(Row.of(id)));
        AtomicBoolean done = new AtomicBoolean();
        Call<Integer> observer = Call.of(() -> {
            int most = 0;
            while (!done.get()) {
                most = Math.max(
                        most,
                        Math.max(cache.engine.size(), cache.engine.cached().size()));
            }
            return most;
        });
        List<Call<Boolean>> readers = new ArrayList<>();
        for (int thread = 0; thread < 3; thread++) {
            int seed = thread;
            readers.add(Call.of(() -> {
                for (int i = 0; i < 3_000; i++) {
                    long id = 1 + (i * 31L + seed * 17L) % 50;
                    assertThat(cache.id(id)).contains(Row.of(id));
                    if (i % 7 == 0) {
                        cache.byId.invalidate(id);
                    }
                }
            }));
        }
        readers.forEach(Call::get);
        done.set(true);

        assertThat(observer.get()).isLessThanOrEqualTo(5);
    }
}
