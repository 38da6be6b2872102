package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheOptions;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long rows, lists and negatives live; with a clock that is set by hand. */
class ExpiryTest extends EngineTest {
    private static final Duration TTL = Duration.ofMinutes(10);
    private static final Duration MILLI = Duration.ofMillis(1);

    private Harness cache() {
        Harness cache = versioned(
                options -> options.ttl(TTL).staleWhileRevalidate(false).negativeTtl(Duration.ofMinutes(1)));
        cache.table.put(Row.of(1));
        return cache;
    }

    @Test
    @Tag("F20")
    void aRowIsServedUntilItsTtlAndThenReadAgain() {
        Harness cache = cache();
        cache.id(1);
        cache.clock.advance(TTL.minus(MILLI));
        cache.id(1);
        assertThat(cache.table.statements()).isEqualTo(1);
        assertThat(cache.engine.isExpired(1L)).isFalse();
        cache.clock.advance(MILLI);

        assertThat(cache.engine.isExpired(1L)).isTrue();
        assertThat(cache.byId.peek(1L)).isEmpty();
        assertThat(cache.engine.cached()).isEmpty();
        assertThat(cache.engine.size()).isEqualTo(1);
        assertThat(cache.id(1)).contains(Row.of(1));
        assertThat(cache.table.statements()).isEqualTo(2);
        assertThat(cache.engine.isExpired(1L)).isFalse();
        assertThat(cache.engine.isExpired(99L)).isFalse();
    }

    @Test
    @Tag("F20")
    void theTtlCountsFromBeforeTheReadAndNotFromItsEnd() {
        Harness cache = cache();
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Optional<Row>> load = Call.of(() -> cache.id(1));
        read.awaitReached();
        cache.clock.advance(TTL);
        read.open();
        assertThat(load.get()).contains(Row.of(1));

        assertThat(cache.byId.peek(1L)).isEmpty();
    }

    @Test
    @Tag("F20")
    void aReadThatProvesARowUnchangedRenewsIt() {
        Harness cache = cache();
        cache.id(1);
        cache.clock.advance(TTL.dividedBy(2));
        cache.engine.refresh(1L);
        cache.clock.advance(TTL.dividedBy(2));

        assertThat(cache.byId.peek(1L)).contains(Row.of(1));
        cache.clock.advance(TTL.dividedBy(2));
        assertThat(cache.byId.peek(1L)).isEmpty();
    }

    @Test
    @Tag("F20")
    void jitterOnlyEverShortensALifeAndSpreadsTheEnds() {
        Harness cache = versioned(options -> options.ttl(TTL).ttlJitter(0.5));
        LongStream.rangeClosed(1, 1_000).forEach(id -> cache.table.put(Row.of(id)));
        cache.engine.start();
        cache.clock.advance(TTL.dividedBy(2).minus(MILLI));
        assertThat(cache.engine.cached()).hasSize(1_000);
        cache.clock.advance(TTL.dividedBy(4));
        assertThat(cache.engine.cached()).hasSizeBetween(400, 600);
        cache.clock.advance(TTL.dividedBy(4).plus(MILLI));
        assertThat(cache.engine.cached()).isEmpty();
    }

    @Test
    @Tag("F20")
    void whatLivesForEverDoes() {
        Harness cache = versioned(options -> options.ttl(CacheOptions.FOREVER).ttlJitter(0.5));
        cache.table.put(Row.of(1));
        cache.id(1);
        cache.clock.advance(Duration.ofDays(365_000));
        cache.engine.cleanUp();

        assertThat(cache.byId.peek(1L)).contains(Row.of(1));
        assertThat(cache.stats().oldestAge()).isEqualTo(Duration.ofDays(365_000));
    }

    @Test
    @Tag("F20")
    @Tag("F03")
    void aListExpiresLikeARow() {
        Harness cache = cache();
        cache.byStatus.list(Status.ACTIVE);
        cache.engine.listAll();
        cache.table.put(Row.of(2));
        cache.clock.advance(TTL.minus(MILLI));
        assertThat(cache.byStatus.list(Status.ACTIVE)).hasSize(1);
        cache.clock.advance(MILLI);

        assertThat(cache.byStatus.isCached(Status.ACTIVE)).isFalse();
        assertThat(cache.byStatus.list(Status.ACTIVE)).hasSize(2);
        assertThat(cache.engine.listAll()).hasSize(2);
    }

