package io.turnkey.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.turnkey.CacheEvent;
import io.turnkey.CacheInitializationException;
import io.turnkey.CacheLoadException;
import io.turnkey.internal.engine.Engine;
import io.turnkey.internal.engine.Environment;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.event.FakeClock;
import io.turnkey.internal.event.SquashedLog;
import io.turnkey.internal.group.Shop.Item;
import io.turnkey.internal.group.Shop.OrderCache;
import io.turnkey.internal.group.Shop.UserCache;
import io.turnkey.internal.load.LoadExecutor;
import io.turnkey.internal.time.CoarseClock;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.LoadContext;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.ManualTimers;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Models that could not be started, and how they are tried again. */
@Tag("F70")
@Timeout(60)
class StarterTest {
    private final FakeClock clock = new FakeClock();
    private final ManualTimers timers = new ManualTimers();
    private final EventBus events = new EventBus(Runnable::run, new SquashedLog(clock));
    private final List<CacheEvent> seen = new CopyOnWriteArrayList<>();
    private final FakeEngine users = new FakeEngine(Shop.USER.model());
    private final FakeEngine orders = new FakeEngine(Shop.ORDER.model());
    private Executor retries = Runnable::run;
    private Group group;

    @BeforeEach
    void open() {
        events.on(null, CacheEvent.class, seen::add);
        List<Member> members = List.of(
                new Member(UserCache.class, new UserCache(users), users::condition, users::close, users::onReady),
                new Member(
                        OrderCache.class, new OrderCache(orders), orders::condition, orders::close, orders::onReady));
        Starter starter = new Starter("shop", members, events, clock::millis, timers, task -> retries.execute(task));
        group = new Group("shop", members, events, starter, null, () -> {});
    }

    private static Runnable failing(String message) {
        return () -> {
            throw new CacheLoadException("could not be loaded", new IllegalStateException(message));
        };
    }

    private List<String> failures() {
        return seen.stream()
                .filter(CacheEvent.Failed.class::isInstance)
                .map(CacheEvent.Failed.class::cast)
                .map(failed -> failed.model() + " " + failed.operation())
                .toList();
    }

    @Test
    void whatFailedIsTriedAgainUntilItIsReadyAndThenTheGroupIsInitializedOnce() {
        users.onStart = failing("down");
        group.start();
        assertThat(failures()).containsExactly("User start");
        assertThat(group.isInitialized()).isFalse();

        timers.fire();
        assertThat(failures()).containsExactly("User start", "User start");
        users.onStart = () -> {};
        timers.fire();

        assertThat(group.isInitialized()).isTrue();
        assertThat(timers.size()).isZero();
        assertThat(failures()).hasSize(2);
        assertThat(seen).last().isEqualTo(new CacheEvent.Initialized("shop"));
        group.init();
        assertThat(seen).containsOnlyOnce(new CacheEvent.Initialized("shop"));
    }

    @Test
    @Tag("F80")
    void whoHearsThatTheGroupIsInitializedHasHeardOfItsLastModel() {
        EntitySource<Item> empty = new EntitySource<>() {
            @Override
            public <K> List<Item> read(
                    KeyModel<Item, K> key, Collection<? extends K> values, int limit, LoadContext with) {
                return List.of();
            }

            @Override
            public void readAll(int limit, Consumer<? super Item> sink, LoadContext with) {}
        };
        LoadExecutor direct = new LoadExecutor(Integer.MAX_VALUE, Runnable::run, Thread::new);
        EventBus bus = new EventBus(Runnable::run, new SquashedLog(clock));
        Engine<Item, Long> engine = new Engine<>(
                Shop.USER.model(),
                Shop.USER.model().options(),
                empty,
                new Environment(CoarseClock.of(clock), direct, direct, bus, null, null, null));
        UserCache cache = new UserCache(engine);
        List<Member> members =
                List.of(new Member(UserCache.class, cache, engine::condition, engine::shutdown, engine::onReady));
        Starter starter = new Starter("shop", members, bus, clock::millis, timers, Runnable::run);
        bus.on(null, CacheEvent.Ready.class, seen::add);
        bus.on(null, CacheEvent.Initialized.class, seen::add);
        cache.start();
        starter.startAll();

        assertThat(seen).containsExactly(new CacheEvent.Ready("User", 0), new CacheEvent.Initialized("shop"));
    }

    @Test
    void eachWaitIsTwiceAsLongAsTheOneBeforeUpToAMinute() {
        users.onStart = failing("down");
        group.start();

        for (long most : new long[] {1, 2, 4, 8, 16, 32, 60, 60}) {
            assertThat(timers.delays())
                    .singleElement()
                    .satisfies(wait ->
                            assertThat(wait).isBetween(Duration.ofMillis(most * 500), Duration.ofSeconds(most)));
            timers.fire();
        }
    }

    @Test
    void theWaitBeginsAnewAfterASuccess() {
        users.onStart = failing("down");
        group.start();
        timers.fire();
        timers.fire();
        users.onStart = () -> {};
        timers.fire();

        users.onStart = failing("again");
        group.start();

        assertThat(timers.delays())
                .singleElement()
                .satisfies(wait -> assertThat(wait).isLessThanOrEqualTo(Backoff.FIRST));
    }

    @Test
    void aFailedInitIsTriedAgainInTheBackgroundToo() {
        users.onStart = failing("down");
        assertThatExceptionOfType(CacheInitializationException.class)
                .isThrownBy(group::init)
                .satisfies(failed -> assertThat(failed.getSuppressed())
                        .singleElement()
                        .satisfies(cause -> assertThat(cause)
                                .hasMessage("User: could not be loaded")
                                .hasRootCauseMessage("down")));

        users.onStart = () -> {};
        timers.fire();

        assertThat(group.isInitialized()).isTrue();
    }

