package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Without read-through, "empty" means "never loaded", and must never be said of a row that was there. */
@Tag("F24")
class ReadThroughTest extends EngineTest {
    private static CacheOptions.Builder off(CacheOptions.Builder options) {
        return options.readThrough(false);
    }

    private Harness loaded(Row... rows) {
        Harness cache = versioned(ReadThroughTest::off);
        cache.table.put(rows);
        cache.engine.start();
        return cache;
    }

    @Test
    void aKeyThatWasNeverLoadedIsEmptyWithoutAStatement() {
        Harness cache = loaded();
        cache.table.put(Row.of(1));
        int before = cache.table.statements();

        assertThat(cache.id(1)).isEmpty();
        assertThat(cache.email(Row.email(1))).isEmpty();
        assertThat(cache.byId.getMany(List.of(1L, 2L))).isEmpty();
        assertThat(cache.table.statements()).isEqualTo(before);
    }

    @Test
    void aLazyModelThatDoesNotReadThroughHasNoTableToWaitFor() {
        Harness cache = versioned(options -> off(options).load(LoadMode.LAZY));
        cache.table.put(Row.of(1));
        assertThat(cache.id(1)).isEmpty();
        cache.engine.start();

        assertThat(cache.id(1)).isEmpty();
        assertThat(cache.table.statements()).isZero();
    }

    @Test
    @Tag("F40")
    void beforeTheStartNoRowIsTakenForAbsent() {
        Harness cache = versioned(ReadThroughTest::off);
        cache.table.put(Row.of(1), Row.of(2));

        assertThat(cache.id(1)).contains(Row.of(1));
        assertThat(cache.email(Row.email(2))).contains(Row.of(2));
    }

    @Test
    @Tag("F70")
    void whileTheTableIsBeingLoadedAndAfterThatHasFailedNoRowIsTakenForAbsent() {
        Harness cache = versioned(ReadThroughTest::off);
        cache.table.put(Row.of(1), Row.of(2));
        Gate loading = cache.table.holdNext(Table.Moment.BEFORE);
        Call<Boolean> start = Call.of(cache.engine::start);
        loading.awaitReached();
        assertThat(cache.id(1)).contains(Row.of(1));
        cache.table.fail(new IllegalStateException("down"));
        loading.open();
        assertThatExceptionOfType(CacheLoadException.class).isThrownBy(start::get);
        cache.table.fail(null);

        assertThat(cache.email(Row.email(2))).contains(Row.of(2));

        cache.engine.start();
        int before = cache.table.statements();
        assertThat(cache.id(3)).isEmpty();
        assertThat(cache.table.statements()).isEqualTo(before);
    }

    @Test
    void aRowThatWasInvalidatedIsReadAgainByIdAndByKey() {
        Harness cache = loaded(Row.of(1), Row.of(2));
        cache.write(Row.of(1).payload("new"), Row.of(2).email("new@example.com"));

        assertThat(cache.id(1).map(Row::payload)).contains("new");
        assertThat(cache.email("new@example.com").map(Row::id)).contains(2L);
        assertThat(cache.byId.getMany(List.of(1L, 2L, 3L))).containsOnlyKeys(1L, 2L);
    }

    @Test
    void onceEveryLostRowIsBackAKeyThatWasNeverLoadedIsEmptyAgain() {
        Harness cache = loaded(Row.of(1));
        cache.write(Row.of(1).payload("new"));
        cache.id(1);
        cache.table.put(Row.of(2));
        int before = cache.table.statements();

        assertThat(cache.email(Row.email(2))).isEmpty();
        assertThat(cache.table.statements()).isEqualTo(before);
    }

    @Test
    void onceALostRowIsKnownToBeGoneAKeyThatWasNeverLoadedIsEmptyAgain() {
        Harness cache = loaded(Row.of(1));
        cache.table.delete(1);
        cache.byId.invalidate(1L);
        assertThat(cache.id(1)).isEmpty();
        cache.table.put(Row.of(2));
        int before = cache.table.statements();

        assertThat(cache.id(1)).isEmpty();
        assertThat(cache.email(Row.email(2))).isEmpty();
        assertThat(cache.table.statements()).isEqualTo(before);
    }

