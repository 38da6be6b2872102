package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import io.turnkey.testing.engine.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private final Harness cache = versioned(options -> options.load(LoadMode.FULL));

    private void fill() {
        cache.table.put(LongStream.rangeClosed(1, ROWS).mapToObj(Row::of).toArray(Row[]::new));
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
}
