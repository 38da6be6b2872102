package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A cache that is switched off at run time. */
@Tag("F36")
class BypassTest extends EngineTest {
    private static void readsEverythingAnew(Harness cache) {
        for (int round = 1; round <= 2; round++) {
            Row row = Row.of(1).payload("round " + round);
            cache.table.put(row);
            int before = cache.table.statements();
            assertThat(cache.id(1)).contains(row);
            assertThat(cache.email(Row.email(1))).contains(row);
            assertThat(cache.byId.getMany(List.of(1L, 2L))).containsOnlyKeys(1L);
            assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(row);
            assertThat(cache.engine.listAll()).containsExactly(row);
            assertThat(cache.id(2)).isEmpty();
            assertThat(cache.engine.refresh(1L)).contains(row);
            assertThat(cache.table.statements()).isEqualTo(before + 7);
        }
        assertThat(cache.engine.size()).isZero();
        assertThat(cache.stats().lists()).isZero();
        assertThat(cache.stats().refusedInstalls()).isZero();
    }

    @Test
    void everyReadGoesThroughAndNothingIsKept() {
        Harness cache = versioned(options -> options.negativeTtl(Duration.ofMinutes(1)));
        cache.table.put(Row.of(1));
        cache.id(1);
        cache.byStatus.list(Status.ACTIVE);
        cache.id(2);
        cache.engine.bypass(true);

        readsEverythingAnew(cache);
    }

    @Test
    @Tag("F29")
    void aCacheThatIsNotEnabledStartsThatWay() {
        Harness cache = versioned(options -> options.enabled(false).negativeTtl(Duration.ofMinutes(1)));
        cache.table.put(Row.of(1));
        cache.engine.start();

        assertThat(cache.engine.isReady()).isTrue();
        readsEverythingAnew(cache);
    }

    @Test
    void afterwardsItCachesAgainStartingEmpty() {
        Harness cache = versioned();
        cache.table.put(Row.of(1));
        cache.id(1);
        cache.engine.bypass(true);
        cache.table.put(Row.of(1).payload("new"));
        cache.engine.bypass(false);

        assertThat(cache.byId.peek(1L)).isEmpty();
        assertThat(cache.id(1).map(Row::payload)).contains("new");
        assertThat(cache.byId.peek(1L)).isPresent();
    }

    @Test
    @Tag("F32")
    void readersShareNoLoad() {
        Harness cache = versioned();
        cache.table.put(Row.of(1));
        cache.engine.bypass(true);
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> early = Call.of(() -> cache.id(1));
        read.awaitReached();
        cache.table.put(Row.of(1).payload("new"));

        assertThat(cache.id(1).map(Row::payload)).contains("new");
        read.open();
        assertThat(early.get()).isPresent();
    }

    @Test
    void aLoadThatBeganBeforeItIsNotKeptAfterIt() {
        Harness cache = versioned();
        cache.table.put(Row.of(1));
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> early = Call.of(() -> cache.id(1));
        read.awaitReached();
        cache.engine.bypass(true);
        cache.engine.bypass(false);
        read.open();
        early.get();

        assertThat(cache.engine.size()).isZero();
    }
}