    @Test
    @Tag("F23")
    void cleanupRemovesWhatHasExpiredAndNothingElse() {
        Harness cache = cache();
        cache.id(1);
        cache.byStatus.list(Status.ACTIVE);
        cache.email("none");
        cache.clock.advance(TTL.dividedBy(2));
        cache.table.put(Row.of(2));
        cache.id(2);
        cache.clock.advance(TTL.dividedBy(2));
        cache.engine.cleanUp();

        assertThat(cache.engine.isExpired(1L)).isFalse();
        assertThat(cache.engine.cached()).containsExactly(Row.of(2));
        assertThat(cache.engine.size()).isEqualTo(1);
        assertThat(cache.stats().lists()).isZero();
        assertThat(cache.stats().expirations()).isEqualTo(1);
        assertThat(cache.stats().evictions()).isZero();
    }

    @Test
    @Tag("F27")
    void aKeyWithoutARowIsRememberedForItsTimeAndNoLonger() {
        Harness cache = cache();
        assertThat(cache.email("none")).isEmpty();
        assertThat(cache.id(7)).isEmpty();
        cache.clock.advance(Duration.ofMinutes(1).minus(MILLI));
        assertThat(cache.email("none")).isEmpty();
        assertThat(cache.id(7)).isEmpty();
        assertThat(cache.byId.getMany(List.of(7L))).isEmpty();
        assertThat(cache.table.statements()).isEqualTo(2);
        assertThat(cache.stats().negativeHits()).isEqualTo(3);
        cache.clock.advance(MILLI);
        cache.table.put(Row.of(7).email("none"));

        assertThat(cache.email("none")).isPresent();
        assertThat(cache.id(7)).isPresent();
    }

    @Test
    @Tag("F27")
    void withoutNegativeTtlNothingIsRemembered() {
        Harness cache = versioned();
        cache.email("none");
        cache.email("none");

        assertThat(cache.table.statements()).isEqualTo(2);
    }

    @Test
    @Tag("F27")
    @Tag("H20")
    void anInsertOrAKeyChangeToTheValueEndsIt() {
        Harness cache = cache();
        cache.id(1);
        cache.email("a");
        cache.email("b");
        cache.id(7);
        cache.writeKnown(Row.of(7).email("a"));
        assertThat(cache.email("a").map(Row::id)).contains(7L);
        assertThat(cache.id(7)).isPresent();
        cache.writeKnown(Row.of(1).email("b"));
        assertThat(cache.email("b").map(Row::id)).contains(1L);
        assertThat(cache.stats().negativeHits()).isZero();
    }

    @Test
    @Tag("F27")
    @Tag("H20")
    void aRowThatComesInAnotherWayEndsIt() {
        Harness cache = cache();
        cache.email("a");
        cache.table.put(Row.of(7).email("a"));
        cache.id(7);
        cache.byEmail.clear();

        assertThat(cache.email("a").map(Row::id)).contains(7L);
    }

    @Test
    @Tag("F27")
    void aChangeOfAnotherRowToOtherValuesLeavesItAlone() {
        Harness cache = cache();
        cache.email("a");
        cache.writeKnown(Row.of(7).email("b"));
        cache.email("a");

        assertThat(cache.table.statements()).isEqualTo(1);
    }

    @Test
    @Tag("F27")
    void theyAreBoundedAndTheOldestLeavesFirst() {
        Harness cache = versioned(options -> options.maxSize(3).negativeTtl(Duration.ofMinutes(1)));
        for (long id = 1; id <= 4; id++) {
            cache.id(id);
        }
        int before = cache.table.statements();
        cache.id(4);
        cache.id(3);
        cache.id(2);
        assertThat(cache.table.statements()).isEqualTo(before);
        cache.id(1);
        assertThat(cache.table.statements()).isEqualTo(before + 1);
    }
}
