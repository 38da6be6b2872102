package io.turnkey.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheLoadException;
import io.turnkey.Subscription;
import io.turnkey.annotation.LoadMode;
import io.turnkey.spi.WriteSink;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.RowModel;
import io.turnkey.testing.engine.Table.Moment;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** When a cache hears of writes, and through which persistence units. */
@Tag("F44")
class HooksTest extends EngineTest {
    private final EntityManagerFactory other = Feeds.factory();

    @Test
    void aCacheIsAttachedOnceHoweverOftenItIsAskedFor() {
        Harness cache = versioned();
        assertThat(cache.feeds.listening(cache.feeds.own)).isZero();
        cache.engine.attachHooks();
        cache.engine.attachHooks(cache.feeds.own);
        cache.engine.start();
        cache.engine.attachHooks();
        cache.engine.attachHooks(other);
        cache.engine.attachHooks(other);

        assertThat(cache.feeds.listening(cache.feeds.own)).isEqualTo(1);
        assertThat(cache.feeds.listening(other)).isEqualTo(1);
    }

    @Test
    void detachedItHearsOfNothingUntilItIsAttachedAgain() {
        Harness cache = versioned();
        cache.engine.attachHooks();
        cache.engine.attachHooks(other);
        cache.engine.detachHooks();
        cache.engine.detachHooks();
        assertThat(cache.feeds.listening(cache.feeds.own)).isZero();
        assertThat(cache.feeds.listening(other)).isZero();
        cache.engine.attachHooks();
        cache.engine.attachHooks(other);

        assertThat(cache.feeds.listening(cache.feeds.own)).isEqualTo(1);
        assertThat(cache.feeds.listening(other)).isEqualTo(1);
    }

    @Test
    @Tag("H26")
    void itIsAttachedBeforeTheFirstLoadReadsTheTable() {
        Harness cache = versioned();
        Row changed = Row.of(1).payload("new");
        cache.table.put(Row.of(1));
        Gate read = cache.table.holdNext(Moment.AFTER);
        Call<Boolean> start = Call.of(cache.engine::start);
        read.awaitReached();
        assertThat(cache.feeds.listening(cache.feeds.own)).isEqualTo(1);
        cache.transaction().put(changed).run();
        read.open();
        start.get();

        assertThat(cache.id(1)).contains(changed);
        assertThat(cache.engine.listAll()).containsExactly(changed);
    }

    @Test
    @Tag("F48")
    void aLazyCacheAndOneThatIsSwitchedOffAreAttachedByTheirStart() {
        Harness lazy = versioned(options -> options.load(LoadMode.LAZY));
        Harness off = versioned(options -> options.enabled(false));
        lazy.engine.start();
        off.engine.start();

        assertThat(lazy.feeds.listening(lazy.feeds.own)).isEqualTo(1);
        assertThat(off.feeds.listening(off.feeds.own)).isEqualTo(1);
    }

    @Test
    @Tag("F44")
    void aWriteThroughAnotherPersistenceUnitIsHeardOf() {
        Harness cache = versioned();
        cache.table.put(Row.of(1));
        cache.id(1);
        cache.engine.attachHooks(other);
        assertThat(cache.feeds.listening(cache.feeds.own)).isZero();
        Row changed = Row.of(1).payload("new");
        cache.transaction().put(changed).run();

        assertThat(cache.id(1)).contains(changed);
    }

    @Test
    @Tag("H28")
    void closedItHearsOfNothingAndCannotBeAttached() {
        Harness cache = versioned();
        cache.engine.attachHooks();
        cache.engine.attachHooks(other);
        cache.engine.shutdown();

        assertThat(cache.feeds.listening(cache.feeds.own)).isZero();
        assertThat(cache.feeds.listening(other)).isZero();
        for (Runnable attach :
                List.<Runnable>of(() -> cache.engine.attachHooks(), () -> cache.engine.attachHooks(other))) {
            assertThatIllegalStateException().isThrownBy(attach::run).withMessage("Row is closed");
        }
        cache.engine.detachHooks();
    }

    @Test
    @Tag("H28")
    void anAttachmentThatIsUnderWayWhenTheCacheIsClosedIsEndedWithIt() {
        Gate attaching = new Gate();
        AtomicInteger listening = new AtomicInteger();
        Harness cache = versioned();
        Hooks hooks = new Hooks(cache.sink(), new WriteFeeds() {
            @Override
            public boolean isOwn(EntityManagerFactory factory) {
                return false;
            }

            @Override
            public Subscription listen(WriteSink<?> sink) {
                attaching.pass();
                listening.incrementAndGet();
                return listening::decrementAndGet;
            }

            @Override
            public Subscription listen(WriteSink<?> sink, EntityManagerFactory unit) {
                return listen(sink);
            }
        });
        Call<Boolean> attach = Call.of(() -> hooks.attach());
        attaching.awaitReached();
        Call<Boolean> close = Call.of(hooks::close).awaitBlocked();
        attaching.open();
        attach.get();
        close.get();

        assertThat(listening).hasValue(0);
        assertThatIllegalStateException().isThrownBy(hooks::attach);
        assertThat(listening).hasValue(0);
    }

    @Test
    void aCacheInMemoryHasNothingToAttachToAndStartsWithoutIt() {
        InMemoryEngine<Row, Long> memory =
                InMemoryEngine.create(new RowModel(true, row -> {}).model, List.of(Row.of(1)));
        assertThat(memory.isReady()).isTrue();
        for (Runnable attach : List.<Runnable>of(() -> memory.attachHooks(), () -> memory.attachHooks(other))) {
            assertThatIllegalStateException()
                    .isThrownBy(attach::run)
                    .withMessageContaining("Row has no persistence unit");
        }
        memory.detachHooks();
    }

    @Test
    void aStartThatFailedHasAttachedAndIsMadeAgainWithoutAttachingTwice() {
        Harness cache = versioned(options -> options.load(LoadMode.FULL));
        cache.table.fail(new IllegalStateException("no table"));
        assertThatThrownBy(cache.engine::start).isInstanceOf(CacheLoadException.class);
        cache.table.fail(null);
        cache.engine.start();

        assertThat(cache.feeds.listening(cache.feeds.own)).isEqualTo(1);
    }
}
