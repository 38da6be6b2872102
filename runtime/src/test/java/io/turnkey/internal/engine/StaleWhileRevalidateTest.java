package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheEvent.Refreshed;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Table.Moment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Rows that expired a while ago: served at once, and read again in the background. */
@Tag("F25")
class StaleWhileRevalidateTest extends EngineTest {
    private static final Duration TTL = Duration.ofMinutes(10);
    private static final Duration MAX_STALE = Duration.ofMinutes(4);
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Row OLD = Row.of(1);
    private static final Row NEW = OLD.payload("new");

    private static CacheOptions.Builder options(CacheOptions.Builder options) {
        return options.ttl(TTL).maxStale(MAX_STALE);
    }

    /** The row is in memory, has just expired, and was changed by somebody who did not say so. */
    private Harness expired(UnaryOperator<CacheOptions.Builder> more) {
        return expire(versioned(options -> more.apply(options(options))));
    }

    /** The same, with loads on the caller's thread. */
    private Harness expiredInline() {
        return expire(add(Harness.on(Runnable::run, true, StaleWhileRevalidateTest::options)));
    }

    private static Harness expire(Harness cache) {
        cache.table.put(OLD);
        cache.id(1);
        cache.table.put(NEW);
        cache.clock.advance(TTL);
        return cache;
    }