    @Test
    void rowsThatWereClearedAreReadAgain() {
        Harness cache = loaded(Row.of(1));
        cache.engine.clear();

        assertThat(cache.email(Row.email(1))).contains(Row.of(1));
    }

    @Test
    @Tag("F48")
    void rowsWhoseIndexWasClearedAreStillFoundByThatKey() {
        Harness cache = loaded(Row.of(1));
        cache.byEmail.clear();

        assertThat(cache.email(Row.email(1))).contains(Row.of(1));
        assertThat(cache.byEmail.isCached(Row.email(1))).isTrue();
    }

    @Test
    void rowsThatExpiredOrWereCleanedUpAreReadAgain() {
        Harness cache = versioned(options -> off(options).ttl(Duration.ofMinutes(1)));
        cache.table.put(Row.of(1), Row.of(2));
        cache.engine.start();
        cache.clock.advance(Duration.ofMinutes(2));
        assertThat(cache.email(Row.email(1))).contains(Row.of(1));
        cache.clock.advance(Duration.ofMinutes(2));
        cache.engine.cleanUp();
        assertThat(cache.engine.size()).isZero();

        assertThat(cache.email(Row.email(2))).contains(Row.of(2));
        assertThat(cache.id(1)).contains(Row.of(1));
    }

    @Test
    void rowsThatWereEvictedAreReadAgain() {
        Harness cache = versioned(options -> off(options).maxSize(2));
        cache.table.put(Row.of(1), Row.of(2));
        cache.engine.start();
        cache.table.put(Row.of(3));
        cache.byTenant.list("t0");
        assertThat(cache.engine.size()).isEqualTo(2);

        for (long id = 1; id <= 3; id++) {
            assertThat(cache.id(id)).contains(Row.of(id));
            assertThat(cache.email(Row.email(id))).contains(Row.of(id));
        }
    }

    @Test
    void manyMoreLostRowsThanCanBeCountedAreAllReadAgain() {
        Harness cache = versioned(options -> off(options).maxSize(2));
        for (long id = 1; id <= 10; id++) {
            cache.table.put(Row.of(id));
            cache.byId.invalidate(id);
        }

        for (long id = 1; id <= 10; id++) {
            assertThat(cache.id(id)).contains(Row.of(id));
        }
    }

    @Test
    void anUnknownListIsReadAndItsRowsAreThereAfterwards() {
        Harness cache = versioned(ReadThroughTest::off);
        cache.table.put(Row.of(1));

        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(Row.of(1));
        assertThat(cache.id(1)).contains(Row.of(1));
        assertThat(cache.table.statements()).isEqualTo(1);
    }

    @Test
    void aReaderByKeyNeverFindsNothingWhileTheRowIsBeingReplaced() {
        Row old = Row.of(1);
        Row renewed = old.payload("new");
        Gate replacing = new Gate();
        AtomicBoolean held = new AtomicBoolean();
        Harness cache = indexing(
                true,
                row -> {
                    if (row.equals(renewed) && held.compareAndSet(false, true)) {
                        replacing.pass();
                    }
                },
                ReadThroughTest::off);
        cache.table.put(old);
        cache.engine.start();
        cache.table.put(renewed);
        Call<Optional<Row>> refresh = Call.of(() -> cache.engine.refresh(1L));
        replacing.awaitReached();
        Call<Optional<Row>> reader = Call.of(() -> cache.email(Row.email(1))).awaitBlocked();
        replacing.open();

        assertThat(reader.get()).contains(renewed);
        assertThat(refresh.get()).contains(renewed);
    }

    @Test
    void bypassReadsThroughAllTheSame() {
        Harness cache = versioned(ReadThroughTest::off);
        cache.table.put(Row.of(1));
        cache.engine.bypass(true);

        assertThat(cache.id(1)).contains(Row.of(1));
    }
}
