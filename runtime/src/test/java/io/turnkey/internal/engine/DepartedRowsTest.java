package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel.Fill;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Table;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A row was answered and is in memory no more, and the second level has an older copy: who wrote the row has not told it yet. */
@Tag("F62")
@Tag("P3")
class DepartedRowsTest extends EngineTest {
    private static final Row OLD = Row.of(1).payload("old");
    private static final Row NEW = OLD.payload("new");

    private final Table table = new Table();
    private final FakeSecondLevel level = FakeSecondLevel.create();
    private Fill old;

    /** Another process reads the row, and then somebody writes it who is cut off. */
    @BeforeEach
    void write() {
        FakeSecondLevel others = level.another();
        Harness other = add(Harness.node(table, others, options -> options));
        others.connect();
        table.put(OLD, Row.of(2));
        other.id(1);
        old = others.offered.get(0);
        level.evict();
        table.put(NEW);
    }

    /** Loads on the caller's thread, or on others if {@code executor} is {@code null}. */
    private Harness node(@Nullable Executor executor) {
        Harness node = add(Harness.node(
                table,
                level,
                executor,
                options -> options.maxSize(1).ttl(Duration.ofSeconds(30)).maxStale(Duration.ZERO)));
        level.connect();
        return node;
    }

    private Harness node() {
        return node(Runnable::run);
    }

    /** What the other process read arrives. */
    private void share(Fill copy) {
        level.evict();
        level.fill(level.stamp(), List.of(copy));
    }

    private void tell() {
        level.member().changed(SharedChange.of(Set.of("1")));
    }

    static Stream<Named<Consumer<DepartedRowsTest>>> ways() {
        return Stream.of(
                Named.of("an earlier write is told", DepartedRowsTest::tell),
                Named.of("messages were lost", test -> test.level.member().lost()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void thatWereToldToHaveChanged(Consumer<DepartedRowsTest> news) {
        Harness cache = node();
        assertThat(cache.id(1)).contains(NEW);
        news.accept(this);
        share(old);

        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.email(Row.email(1))).contains(NEW);
    }

    @Test
    void thatMadeRoom() {
        Harness cache = node();
        assertThat(cache.id(1)).contains(NEW);
        cache.id(2);
        share(old);

        assertThat(cache.email(Row.email(1))).contains(NEW);
    }

    @Test
    void thatExpired() {
        Harness cache = node();
        assertThat(cache.id(1)).contains(NEW);
        cache.clock.advance(Duration.ofSeconds(31));
        cache.engine.parts().store().expire(cache.engine.parts().clock().millis());
        share(old);

        assertThat(cache.email(Row.email(1))).contains(NEW);
    }

    @Test
    void thatWereAnsweredAndNeverKept() {
        Harness cache = node(null);
        Gate read = table.holdNext(Moment.AFTER);
        Call<Optional<Row>> early = Call.of(() -> cache.id(1));
        read.awaitReached();
        tell();
        read.open();
        assertThat(early.get()).contains(NEW);
        cache.id(2);
        share(old);

        assertThat(cache.id(1)).contains(NEW);
    }

    @Test
    void aRowThatWasInsertedAnewIsTakenAlthoughItsVersionIsLower() {
        Harness cache = node();
        cache.id(1);
        Row anew = Row.of(1);
        table.put(anew);
        tell();
        share(old);
        assertThat(cache.id(1)).contains(anew);
        Fill copy = level.offered.get(level.offered.size() - 1);
        cache.id(2);
        share(copy);
        int before = table.statements();

        assertThat(cache.id(1)).contains(anew);
        assertThat(table.statements()).isEqualTo(before);
    }
}