    @Test
    void itIsServedAtOnceByEveryKeyAndReadAgainOnce() {
        Harness cache = expired(options -> options);
        Gate reload = cache.table.holdNext(Moment.BEFORE);

        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.email(Row.email(1))).contains(OLD);
        assertThat(cache.byLogin.get(OLD.tenantLogin())).contains(OLD);
        assertThat(cache.byId.getMany(List.of(1L))).containsValue(OLD);
        reload.open();
        cache.awaitReloads();

        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.table.statements()).isEqualTo(2);
        assertThat(cache.stats().staleServes()).isEqualTo(4);
        assertThat(cache.stats().hits()).isEqualTo(5);
        assertThat(cache.stats().misses()).isEqualTo(1);
    }

    @Test
    void whatOnlyLooksAtMemoryDoesNotFindIt() {
        Harness cache = expired(options -> options);

        assertThat(cache.byId.peek(1L)).isEmpty();
        assertThat(cache.byEmail.isCached(Row.email(1))).isFalse();
        assertThat(cache.engine.isExpired(1L)).isTrue();
        assertThat(cache.engine.cached()).isEmpty();
        assertThat(cache.stats().staleServes()).isZero();
        assertThat(cache.table.statements()).isEqualTo(1);
    }

    @Test
    void withoutItTheCallerWaits() {
        Harness cache = expired(options -> options.staleWhileRevalidate(false));

        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.stats().staleServes()).isZero();
    }

    @Test
    void itIsServedForMaxStaleAndNoLonger() {
        Harness cache = expired(options -> options);
        Gate reload = cache.table.holdNext(Moment.BEFORE);
        cache.clock.advance(MAX_STALE.minus(MILLI));
        assertThat(cache.id(1)).contains(OLD);
        cache.clock.advance(MILLI);
        Call<Optional<Row>> late = Call.of(() -> cache.id(1)).awaitParked();
        reload.open();

        assertThat(late.get()).contains(NEW);
        assertThat(cache.table.statements())
                .as("the one who is late joins the reload")
                .isEqualTo(2);
    }

    @Test
    void manyAreServedAndReadAgainWithOneStatementBesidesThatForTheMissing() {
        Harness cache = expiredInline();
        cache.table.put(Row.of(2), Row.of(3), Row.of(4));
        cache.byId.getMany(List.of(2L, 3L));
        cache.table.put(Row.of(2).payload("new"), Row.of(3).payload("new"));
        cache.clock.advance(TTL);
        cache.id(1);
        int before = cache.table.statements();

        Map<Long, Row> found = cache.byId.getMany(List.of(4L, 3L, 9L, 2L, 1L));
        assertThat(found.values()).containsExactly(Row.of(4), Row.of(3), Row.of(2), NEW);
        assertThat(cache.table.statements()).isEqualTo(before + 2);
        assertThat(cache.byId.getMany(List.of(3L, 2L)).values())
                .extracting(Row::payload)
                .containsOnly("new");
    }

    @Test
    @Tag("H1")
    void whatWasInvalidatedIsNeverServed() {
        Harness cache = expired(options -> options);
        cache.byId.invalidate(1L);

        assertThat(cache.id(1)).contains(NEW);
        assertThat(cache.stats().staleServes()).isZero();
    }

    @Test
    @Tag("H1")
    @Tag("H11")
    void aReloadThatReadBeforeAChangeIsNotKept() {
        Harness cache = expired(options -> options);
        Gate reload = cache.table.holdNext(Moment.AFTER);
        cache.id(1);
        reload.awaitReached();
        cache.write(NEW.payload("newest"));

        assertThat(cache.id(1)).contains(NEW.payload("newest"));
        reload.open();
        cache.awaitReloads();
        assertThat(cache.byId.peek(1L)).contains(NEW.payload("newest"));
    }

    @Test
    void aRowThatIsGoneIsServedNoMoreOnceTheReloadHasSeenIt() {
        Harness cache = expiredInline();
        cache.table.delete(1);

        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.id(1)).isEmpty();
        assertThat(cache.email(Row.email(1))).isEmpty();
    }

    @Test
    void aReloadThatFailsIsToldOfOnceAndTheNextReadAsksAgain() {
        Harness cache = expiredInline();
        List<Failed> failures = new CopyOnWriteArrayList<>();
        cache.engine.on(Failed.class, failures::add);
        cache.table.fail(new IllegalStateException("down"));
        assertThat(cache.id(1)).contains(OLD);
        assertThat(failures).singleElement().satisfies(failed -> {
            assertThat(failed.operation()).isEqualTo("refresh");
            assertThat(failed.error())
                    .isInstanceOf(CacheLoadException.class)
                    .hasMessageContaining("Row.refresh could not read the database")
                    .hasRootCauseMessage("down");
        });
        cache.table.fail(null);
        cache.timers.fire();

        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.id(1)).contains(NEW);
        assertThat(failures).hasSize(1);
        assertThat(cache.stats().loadFailures()).isEqualTo(1);
    }

    @Test
    void readsDoNotMakeAFailingDatabaseFailMoreThanOnceASecond() {
        Harness cache = expiredInline();
        List<Failed> failures = new CopyOnWriteArrayList<>();
        cache.engine.on(Failed.class, failures::add);
        cache.table.fail(new IllegalStateException("down"));
        for (int read = 1; read <= 100; read++) {
            assertThat(cache.id(1)).contains(OLD);
        }
        assertThat(failures).hasSize(1);
        assertThat(cache.timers.delays()).containsExactly(Duration.ofSeconds(1));

        cache.timers.fire();
        assertThat(failures).as("what was asked for meanwhile").hasSize(2);
        cache.table.fail(null);
        assertThat(cache.id(1)).contains(OLD);
        cache.timers.fire();
        assertThat(cache.id(1)).contains(NEW);
        assertThat(failures).hasSize(2);
    }

    @Test
    void aReloadThatCannotBeStartedIsToldOfAndDisturbsNoReader() {
        AtomicBoolean broken = new AtomicBoolean();
        Executor executor = task -> {
            if (broken.get()) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            task.run();
        };
        Harness cache = expire(add(Harness.on(executor, true, StaleWhileRevalidateTest::options)));
        List<Failed> failures = new CopyOnWriteArrayList<>();
        cache.engine.on(Failed.class, failures::add);
        broken.set(true);

        assertThat(cache.id(1)).contains(OLD);
        assertThat(failures).extracting(Failed::operation).containsExactly("refresh");
        broken.set(false);
        cache.timers.fire();
        assertThat(cache.id(1)).contains(OLD);
        assertThat(cache.id(1)).contains(NEW);
    }

    @Test
    @Tag("F80")
    void aRowThatWasReadAgainIsToldOf() {
        Harness cache = expiredInline();
        List<Object> refreshed = new CopyOnWriteArrayList<>();
        cache.engine.on(Refreshed.class, event -> refreshed.add(event.id()));
        cache.id(1);
        cache.id(2);
        cache.engine.refresh(1L);
        cache.engine.refresh(2L);

        assertThat(refreshed).containsExactly(1L, 1L);
    }

    @Test
    @Tag("H23")
    @Tag("F28")
    void aReloadThatHangsHidesItselfForMaxStaleAndIsNeverKept() {
        Harness cache = expired(options -> options.loadTimeout(Duration.ofMillis(30)));
        List<Failed> failures = new CopyOnWriteArrayList<>();
        cache.engine.on(Failed.class, failures::add);
        Gate hung = cache.table.holdNext(Moment.AFTER);
        assertThat(cache.id(1)).contains(OLD);
        hung.awaitReached();
        // The watchdog of the reload: loadTimeout is over.
        cache.timers.fire();
        assertThat(failures).extracting(Failed::operation).containsExactly("refresh");
        assertThat(failures.get(0).error()).hasMessageContaining("Row.refresh took longer than loadTimeout");

        Gate hungAgain = cache.table.holdNext(Moment.AFTER);
        // The pause after it.
        cache.timers.fire();
        assertThat(cache.id(1)).contains(OLD);
        hungAgain.awaitReached();
        cache.timers.fire();
        assertThat(failures).hasSize(2);
        cache.clock.advance(MAX_STALE);

        Gate caller = cache.table.holdNext(Moment.AFTER);
        assertThatThrownBy(() -> cache.id(1))
                .isInstanceOf(CacheLoadException.class)
                .hasMessageContaining("took longer than loadTimeout");
        for (Gate gate : List.of(hung, hungAgain, caller)) {
            gate.open();
        }
        cache.checkIntegrity();
        assertThat(cache.engine.cached()).isEmpty();
        assertThat(cache.stats().staleServes()).isEqualTo(2);
    }

    @Test
    @Tag("F23")
    void cleanupLeavesItAsLongAsItMayBeServed() {
        Harness cache = expired(options -> options);
        cache.clock.advance(MAX_STALE.minus(MILLI));
        cache.engine.cleanUp();
        assertThat(cache.engine.size()).isEqualTo(1);
        cache.clock.advance(MILLI);
        cache.engine.cleanUp();

        assertThat(cache.engine.size()).isZero();
        assertThat(cache.stats().expirations()).isEqualTo(1);
    }

    @Test
    void leftToTheCacheItIsAsLongAgainAsTheTtl() {
        Harness cache = expired(options -> options.maxStale(CacheOptions.AUTOMATIC));
        cache.clock.advance(TTL.minus(MILLI));
        cache.engine.cleanUp();
        assertThat(cache.engine.size()).isEqualTo(1);
        cache.clock.advance(MILLI);
        cache.engine.cleanUp();

        assertThat(cache.engine.size()).isZero();
    }
}
