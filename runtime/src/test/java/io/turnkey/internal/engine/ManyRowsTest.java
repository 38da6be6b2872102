package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheEvent.ItemLoaded;
import io.turnkey.CacheLoadException;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import io.turnkey.internal.store.Change;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A sync of so many rows that one thread reads and another one puts them in. */
@Tag("F41")
class ManyRowsTest extends EngineTest {
    private static final int ROWS = 5_000;

    /** One that has been read, but waits for others of its batch, when {@link #NEXT} is read. */
    private static final long WAITS = 2_999;

    private static final long NEXT = 3_000;

    /** One that another thread puts in. */
    private static final long HELD = 1_500;

    private final Harness cache = versioned(options -> options.load(LoadMode.FULL));

    private void fill() {
        fill(cache, ROWS);
    }

    private static Harness fill(Harness cache, int rows) {
        cache.table.put(LongStream.rangeClosed(1, rows).mapToObj(Row::of).toArray(Row[]::new));
        return cache;
    }

    private Harness on(Executor executor) {
        return add(Harness.on(executor, true, options -> options.load(LoadMode.FULL)));
    }

    private void once(Runnable when) {
        AtomicBoolean done = new AtomicBoolean();
        cache.table.beforeRow(row -> {
            if (row.id() == NEXT && done.compareAndSet(false, true)) {
                when.run();
            }
        });
    }

    @Test
    void allComeInAndWhatIsGoneLeaves() {
        fill();
        cache.engine.start();
        assertThat(cache.engine.size()).isEqualTo(ROWS);
        assertThat(cache.byEmail.peek(Row.email(ROWS))).contains(Row.of(ROWS));
        cache.table.put(Row.of(WAITS).payload("new"));
        cache.table.delete(NEXT);

        cache.engine.sync(SyncMode.FULL);

        assertThat(cache.engine.cached())
                .containsExactlyInAnyOrderElementsOf(cache.table.rows())
                .hasSize(ROWS - 1);
        assertThat(cache.engine.parts().coverage().isWhole()).isTrue();
    }

    @Test
    @Tag("H11")
    void aRowThatIsWrittenWhileItWaitsToBePutInIsNotPutIn() {
        fill();
        List<String> seen = new ArrayList<>();
        once(() -> {
            cache.write(Row.of(WAITS).payload("new"));
            cache.table.beforeRow(
                    row -> cache.byId.peek(WAITS).map(Row::payload).ifPresent(seen::add));
        });

        cache.engine.start();

        assertThat(cache.byId.get(WAITS).map(Row::payload)).contains("new");
        assertThat(seen).doesNotContain(Row.of(WAITS).payload());
        assertThat(cache.engine.size()).isEqualTo(ROWS);
    }

    @Test
    @Tag("H11")
    void aClearWhileRowsWaitLetsItBeginAnew() {
        fill();
        once(cache.engine::clear);

        cache.engine.start();

        assertThat(cache.engine.cached()).containsExactlyInAnyOrderElementsOf(cache.table.rows());
        assertThat(cache.engine.parts().coverage().isWhole()).isTrue();
    }

    @Test
    void aTableOfFewRowsIsPutInByTheThreadThatReadsIt() {
        AtomicInteger asked = new AtomicInteger();
        Harness small = fill(
                on(task -> {
                    asked.incrementAndGet();
                    task.run();
                }),
                1_024);

        small.engine.start();

        assertThat(small.engine.size()).isEqualTo(1_024);
        assertThat(asked).hasValue(1);
    }

    @Test
    void anExecutorWithoutAnotherThreadDoesAsWell() {
        AtomicBoolean busy = new AtomicBoolean();
        Harness alone = fill(
                on(task -> {
                    if (!busy.compareAndSet(false, true)) {
                        throw new RejectedExecutionException("full");
                    }
                    task.run();
                    busy.set(false);
                }),
                ROWS);

        alone.engine.start();

        assertThat(alone.engine.size()).isEqualTo(ROWS);
        assertThat(alone.engine.parts().coverage().isWhole()).isTrue();
    }

