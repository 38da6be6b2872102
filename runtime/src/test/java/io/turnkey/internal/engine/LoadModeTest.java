package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The initial load, and what it may promise. */
@Tag("F29")
class LoadModeTest extends EngineTest {
    private static Row[] rows(int many) {
        return LongStream.rangeClosed(1, many).mapToObj(Row::of).toArray(Row[]::new);
    }

    @ParameterizedTest
    @EnumSource(
            value = LoadMode.class,
            names = {"AUTO", "FULL"})
    @Tag("F33")
    void aTableThatFitsIsKeptWholeAndListAllNeedsNoStatement(LoadMode mode) {
        Harness cache = versioned(options -> options.load(mode).maxSize(5).maxListSize(1));
        cache.table.put(rows(5));
        assertThat(cache.engine.isReady()).isFalse();
        cache.engine.start();
        cache.engine.start();

        assertThat(cache.engine.isReady()).isTrue();
        assertThat(cache.engine.listAll()).containsExactlyInAnyOrder(rows(5));
        assertThat(cache.email(Row.email(5))).contains(Row.of(5));
        assertThat(cache.table.statements()).isEqualTo(1);
    }

    @Test
    void aFullTableThatIsTooLargeIsAnErrorThatSaysWhatToDo() {
        Harness cache = versioned(options -> options.load(LoadMode.FULL).maxSize(4));
        cache.table.put(rows(5));

        assertThatThrownBy(cache.engine::start)
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("Row")
                .hasMessageContaining("maxSize = 4")
                .hasMessageContaining("load = FULL");
        assertThat(cache.engine.isReady()).isFalse();
        assertThat(cache.id(5)).contains(Row.of(5));

        cache.table.delete(5);
        cache.engine.start();
        assertThat(cache.engine.isReady()).isTrue();
    }

    @Test
    @Tag("F33")
    void anAutoTableThatIsTooLargeBecomesLazyAndIsNeverTakenForWhole() {
        Harness cache = versioned(options -> options.load(LoadMode.AUTO).maxSize(4));
        cache.table.put(rows(5));
        cache.engine.start();

        assertThat(cache.engine.isReady()).isTrue();
        assertThat(cache.engine.size()).isEqualTo(4);
        assertThat(cache.engine.listAll()).containsExactly(rows(5));
        assertThat(cache.id(5)).contains(Row.of(5));
    }

    @Test
    void aLazyCacheLoadsNothingAtStart() {
        Harness cache = versioned(options -> options.load(LoadMode.LAZY));
        cache.table.put(rows(3));
        cache.engine.start();

        assertThat(cache.engine.isReady()).isTrue();
        assertThat(cache.table.statements()).isZero();
        assertThat(cache.engine.listAll()).hasSize(3);
    }

    @Test
    void anUnlimitedCacheKeepsEverything() {
        Harness cache = versioned(options -> options.load(LoadMode.FULL).maxSize(CacheOptions.UNLIMITED));
        cache.table.put(rows(2_000));
        cache.engine.start();

        assertThat(cache.engine.size()).isEqualTo(2_000);
        assertThat(cache.engine.listAll()).hasSize(2_000);
        assertThat(cache.table.statements()).isEqualTo(1);
    }

    @Test
    @Tag("H11")
    @Tag("H24")
    @Tag("F33")
    void aRowThatChangedDuringTheInitialLoadIsReadOnceMore() {
        Harness cache = versioned();
        cache.table.put(rows(3));
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> start = Call.of(cache.engine::start);
        read.awaitReached();
        cache.write(Row.of(2).payload("new"), Row.of(4));
        read.open();
        start.get();

        assertThat(cache.byId.peek(2L).map(Row::payload)).contains("new");
        assertThat(cache.engine.listAll())
                .containsExactlyInAnyOrder(Row.of(1), Row.of(2).payload("new"), Row.of(3), Row.of(4));
        assertThat(cache.id(2).map(Row::payload)).contains("new");
    }

    @Test
    @Tag("F33")
    void aTableWhoseRowsWereAllRefusedIsNotTakenForWhole() {
        Harness cache = versioned();
        cache.table.put(rows(3));
        cache.engine.bypass(true);
        cache.engine.start();

        assertThat(cache.engine.listAll()).containsExactly(rows(3));
        assertThat(cache.engine.size()).isZero();
    }

    @Test
    @Tag("F33")
    void afterALossListAllReadsAgain() {
        Harness cache = versioned();
        cache.table.put(rows(3));
        cache.engine.start();
        cache.table.delete(2);
        cache.byId.invalidate(2L);

        assertThat(cache.engine.listAll()).containsExactly(Row.of(1), Row.of(3));
    }

    @Test
    @Tag("F33")
    @Tag("F20")
    void wholenessEndsWithTheTtlHoweverOftenTheRowsThemselvesWereReadAgain() {
        Harness cache = versioned(options -> options.ttl(Duration.ofMinutes(1)));
        cache.table.put(Row.of(1));
        cache.engine.start();
        // Another application inserts a row, and nobody says so.
        cache.table.put(Row.of(2));
        cache.clock.advance(Duration.ofMinutes(1));
        cache.id(1);

        assertThat(cache.engine.listAll()).containsExactlyInAnyOrder(Row.of(1), Row.of(2));
    }

    @Test
    void aStartThatFailedCanBeMadeAgain() {
        Harness cache = versioned();
        cache.table.put(rows(3));
        cache.table.fail(new IllegalStateException("no table"));
        assertThatThrownBy(cache.engine::start)
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("no table")
                .hasRootCauseMessage("no table");
        assertThat(cache.engine.waitUntilReady(Duration.ZERO)).isFalse();
        cache.table.fail(null);
        cache.engine.start();

        assertThat(cache.engine.waitUntilReady(Duration.ZERO)).isTrue();
        assertThat(cache.engine.listAll()).hasSize(3);
    }

    @Test
    void aStartThatTheExecutorRefusedCanBeMadeAgain() {
        AtomicBoolean refuses = new AtomicBoolean(true);
        Harness cache = add(Harness.on(
                task -> {
                    if (refuses.get()) {
                        throw new RejectedExecutionException("full");
                    }
                    task.run();
                },
                true,
                options -> options));
        cache.table.put(rows(3));
        assertThatThrownBy(cache.engine::start)
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("Row");
        refuses.set(false);
        Call.of(cache.engine::start).get();

        assertThat(cache.engine.isReady()).isTrue();
    }

    @Test
    void concurrentStartsLoadOnce() {
        Harness cache = versioned();
        cache.table.put(rows(3));
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> first = Call.of(cache.engine::start);
        read.awaitReached();
        Call<Boolean> second = Call.of(cache.engine::start);
        read.open();
        first.get();
        second.get();

        assertThat(cache.table.statements()).isEqualTo(1);
    }

    @Test
    @Tag("F40")
    void whoWaitsForAStartIsToldAlsoIfItsFailureCannotBePutIntoWords() {
        Harness cache = versioned();
        cache.engine.onClose(() -> {});
        Gate begun = new Gate();
        cache.engine.beforeLoad(() -> {
            begun.pass();
            throw new IllegalStateException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new UnsupportedOperationException("no words");
                }
            };
        });
        Call<Boolean> first = Call.of(cache.engine::start);
        begun.awaitReached();
        Call<Boolean> second = Call.of(cache.engine::start).awaitWaiting();
        begun.open();

        assertThatThrownBy(first::get).hasMessage("no words");
        assertThatThrownBy(second::get).hasMessage("no words");
    }
}