    @Test
    void whoeverStartsItMeanwhileSparesTheRetry() {
        users.onStart = failing("down");
        group.start();
        users.onStart = () -> {};
        group.init();
        assertThat(timers.size()).isZero();

        users.ready = false;
        users.onStart = failing("down");
        group.start();
        users.onStart = () -> {};
        group.get("User").start();
        timers.fire();

        assertThat(timers.size()).isZero();
        assertThat(group.health().models().get("User").problems()).isEmpty();
    }

    @Test
    void aFailureThatTwoCallersWaitedForCountsOnce() {
        CacheLoadException shared = new CacheLoadException("the load", null);
        users.onStart = () -> {
            throw new CacheLoadException("User could not be loaded", shared);
        };
        group.start();
        group.start();

        assertThat(failures()).containsExactly("User start");
        assertThat(timers.size()).isEqualTo(1);
    }

    @Test
    void aFailureThatIsTheSameEachTimeIsTriedAgainAllTheSame() {
        // As preallocated errors are, or those of a pool that says why it gave up.
        CacheLoadException always =
                new CacheLoadException("User could not be loaded", new IllegalStateException("down"));
        users.onStart = () -> {
            throw always;
        };
        group.start();
        timers.fire();
        assertThat(timers.size()).isEqualTo(1);

        users.onStart = () -> {};
        timers.fire();

        assertThat(group.isInitialized()).isTrue();
    }

    @Test
    void whoeverIsInterruptedWhileModelsStartTheGroupIsInitializedWhenTheLastIsReady() throws InterruptedException {
        CountDownLatch starting = new CountDownLatch(1);
        CompletableFuture<Void> loaded = new CompletableFuture<>();
        users.onStart = () -> {
            starting.countDown();
            loaded.join();
        };
        CountDownLatch initialized = new CountDownLatch(1);
        events.on(null, CacheEvent.Initialized.class, event -> initialized.countDown());
        Call<Boolean> init = Call.of(() -> {
            Thread.currentThread().interrupt();
            group.init();
        });
        assertThatExceptionOfType(CacheInitializationException.class).isThrownBy(init::get);
        assertThat(starting.await(30, TimeUnit.SECONDS)).isTrue();
        loaded.complete(null);

        assertThat(initialized.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void anErrorIsTriedAgainLikeAnException() {
        users.onStart = () -> {
            throw new NoClassDefFoundError("driver");
        };
        group.start();
        timers.fire();

        assertThat(failures()).hasSize(2);
        assertThat(timers.size()).isEqualTo(1);
    }

    @Test
    void aRetryThatFindsNoThreadIsAFailureAndIsTriedAgain() {
        users.onStart = failing("down");
        group.start();
        retries = task -> {
            throw new RejectedExecutionException("full");
        };
        timers.fire();
        assertThat(failures()).hasSize(2);

        retries = Runnable::run;
        users.onStart = () -> {};
        timers.fire();

        assertThat(group.isInitialized()).isTrue();
    }

    @Test
    void modelsThatFailedWaitEachForItself() {
        users.onStart = failing("down");
        orders.onStart = failing("down");
        group.start();
        users.onStart = () -> {};
        timers.fire();

        assertThat(users.ready).isTrue();
        assertThat(orders.ready).isFalse();
        assertThat(timers.size()).isEqualTo(1);
        assertThat(seen).doesNotContain(new CacheEvent.Initialized("shop"));
    }

    @Test
    @Tag("F77")
    @Tag("H28")
    void nothingIsTriedAfterClose() {
        users.onStart = failing("down");
        group.start();
        seen.clear();
        group.close();

        assertThat(timers.size()).isZero();
        timers.fire();
        assertThat(seen).containsExactly(new CacheEvent.Closed("shop"));
        assertThatIllegalStateException().isThrownBy(group::init);
    }

    @Test
    @Tag("F77")
    @Tag("H28")
    void aRetryThatIsUnderWayWhenTheGroupIsClosedIsTheLastAndIsNotReported() {
        users.onStart = failing("down");
        group.start();
        Gate trying = new Gate();
        users.onStart = () -> {
            trying.pass();
            throw new IllegalStateException("User is closed");
        };
        Call<Boolean> retry = Call.of(timers::fire);
        trying.awaitReached();
        seen.clear();
        group.close();
        trying.open();
        retry.get();

        assertThat(failures()).isEmpty();
        assertThat(timers.size()).isZero();
    }

    @Test
    @Tag("F77")
    @Tag("H28")
    void aRetryThatSucceedsTooLateInitializesNothing() {
        users.onStart = failing("down");
        group.start();
        Gate trying = new Gate();
        users.onStart = trying::pass;
        Call<Boolean> retry = Call.of(timers::fire);
        trying.awaitReached();
        group.close();
        trying.open();
        retry.get();

        assertThat(seen).doesNotContain(new CacheEvent.Initialized("shop"));
    }

    @Test
    @Tag("F77")
    void initOfAGroupThatIsClosedMeanwhileSaysSo() {
        Gate starting = new Gate();
        users.onStart = () -> {
            starting.pass();
            throw new IllegalStateException("User is closed");
        };
        Call<Boolean> init = Call.of(group::init);
        starting.awaitReached();
        group.close();
        starting.open();

        assertThatIllegalStateException().isThrownBy(init::get).withMessage("Group 'shop' is closed");
        assertThat(failures()).isEmpty();
    }
}