    @Test
    void whereRowsCannotBePutInTheSyncFailsAndNothingIsTakenForGone() {
        AtomicInteger asked = new AtomicInteger();
        Harness broken = fill(
                indexing(
                        true,
                        row -> {
                            // First in the middle of putting it in, then for the event, which is no place to fail in.
                            if (row.id() == HELD && asked.incrementAndGet() == 2) {
                                throw new IllegalStateException("broken");
                            }
                        },
                        options -> options.load(LoadMode.FULL)),
                ROWS);
        broken.table.delete(HELD);
        broken.engine.start();
        broken.engine.on(ItemLoaded.class, event -> {});
        broken.table.delete(NEXT);
        broken.table.put(Row.of(HELD));

        assertThatThrownBy(() -> broken.engine.sync(SyncMode.FULL))
                .isInstanceOf(CacheLoadException.class)
                .hasRootCauseMessage("broken");
        assertThat(broken.engine.size()).isEqualTo(ROWS);
        broken.engine.sync(SyncMode.FULL);
        assertThat(broken.engine.cached())
                .containsExactlyInAnyOrderElementsOf(broken.table.rows())
                .hasSize(ROWS - 1);
    }

    @Test
    @Tag("H23")
    void aSyncThatIsGivenUpWhileAnotherThreadPutsRowsInLetsNoMoreIn() {
        Gate held = heldWhile(start -> {
            // The thread that reads comes to its end when too many rows wait.
            while (cache.stats().syncing()) {
                cache.timers.fire();
            }
            assertThatThrownBy(start::get)
                    .isInstanceOf(CacheLoadException.class)
                    .hasMessageContaining("loadTimeout");
        });
        held.open();
        cache.checkIntegrity();

        assertThat(cache.engine.size()).isEqualTo((int) HELD);
    }

    @Test
    @Tag("H23")
    void aSyncMayTakeLongAsLongAsRowsAreBeingPutIn() {
        fill();
        AtomicReference<Thread> reader = new AtomicReference<>();
        cache.table.beforeRow(row -> reader.set(Thread.currentThread()));
        cache.engine.on(ItemLoaded.class, event -> {
            if (event.id() instanceof Long id && id >= HELD && id < HELD + 10) {
                awaitRest(reader.get());
                cache.timers.fire();
            }
        });

        cache.engine.start();

        assertThat(cache.engine.size()).isEqualTo(ROWS);
    }

    /** Waits until too many rows wait for the thread to read more, unless it puts them in itself. */
    private static void awaitRest(Thread reader) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (reader != Thread.currentThread() && reader.getState() != Thread.State.WAITING) {
            assertThat(System.nanoTime() - deadline).as("it waits").isNegative();
            Thread.onSpinWait();
        }
    }

    @Test
    @Tag("H28")
    void closingWhileAnotherThreadPutsRowsInLeavesNothingBehind() {
        Gate held = heldWhile(start -> {
            cache.engine.shutdown();
            assertThatIllegalStateException().isThrownBy(start::get).withMessage("Row is closed");
        });
        held.open();
        cache.checkIntegrity();

        assertThat(cache.engine.size()).isZero();
    }

    @Test
    @Tag("H11")
    void whatACancelledSyncHasReadAndNotPutInIsNotTakenForGoneElsewhere() {
        FakeCopies second = new FakeCopies();
        Harness shared =
                fill(add(Harness.sharing(true, second, row -> {}, options -> options.load(LoadMode.FULL))), ROWS);
        // Of the last that are put in, when everything has been read.
        shared.table.delete(ROWS - 10);
        shared.engine.start();
        shared.table.put(Row.of(ROWS - 10));
        shared.engine.on(
                ItemLoaded.class, event -> shared.engine.parts().tickets().observe(Change.everything()));

        shared.engine.sync(SyncMode.FULL);

        assertThat(second.forgotten).isEmpty();
        assertThat(shared.engine.cached()).hasSize(ROWS);
    }

    /** Starts it, and holds who puts in a row that another thread puts in, outside of every lock. */
    private Gate heldWhile(Consumer<Call<Boolean>> then) {
        fill();
        Gate held = new Gate();
        cache.engine.on(ItemLoaded.class, event -> {
            if (event.id().equals(HELD)) {
                held.pass();
            }
        });
        Call<Boolean> start = Call.of(cache.engine::start);
        held.awaitReached();
        then.accept(start);
        return held;
    }
}
