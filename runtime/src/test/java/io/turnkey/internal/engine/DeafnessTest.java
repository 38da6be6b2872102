package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Cleared;
import io.turnkey.CacheLoadException;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import io.turnkey.testing.engine.Table.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** While the writes of others are not heard, nothing is served for longer than {@code disconnectedTtl}. */
@Tag("F63")
@Tag("P5")
class DeafnessTest extends OutageTest {
    @Test
    void whatWasThereBeforeIsServedForTheTimeAndNoLonger() {
        Harness cache = connected();
        cache.id(1);
        cache.email("new@example.com");
        cache.byStatus.list(Status.ACTIVE);
        assertThat(cache.timers.size()).isZero();
        level.disconnect();
        assertThat(cache.timers.delays()).containsExactly(HALF);
        table.put(NEW.email("new@example.com"));
        pass(cache, HALF);
        cache.clock.advance(HALF.minus(MILLI));
        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.email("new@example.com")).isEmpty();
        assertThat(cache.byStatus.list(Status.ACTIVE)).contains(OLD);
        pass(cache, MILLI);

        assertThat(cache.id(1)).map(Row::email).contains("new@example.com");
        assertThat(cache.email("new@example.com")).map(Row::id).contains(1L);
        assertThat(cache.byStatus.list(Status.ACTIVE)).doesNotContain(OLD);
        assertThat(level.told).isEmpty();
    }

    @Test
    void whatComesInMeanwhileLivesForThatTime() {
        Harness cache = connected();
        level.disconnect();
        pass(cache, HALF);
        pass(cache, HALF);
        cache.id(1);
        cache.email("r3@example.com");
        cache.byStatus.list(Status.ACTIVE);
        writeUnheard();
        pass(cache, HALF);
        cache.clock.advance(HALF.minus(MILLI));
        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.email("r3@example.com")).isEmpty();
        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(OLD, Row.of(2));
        cache.clock.advance(MILLI);

        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.email("r3@example.com")).contains(Row.of(3));
        assertThat(cache.byStatus.list(Status.ACTIVE)).containsExactly(NEW, Row.of(3));
    }

    @Test
    void whatLivesForLessLivesForLess() {
        Harness cache = connected(options -> options.ttl(HALF).negativeTtl(HALF));
        level.disconnect();
        cache.id(1);
        cache.email("r3@example.com");
        writeUnheard();
        cache.clock.advance(HALF);

        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.email("r3@example.com")).contains(Row.of(3));
    }

    @Test
    void theAgeOfWhatLivesForAShortTimeIsTold() {
        Harness cache = connected();
        level.disconnect();
        cache.id(1);
        cache.clock.advance(HALF);

        assertThat(cache.stats().oldestAge()).isEqualTo(HALF);
        level.connect();
        assertThat(cache.stats().oldestAge()).isEqualTo(HALF);
        cache.engine.clear();
        cache.id(1);
        assertThat(cache.stats().oldestAge()).isZero();
        cache.clock.advance(TTL.minus(HALF));
        assertThat(cache.stats().oldestAge()).isEqualTo(TTL.minus(HALF));
    }

    @Test
    void aLoadThatBeganBeforeBringsARowThatLivesForTheTimeSinceThen() {
        table.put(OLD);
        Harness cache = add(Harness.node(table, level, null, options -> options.ttl(TTL)));
        level.connect();
        Gate read = table.holdNext(Moment.AFTER);
        Call<Optional<Row>> straddling = Call.of(() -> cache.id(1));
        read.awaitReached();
        cache.clock.advance(HALF);
        level.disconnect();
        read.open();
        straddling.get();
        table.put(NEW);
        cache.clock.advance(HALF.minus(MILLI));
        assertThat(cache.id(1)).contains(OLD);
        cache.clock.advance(MILLI);

        assertThat(cache.id(1)).contains(NEW);
    }

    @Test
    void aLoadThatIsUnderWayWhenTheTimeIsOverIsNotKept() {
        table.put(OLD);
        Harness cache = add(Harness.node(table, level, null, options -> options.ttl(TTL)));
        level.connect();
        Gate read = table.holdNext(Moment.AFTER);
        Call<Optional<Row>> straddling = Call.of(() -> cache.id(1));
        read.awaitReached();
        level.disconnect();
        pass(cache, HALF);
        pass(cache, HALF);
        table.put(NEW);
        level.connect();
        read.open();
        straddling.get();

        assertThat(cache.id(1)).contains(NEW);
    }

    @Test
    void nothingStaleIsServedUntilOthersAreHeardAgain() {
        Harness cache = connected(options -> options.staleWhileRevalidate(true).maxStale(TTL));
        cache.id(1);
        level.evict();
        cache.clock.advance(TTL);
        assertThat(cache.id(1)).contains(OLD);
        level.disconnect();
        cache.clock.advance(TTL);
        table.put(NEW);
        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.byId.getMany(List.of(1L))).containsValue(NEW);
        cache.clock.advance(Harness.DISCONNECTED_TTL);
        table.put(NEW.payload("newer"));
        assertThat(cache.byId.getMany(List.of(1L))).containsValue(NEW.payload("newer"));
        level.connect();
        cache.clock.advance(TTL);

        assertThat(cache.id(1)).contains(NEW.payload("newer"));
        assertThat(cache.stats().staleServes()).isEqualTo(2);
    }

    @Test
    void nothingStaleIsServedIfTheDatabaseFailsToo() {
        Harness cache = connected(options -> options.staleWhileRevalidate(false).staleIfError(TTL));
        cache.id(1);
        level.evict();
        cache.clock.advance(TTL);
        table.fail(new IllegalStateException("down"));
        assertThat(cache.id(1)).contains(OLD);
        level.disconnect();
        assertThatThrownBy(() -> cache.id(1)).isInstanceOf(CacheLoadException.class);
        cache.engine.cleanUp();
        level.connect();

        assertThat(cache.id(1)).contains(OLD);
    }

    @Test
    void anOutageThatIsShorterThanTheTimeDropsNothing() {
        Harness cache = connected();
        cache.id(1);
        level.disconnect();
        pass(cache, HALF);
        level.connect();
        assertThat(cache.timers.size()).isZero();
        cache.id(2);
        cache.clock.advance(TTL.minus(HALF).minus(MILLI));
        int before = table.statements();
        cache.id(1);
        cache.id(2);

        assertThat(table.statements()).isEqualTo(before);
    }

    @Test
    void theTimeOfTheNextOutageIsItsOwn() {
        Harness cache = connected();
        level.disconnect();
        pass(cache, HALF);
        level.connect();
        cache.id(1);
        level.disconnect();
        pass(cache, HALF);
        assertThat(cache.byId.isCached(1L)).isTrue();
        pass(cache, HALF);

        assertThat(cache.byId.isCached(1L)).isFalse();
    }

    @Test
    void anOutageThatIsToldTwiceLastsNoLonger() {
        Harness cache = connected();
        cache.id(1);
        level.disconnect();
        pass(cache, HALF);
        level.disconnect();
        pass(cache, HALF);

        assertThat(cache.byId.isCached(1L)).isFalse();
        assertThat(cache.timers.size()).isEqualTo(1);
    }

    @Test
    @Tag("H26")
    void nobodyIsHeardBeforeTheFirstConnection() {
        Harness cache = node(options -> options.staleIfError(TTL));
        cache.id(1);
        table.put(NEW);
        cache.clock.advance(Harness.DISCONNECTED_TTL);
        table.fail(new IllegalStateException("down"));
        assertThatThrownBy(() -> cache.id(1)).isInstanceOf(CacheLoadException.class);
        table.fail(null);

        assertThat(cache.id(1)).contains(NEW);
    }

    @Test
    void listenersHearOnceThatEverythingWasDropped() {
        Harness cache = connected();
        cache.id(1);
        List<CacheEvent> events = new ArrayList<>();
        cache.engine.on(CacheEvent.class, events::add);
        level.disconnect();
        for (int i = 0; i < 6; i++) {
            pass(cache, HALF);
        }

        assertThat(events).containsExactly(new Cleared("Row"));
    }

    @Test
    @Tag("H28")
    void aCacheThatIsClosedMeanwhileLeavesNoTimer() {
        Harness cache = connected();
        level.disconnect();
        cache.engine.shutdown();

        assertThat(cache.timers.size()).isZero();
    }
}
