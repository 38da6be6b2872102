package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows that are served because the database fails. */
@Tag("F26")
class StaleIfErrorTest extends EngineTest {
    private static final Duration TTL = Duration.ofMinutes(10);
    private static final Duration LIMIT = Duration.ofHours(1);
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Row OLD = Row.of(1);

    /** The row is in memory and has just expired, and the database fails. */
    private Harness failing(UnaryOperator<CacheOptions.Builder> more) {
        Harness cache = versioned(options ->
                more.apply(options.ttl(TTL).staleWhileRevalidate(false).staleIfError(LIMIT)));
        cache.table.put(OLD);
        cache.id(1);
        cache.clock.advance(TTL);
        cache.table.fail(new IllegalStateException("down"));
        return cache;
    }

    @Test
    void anExpiredRowIsServedIfTheDatabaseFailsAndTheFailureIsToldOf() {
        Harness cache = failing(options -> options);
        List<Failed> failures = new CopyOnWriteArrayList<>();
        cache.engine.on(Failed.class, failures::add);

        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.email(Row.email(1))).contains(OLD);
        assertThat(cache.stats().staleServes()).isEqualTo(2);
        assertThat(cache.stats().loadFailures()).isEqualTo(2);
        assertThat(cache.byId.peek(1L)).isEmpty();
        cache.table.fail(null);
        cache.table.put(OLD.payload("new"));
        assertThat(cache.id(1)).contains(OLD.payload("new"));
        cache.checkIntegrity();
        assertThat(failures).extracting(Failed::operation).containsExactly("Row.getById", "Row.getByEmail");
    }

    @Test
    void itIsServedForItsTimeAndNoLonger() {
        Harness cache = failing(options -> options);
        cache.clock.advance(LIMIT.minus(MILLI));
        cache.engine.cleanUp();
        assertThat(cache.id(1)).contains(OLD);
        cache.clock.advance(MILLI);

        assertThatThrownBy(() -> cache.id(1)).isInstanceOf(CacheLoadException.class);
        cache.engine.cleanUp();
        assertThat(cache.engine.size()).isZero();
        assertThatThrownBy(() -> cache.id(1)).isInstanceOf(CacheLoadException.class);
    }

    @Test
    @Tag("F25")
    void itIsServedAlsoWhenMaxStaleIsOver() {
        Harness cache = failing(options -> options.staleWhileRevalidate(true).maxStale(Duration.ofMinutes(1)));
        cache.clock.advance(Duration.ofMinutes(1));

        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.stats().staleServes()).isEqualTo(1);
    }

    @Test
    void whatWasInvalidatedIsNotServed() {
        Harness cache = failing(options -> options);
        cache.byId.invalidate(1L);

        assertThatThrownBy(() -> cache.id(1)).isInstanceOf(CacheLoadException.class);
    }

    @Test
    void offIsTheDefault() {
        Harness cache = failing(
                options -> options.staleIfError(CacheOptions.builder().build().staleIfError()));

        assertThatThrownBy(() -> cache.id(1)).isInstanceOf(CacheLoadException.class);
        assertThat(cache.stats().staleServes()).isZero();
    }

    @Test
    void ofManyThoseAreServedThatMemoryHas() {
        Harness cache = failing(options -> options);
        cache.table.fail(null);
        cache.table.put(Row.of(2), Row.of(3));
        cache.id(2);
        cache.table.fail(new IllegalStateException("down"));

        assertThat(cache.byId.getMany(List.of(2L, 1L)).values()).containsExactly(Row.of(2), OLD);
        assertThatThrownBy(() -> cache.byId.getMany(List.of(2L, 1L, 3L)))
                .as("nobody knows whether row 3 exists")
                .isInstanceOf(CacheLoadException.class);
    }

    @Test
    @Tag("F28")
    void aDatabaseThatDoesNotAnswerFailsToo() {
        Harness cache = failing(options -> options.loadTimeout(Duration.ofMillis(30)));
        cache.table.fail(null);
        cache.table.put(OLD.payload("new"));
        Gate hung = cache.table.holdNext(Moment.AFTER);

        assertThat(cache.id(1)).contains(OLD);
        hung.open();
        cache.checkIntegrity();
        assertThat(cache.engine.cached()).isEmpty();
    }

    @Test
    @Tag("F28")
    void oneCallForManyWaitsForLoadTimeoutOnceHoweverManyLoadsItJoins() {
        int rows = 1_000;
        Harness cache = failing(options -> options.loadTimeout(Duration.ofMillis(200)));
        cache.table.fail(null);
        List<Long> ids = LongStream.rangeClosed(1, rows).boxed().toList();
        ids.forEach(id -> cache.table.put(Row.of(id)));
        cache.engine.parts().reloads().request(ids);
        cache.awaitReloads();
        cache.clock.advance(TTL);
        Gate hung = cache.table.holdNext(Moment.AFTER);
        cache.engine.parts().reloads().request(ids);
        hung.awaitReached();

        // Once for each row would take longer than a call has.
        Call<Map<Long, Row>> many = Call.of(() -> cache.byId.getMany(ids));
        assertThat(many.get()).hasSize(rows);
        assertThat(cache.stats().staleServes()).isEqualTo(rows);
        hung.open();
    }

    @Test
    void whoWantsTheRowReadAgainIsToldThatItCouldNotBe() {
        Harness cache = failing(options -> options);

        assertThatThrownBy(() -> cache.engine.refresh(1L)).isInstanceOf(CacheLoadException.class);
    }
}
