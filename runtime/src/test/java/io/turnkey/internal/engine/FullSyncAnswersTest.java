package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.SyncMode;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists, remembered "no such row" and the whole table: what they answer once a sync has compared every row. */
@Tag("F41")
class FullSyncAnswersTest extends EngineTest {
    private static Row[] rows(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(Row::of).toArray(Row[]::new);
    }

    @Test
    @Tag("H24")
    void aListThatTheSyncProvedWrongIsNotServedAnyMore() {
        Harness cache = versioned();
        cache.table.put(rows(1, 2));
        cache.engine.start();
        assertThat(cache.byStatus.list(Status.ACTIVE)).hasSize(2);
        cache.table.put(Row.of(3));
        // The row is known, and yet the list lacks it.
        assertThat(cache.id(3)).isPresent();
        cache.table.delete(1);

        cache.engine.sync(SyncMode.FULL);

        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(Row.of(2), Row.of(3));
    }

    @Test
    @Tag("H24")
    void aListThatWasReadBeforeTheSyncAndArrivesAfterItIsNotKept() {
        Harness cache = versioned();
        cache.table.put(rows(1, 2));
        cache.engine.start();
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<List<Row>> lister = Call.of(() -> cache.byStatus.list(Status.ACTIVE));
        read.awaitReached();
        cache.table.put(Row.of(3));
        cache.engine.sync(SyncMode.FULL);
        read.open();

        assertThat(lister.get()).hasSize(2);
        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isFalse();
        assertThat(cache.byStatus.list(Status.ACTIVE)).hasSize(3);
    }

    @Test
    @Tag("H20")
    void aRememberedNoSuchRowEndsWhenTheSyncFindsIt() {
        Harness cache = versioned(options -> options.negativeTtl(Duration.ofHours(1)));
        cache.table.put(Row.of(1));
        cache.engine.start();
        assertThat(cache.email(Row.email(2))).isEmpty();
        cache.table.put(Row.of(2));

        cache.engine.sync(SyncMode.FULL);

        assertThat(cache.email(Row.email(2))).isPresent();
    }

    @Test
    @Tag("F33")
    void listAllReadsTheFewRowsThatMemoryLostAndTheTableIsWholeAgain() {
        Harness cache = versioned(options -> options.maxListSize(1));
        cache.table.put(rows(1, 5));
        cache.engine.start();
        cache.byId.invalidate(2L);
        cache.byId.invalidate(3L);
        cache.table.delete(3);

        assertThat(cache.engine.listAll()).hasSize(4);
        assertThat(cache.table.statements()).isEqualTo(2);
        assertThat(cache.engine.listAll()).hasSize(4);
        assertThat(cache.table.statements()).isEqualTo(2);
    }

    @Test
    @Tag("F33")
    void listAllSyncsATableThatLostTooMuch() {
        Harness cache = versioned(options -> options.maxListSize(1));
        cache.table.put(rows(1, 5));
        cache.engine.start();
        cache.engine.clear();

        assertThat(cache.engine.listAll()).hasSize(5);
        assertThat(cache.stats().syncs()).isEqualTo(2);
        assertThat(cache.engine.size()).isEqualTo(5);
    }
}
