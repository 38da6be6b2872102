package io.turnkey.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.turnkey.CacheEvent;
import io.turnkey.CacheException;
import io.turnkey.CacheInitializationException;
import io.turnkey.Subscription;
import io.turnkey.SyncMode;
import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.event.FakeClock;
import io.turnkey.internal.event.RecordingLoggers;
import io.turnkey.internal.event.SquashedLog;
import io.turnkey.internal.group.Shop.OrderCache;
import io.turnkey.internal.group.Shop.ProductCache;
import io.turnkey.internal.group.Shop.UserCache;
import io.turnkey.testing.engine.ManualTimers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GroupTest {
    private final FakeEngine users = new FakeEngine(Shop.USER.model());
    private final FakeEngine orders = new FakeEngine(Shop.ORDER.model());
    private final UserCache userCache = new UserCache(users);
    private final List<String> calls = new ArrayList<>();
    private final EventBus events =
            new EventBus(Runnable::run, new SquashedLog(new FakeClock(), new RecordingLoggers()));
    private Runnable release = () -> calls.add("release");
    private Runnable userShutdown = () -> calls.add("User");

    @Test
    @Tag("F72")
    void aCacheIsFoundByItsClassAndByItsName() {
        Group group = group();

        assertThat(group.get(UserCache.class)).isSameAs(userCache);
        assertThat(group.get("User")).isSameAs(userCache);
        assertThat(group.hasModel("User")).isTrue();
        assertThat(group.hasModel("Product")).isFalse();
        assertThat(group.modelNames()).containsExactly("Order", "User");
        assertThat(group.caches()).hasSize(2).last().isSameAs(userCache);
    }

    @Test
    @Tag("F72")
    void anUnknownCacheIsRefusedWithThoseThatAreKnown() {
        Group group = group();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> group.get("Usr"))
                .withMessage("Group 'shop' has no model 'Usr' (did you mean 'User'?); it has Order, User");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> group.get(ProductCache.class))
                .withMessage("Group 'shop' has no " + ProductCache.class.getName() + "; it has "
                        + OrderCache.class.getName() + ", " + UserCache.class.getName()
                        + ". A model is left out if the persistence unit does not have its entity");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> group("empty", List.of()).get("User"))
                .withMessageEndingWith("it has none");
    }

    @Test
    @Tag("F71")
    void aGroupIsInitializedWhenEveryModelIsReady() {
        Group group = group();
        users.ready = true;
        assertThat(group.isInitialized()).isFalse();

        orders.ready = true;

        assertThat(group.isInitialized()).isTrue();
        group.waitUntilReady(Duration.ZERO);
    }

    @Test
    @Tag("F71")
    void waitingTimesOutWithTheNamesThatAreStillMissing() {
        Group group = group();
        users.ready = true;

        assertThatExceptionOfType(CacheInitializationException.class)
                .isThrownBy(() -> group.waitUntilReady(Duration.ofSeconds(Long.MAX_VALUE)))
                .withMessageEndingWith(": Order (not started; start() or init() does that) still missing");
    }

    @Test
    @Tag("F70")
    void anErrorInOneStartDoesNotStopTheOthers() {
        users.onStart = () -> {
            throw new NoClassDefFoundError("driver");
        };
        Group group = group();

        assertThatExceptionOfType(CacheInitializationException.class)
                .isThrownBy(group::init)
                .withMessage("1 of 2 models of group 'shop' failed to start: User (driver)");
        assertThat(orders.ready).isTrue();
    }

    @Test
    @Tag("F70")
    void anInterruptedInitEndsAndKeepsTheInterrupt() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch startInterrupted = new CountDownLatch(1);
        users.onStart = () -> {
            started.countDown();
            try {
                never.await();
            } catch (InterruptedException e) {
                startInterrupted.countDown();
            }
        };
        Group group = group();
        AtomicReference<String> outcome = new AtomicReference<>("none");
        Thread caller = new Thread(() -> {
            try {
                group.init();
            } catch (CacheInitializationException e) {
                outcome.set(e.getMessage() + " " + Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        started.await();
        caller.interrupt();
        caller.join();

        startInterrupted.await();
        assertThat(outcome).hasValue("Group 'shop' was interrupted while its caches started true");
    }

    @Test
    @Tag("F74")
    void clearAttemptsEveryModelAndTellsWhichFailed() {
        users.size = 3;
        orders.size = 2;
        orders.onClear = () -> {
            throw new IllegalStateException("stuck");
        };

        assertThatExceptionOfType(CacheException.class)
                .isThrownBy(group()::clear)
                .withMessage("Clearing failed for Order")
                .satisfies(failed -> assertThat(failed.getSuppressed())
                        .singleElement()
                        .asString()
                        .contains("Order: stuck"));
        assertThat(users.size).isZero();
    }

    @Test
    @Tag("F74")
    void sizesAndStatisticsAreToldByModel() {
        users.size = 3;
        orders.size = 2;
        Group group = group();

        assertThat(group.size()).isEqualTo(5);
        assertThat(group.sizes()).isEqualTo(Map.of("User", 3, "Order", 2));
        assertThat(group.sizes().keySet()).containsExactly("Order", "User");
        assertThat(group.stats().get("User").size()).isEqualTo(3);
    }

    @Test
    @Tag("F74")
    void oneModelIsRefreshedClearedAndAskedByItsName() {
        users.size = 3;
        orders.size = 2;
        Group group = group();

        group.refresh("User", SyncMode.FULL);
        group.clear("Order");

        assertThat(users.syncs).containsExactly(SyncMode.FULL);
        assertThat(orders.syncs).isEmpty();
        assertThat(group.stats("User").size()).isEqualTo(3);
        assertThat(group.sizes()).isEqualTo(Map.of("User", 3, "Order", 0));
        List<Runnable> operations =
                List.of(() -> group.refresh("Usr", SyncMode.FULL), () -> group.clear("Usr"), () -> group.stats("Usr"));
        assertThat(operations)
                .allSatisfy(operation -> assertThatIllegalArgumentException()
                        .isThrownBy(operation::run)
                        .withMessage("Group 'shop' has no model 'Usr' (did you mean 'User'?); it has Order, User"));
    }

    @Test
    @Tag("F74")
    void statisticsAndSizesAskEveryModelAndTellWhichFailed() {
        List<String> asked = new ArrayList<>();
        users.onSize = () -> asked.add("User");
        orders.onSize = () -> {
            throw new IllegalStateException("broken");
        };
        Group group = group();

        for (Runnable question : List.<Runnable>of(group::sizes, group::stats)) {
            assertThatExceptionOfType(CacheException.class)
                    .isThrownBy(question::run)
                    .withMessage("Asking failed for Order")
                    .satisfies(failed -> assertThat(failed.getSuppressed())
                            .singleElement()
                            .satisfies(cause -> assertThat(cause)
                                    .hasMessage("Order: broken")
                                    .hasRootCauseInstanceOf(IllegalStateException.class)));
        }
        assertThat(asked).hasSize(2);
    }

    @Test
    @Tag("F71")
    void whoWaitsIsToldAtOnceThatTheGroupWasClosed() {
        Group group = group();
        users.ready = true;
        orders.onWait = () -> {
            // Meanwhile, on another thread; the real engine returns when it is closed.
            group.close();
            return false;
        };

        assertThatIllegalStateException().isThrownBy(group::waitUntilReady).withMessage("Group 'shop' is closed");
    }

    @Test
    @Tag("F71")
    void whoIsInterruptedWhileWaitingIsToldSo() {
        Group group = group();
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(CacheInitializationException.class)
                .isThrownBy(group::waitUntilReady)
                .withMessage(
                        "Group 'shop' was not ready when the thread that waited for it was interrupted: "
                                + "Order (not started; start() or init() does that), User (not started; start() or init() does that) still missing");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    @Tag("F71")
    void whatIsMissingIsToldWithTheReasonIfThatIsKnown() {
        users.onStart = () -> {
            throw new IllegalStateException("no table");
        };
        orders.onStart = () -> {
            throw new IllegalStateException("password=sesame refused");
        };
        Group group = group();
        group.start();

        assertThatExceptionOfType(CacheInitializationException.class)
                .isThrownBy(() -> group.waitUntilReady(Duration.ZERO))
                .withMessageMatching(
                        "Group 'shop' is not ready after PT0S: "
                                + "Order \\(start failed 0 s ago \\(IllegalStateException: password=\\*\\*\\* refused\\); next attempt in \\d s\\), "
                                + "User \\(start failed 0 s ago \\(IllegalStateException: no table\\); next attempt in \\d s\\) still missing");
    }

    @Test
    @Tag("F80")
    void aListenerOfTheGroupHearsEveryModelAndTheGroupItself() {
        List<CacheEvent> seen = new ArrayList<>();
        Group group = group();
        Subscription subscription = group.on(CacheEvent.class, seen::add);

        events.publish(new CacheEvent.Cleared("User"));
        group.init();
        subscription.close();
        events.publish(new CacheEvent.Cleared("Order"));

        assertThat(seen).containsExactly(new CacheEvent.Cleared("User"), new CacheEvent.Initialized("shop"));
    }

    @Test
    @Tag("F77")
    void closeAttemptsEverythingInOrderAndTellsWhatFailed() {
        userShutdown = () -> {
            throw new IllegalStateException("stuck");
        };
        release = () -> {
            calls.add("release");
            throw new IllegalStateException("pool");
        };
        Group group = group();

        assertThatExceptionOfType(CacheException.class)
                .isThrownBy(group::close)
                .withMessage("Closing group 'shop' failed for User, what the models share")
                .satisfies(failed -> assertThat(failed.getSuppressed()).hasSize(2));
        assertThat(calls).containsExactly("Order", "release");
    }

    @Test
    @Tag("F43")
    void everyModelIsRefreshedAndAllFailuresAreToldTogether() {
        Group group = group();
        users.onSync = () -> {
            throw new IllegalStateException("no users");
        };

        assertThatExceptionOfType(CacheException.class)
                .isThrownBy(group::refresh)
                .withMessage("Refreshing failed for User")
                .satisfies(failed -> assertThat(failed.getSuppressed())
                        .singleElement()
                        .satisfies(cause -> assertThat(cause).hasMessage("User: no users")));
        assertThat(orders.syncs).containsExactly(SyncMode.INCREMENTAL);
        assertThat(users.syncs).containsExactly(SyncMode.INCREMENTAL);
    }

    @Test
    @Tag("F43")
    void aRefreshOfTheGroupDoesNotLetOneModelWaitForAnother() {
        Group group = group();
        CountDownLatch both = new CountDownLatch(2);
        users.onSync = () -> meet(both);
        orders.onSync = () -> meet(both);

        group.refresh();

        assertThat(both.getCount()).isZero();
    }

    private static void meet(CountDownLatch others) {
        others.countDown();
        try {
            others.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Tag("F77")
    void closingTwiceDoesNothingTheSecondTime() {
        List<CacheEvent> seen = new ArrayList<>();
        Group group = group();
        group.on(CacheEvent.Closed.class, seen::add);

        group.close();
        group.close();

        assertThat(calls).containsExactly("Order", "User", "release");
        assertThat(seen).containsExactly(new CacheEvent.Closed("shop"));
    }

    @Test
    @Tag("F77")
    void aClosedGroupSaysSo() {
        Group group = group();
        users.ready = true;
        orders.ready = true;

        group.close();

        assertThat(group.isInitialized()).isFalse();
        assertThat(group.get("User")).isSameAs(userCache);
        List<Runnable> operations = List.of(
                group::init,
                group::clear,
                group::refresh,
                group::stats,
                group::size,
                group::sizes,
                () -> group.refresh("User", SyncMode.FULL),
                () -> group.clear("User"),
                () -> group.stats("User"),
                () -> group.stats("Nobody"),
                group::waitUntilReady,
                () -> group.waitUntilReady(Duration.ZERO),
                () -> group.on(CacheEvent.class, event -> {}));
        assertThat(operations)
                .allSatisfy(operation -> assertThatIllegalStateException()
                        .isThrownBy(operation::run)
                        .withMessage("Group 'shop' is closed"));
    }

    private Group group() {
        Member user =
                new Member(UserCache.class, userCache, users::condition, () -> userShutdown.run(), users::onReady);
        Member order = new Member(
                OrderCache.class, new OrderCache(orders), orders::condition, () -> calls.add("Order"), orders::onReady);
        return group("shop", List.of(user, order));
    }

    private Group group(String name, List<Member> members) {
        Starter starter = new Starter(name, members, events, () -> 0, new ManualTimers(), Runnable::run);
        return new Group(name, members, events, starter, null, () -> release.run());
    }
}
