package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.internal.load.Reloads;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Table.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows that are read again although nobody waits for them. */
class ReloadsTest extends EngineTest {
    private static Harness filled(Harness cache, int rows) {
        LongStream.rangeClosed(1, rows).forEach(id -> cache.table.put(Row.of(id)));
        return cache;
    }

    private static List<Long> ids(int rows) {
        return LongStream.rangeClosed(1, rows).boxed().toList();
    }

    private static Reloads<Long> reloads(Harness cache) {
        return cache.engine.parts().reloads();
    }

    @Test
    @Tag("F25")
    void aBatchReads1024RowsWithOneStatement() {
        Harness cache = filled(add(Harness.on(Runnable::run, true, options -> options)), 1_025);
        reloads(cache).request(ids(1_025));

        assertThat(cache.engine.size()).isEqualTo(1_025);
        assertThat(cache.table.statements()).isEqualTo(2);
    }

    @Test
    @Tag("F28")
    void oneBatchRunsAtATimeSoThatCallersKeepTheirLoaders() {
        Harness cache = filled(versioned(), 10);
        Gate first = cache.table.holdNext(Moment.BEFORE);
        ids(5).forEach(id -> reloads(cache).request(List.of(id)));
        first.awaitReached();
        assertThat(cache.id(7)).as("a caller who comes later").isPresent();
        assertThat(cache.table.statements()).isEqualTo(1);
        first.open();
        cache.awaitReloads();

        assertThat(cache.engine.size()).isEqualTo(6);
        assertThat(cache.table.statements())
                .as("the first row, then all that were asked for meanwhile")
                .isEqualTo(3);
    }

    @Test
    @Tag("F32")
    void aCallerWhoMissesJoinsTheReload() {
        Harness cache = filled(versioned(), 1);
        Gate reload = cache.table.holdNext(Moment.BEFORE);
        reloads(cache).request(List.of(1L));
        reload.awaitReached();
        Call<Optional<Row>> caller = Call.of(() -> cache.id(1)).awaitParked();
        reload.open();

        assertThat(caller.get()).contains(Row.of(1));
        assertThat(cache.table.statements()).isEqualTo(1);
    }

    @Test
    @Tag("F32")
    void aReloadJoinsTheLoadOfACaller() {
        Harness cache = filled(versioned(), 1);
        Gate load = cache.table.holdNext(Moment.BEFORE);
        Call<Optional<Row>> caller = Call.of(() -> cache.id(1)).awaitParked();
        reloads(cache).request(List.of(1L));
        load.open();
        cache.awaitReloads();

        assertThat(caller.get()).contains(Row.of(1));
        assertThat(cache.table.statements()).isEqualTo(1);
    }

    @Test
    @Tag("H1")
    void aRowThatChangesWhileItIsReadIsReadOnceMore() {
        Harness cache = filled(versioned(), 1);
        Gate read = cache.table.holdNext(Moment.AFTER);
        reloads(cache).request(List.of(1L));
        read.awaitReached();
        reloads(cache).renew(List.of(1L));
        cache.write(Row.of(1).payload("new"));
        reloads(cache).request(List.of(1L));
        read.open();
        cache.awaitReloads();

        assertThat(cache.byId.peek(1L)).contains(Row.of(1).payload("new"));
    }

    @Test
    @Tag("F28")
    @Tag("H23")
    void whatIsGivenUpWhileItIsReadAgainIsNotKept() {
        Harness cache = filled(unversioned(), 1);
        Gate first = cache.table.holdNext(Moment.AFTER);
        reloads(cache).request(List.of(1L));
        first.awaitReached();
        // Another copy: nobody knows which one is right, so the row is read again.
        cache.table.put(Row.of(1).payload("new"));
        assertThat(cache.email(Row.email(1))).isPresent();
        Gate second = cache.table.holdNext(Moment.AFTER);
        first.open();
        second.awaitReached();
        cache.timers.fire();
        second.open();
        cache.checkIntegrity();

        assertThat(cache.byId.peek(1L)).isEmpty();
        assertThat(cache.table.statements()).isEqualTo(3);
    }

    @Test
    @Tag("F25")
    void aBatchThatCannotBeWatchedIsToldOfAndTheNextOneIsRead() {
        Harness cache = filled(versioned(), 2);
        List<Failed> failures = new ArrayList<>();
        cache.engine.on(Failed.class, failures::add);
        Gate read = cache.table.holdNext(Moment.BEFORE);
        cache.timers.failOnce(new InternalError("no timer"));
        reloads(cache).request(List.of(1L));
        reloads(cache).request(List.of(2L));
        assertThat(failures).extracting(Failed::operation).containsExactly("refresh");
        // The pause after it.
        cache.timers.fire();
        read.open();
        cache.awaitReloads();

        assertThat(cache.byId.peek(2L)).contains(Row.of(2));
    }

    @Test
    void whatOnlyExpiredIsNotReadTwice() {
        Harness cache = filled(versioned(), 1);
        Gate read = cache.table.holdNext(Moment.AFTER);
        reloads(cache).renew(List.of(1L));
        read.awaitReached();
        reloads(cache).renew(List.of(1L));
        read.open();
        cache.awaitReloads();

        assertThat(cache.table.statements()).isEqualTo(1);
    }

    @Test
    void noMoreIsRememberedThanMemoryHolds() {
        Harness cache = filled(versioned(options -> options.maxSize(3)), 10);
        Gate first = cache.table.holdNext(Moment.BEFORE);
        ids(10).forEach(id -> reloads(cache).request(List.of(id)));
        first.awaitReached();
        first.open();
        cache.awaitReloads();

        assertThat(cache.engine.cached()).extracting(Row::id).containsExactlyInAnyOrder(1L, 2L, 3L);
    }

    @Test
    @Tag("F50")
    @Tag("H28")
    void closingEndsThem() {
        Harness cache = filled(versioned(), 3);
        Gate read = cache.table.holdNext(Moment.AFTER);
        reloads(cache).request(List.of(1L));
        read.awaitReached();
        reloads(cache).request(List.of(2L));
        assertThat(cache.timers.size()).isEqualTo(1);
        cache.engine.shutdown();
        reloads(cache).request(List.of(3L));

        assertThat(cache.timers.size()).isZero();
        read.open();
        cache.checkIntegrity();
        assertThat(cache.engine.size()).isZero();
        assertThat(cache.table.statements()).isEqualTo(1);
    }
}
