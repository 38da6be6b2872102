package io.turnkey.internal.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Closed;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheEvent.RedisDisconnected;
import io.turnkey.CacheEvent.RedisReconnected;
import io.turnkey.CacheEvent.RedisReconnecting;
import io.turnkey.CacheException;
import io.turnkey.CacheGroup;
import io.turnkey.CacheHealth;
import io.turnkey.CacheHealth.Status;
import io.turnkey.EntityCache;
import io.turnkey.RedisOptions;
import io.turnkey.RedisReconnect;
import io.turnkey.internal.event.RecordingLoggers;
import io.turnkey.internal.group.Shop.UserCache;
import io.turnkey.spi.CacheDefinition;
import io.turnkey.spi.SecondLevel.Observer;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import io.turnkey.testing.engine.ManualClock;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a group does with its second level, and what it tells of it. */
@Timeout(60)
class RedisConnectionTest {
    private static final RedisOptions OPTIONS = RedisOptions.builder()
            .reconnect(new RedisReconnect(5, 2, Duration.ofMillis(100), Duration.ofSeconds(5), 0))
            .build();

    private final FakeDatabase database = new FakeDatabase();
    private final FakeSecondLevel redis = new FakeSecondLevel();
    private final RecordingLoggers loggers = new RecordingLoggers();
    private final ManualClock clock = new ManualClock();
    private final List<CacheEvent> events = new CopyOnWriteArrayList<>();

    @Test
    @Tag("H26")
    void everyModelJoinsBeforeItConnectsAndNoTableIsReadBeforeItIsConnected() {
        Gate connecting = new Gate();
        redis.onAwait = () -> {
            connecting.pass();
            return true;
        };
        Shop.ALL.forEach(
                cache -> database.gate(cache.model().entity(), () -> redis.calls.add("load " + cache.model())));

        Call<CacheGroup> opening = Call.of(() -> group().open(database.factory));
        connecting.awaitReached();
        assertThat(redis.calls).containsExactly("open shop", "join User", "join Order", "join Product", "start");
        assertThat(database.sinks)
                .as("writes are heard before, or one between would be missed")
                .isNotEmpty();
        connecting.open();

        opening.get().close();
        assertThat(redis.calls).contains("load User", "load Order", "load Product");
    }

    @Test
    @Tag("H26")
    void aCacheThatIsStartedAloneWaitsToo() {
        try (CacheGroup group = group().build(database.factory)) {
            assertThat(redis.waits).as("building waits for nothing").isEmpty();
            group.get("User").start();
            assertThat(redis.waits)
                    .singleElement()
                    .satisfies(wait -> assertThat(wait)
                            .as("connect, one command, and a little")
                            .isBetween(Duration.ofMillis(1), Duration.ofMillis(1_000 + 250 + 500)));
        }
    }

    @Test
    @Tag("F63")
    void aStartDoesNotFailWithoutRedis() {
        redis.connected = false;
        redis.onAwait = () -> false;
        try (CacheGroup group = group().open(database.factory)) {
            assertThat(group.isInitialized()).isTrue();
            assertThat(group.get(UserCache.class).getById(2L)).isPresent();
        }
    }

    @Test
    @Tag("F50")
    void whatWaitsIsSentOnceTheModelsAreClosedAndBeforeAnythingElseIs() {
        CacheGroup group = group().on(CacheEvent.class, events::add).open(database.factory);
        UserCache users = group.get(UserCache.class);
        redis.onClose = () -> {
            assertThatThrownBy(() -> users.getById(1L)).hasMessage("User is closed");
            assertThat(database.closes).hasValue(0);
            observer().connected();
        };

        group.close();
        group.close();

        assertThat(events)
                .as("after its last word nothing would have been told of the group")
                .containsSubsequence(new Closed("User"), new RedisReconnected("shop"), new Closed("shop"));
        assertThat(database.closes).hasValue(1);
        LiveThreads.awaitNone("turnkey-shop-");
    }

    @Test
    @Tag("F50")
    void aSecondLevelThatCannotBeClosedKeepsNothingElseOpen() {
        CacheGroup group = group().open(database.factory);
        redis.onClose = () -> {
            throw new IllegalStateException("stuck");
        };

        assertThatThrownBy(group::close).isInstanceOf(CacheException.class).hasMessageContaining("Redis");

        assertThat(database.closes).hasValue(1);
        LiveThreads.awaitNone("turnkey-shop-");
    }

    @Test
    @Tag("F50")
    void aBuildThatFailsHalfWayClosesItUnstarted() {
        CacheDefinition<UserCache, Shop.Item, Long> broken =
                new CacheDefinition<>(UserCache.class, Shop.model("User", Shop.User.class), engine -> {
                    throw new IllegalStateException("constructor");
                });

        assertThatThrownBy(() -> new GroupBuilder(List.of(Shop.ORDER, broken), database.with(redis.found()), loggers)
                        .name("half")
                        .redis(OPTIONS)
                        .build(database.factory))
                .hasMessage("constructor");

        assertThat(redis.calls).containsExactly("open half", "join Order", "join User", "close");
        assertThat(database.closes).hasValue(1);
        LiveThreads.awaitNone("turnkey-half-");
    }

    @Test
    @Tag("F70")
    void aGroupWithoutModelsHasNothingToShare() {
        Shop.ALL.forEach(cache -> database.drop(cache.model().entity()));

        try (CacheGroup group = group().open(database.factory)) {
            assertThat(redis.calls).containsExactly("open shop");
            assertThat(group.health().redis()).isNull();
            assertThat(group.health().status()).isEqualTo(Status.UP);
        }
        assertThat(redis.calls).contains("close");
    }

    @Test
    @Tag("F09")
    void anIncludedBuilderCannotSayWhatTheGroupSharesThrough() {
        CacheGroup.Builder other = new GroupBuilder(List.of(Shop.ORDER), database.adapters(), loggers).redis(OPTIONS);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> group().include(other))
                .withMessageContaining("call redis on the builder that includes it");
    }

    @Test
    @Tag("F09")
    void anIncludedModelIsSharedByTheGroup() {
        CacheGroup.Builder orders = new GroupBuilder(List.of(Shop.ORDER), database.adapters(), loggers);
        new GroupBuilder(List.of(Shop.USER), database.with(redis.found()), loggers)
                .name("shop")
                .redis(OPTIONS)
                .include(orders)
                .open(database.factory)
                .close();

        assertThat(redis.calls).startsWith("open shop", "join User", "join Order", "start");
    }

    @Test
    @Tag("F63")
    @Tag("F80")
    @Tag("F82")
    void anOutageIsToldToListenersWithTheGroupsNameAndCostsTwoLines() {
        ConnectException refused = new ConnectException("refused");
        CacheGroup group = group().on(CacheEvent.class, events::add).open(database.factory);
        group.get("User").on(RedisDisconnected.class, other -> events.add(new Closed("not mine")));

        observer().disconnected(refused);
        observer().reconnecting(1, Duration.ofMillis(100));
        observer().reconnecting(2, Duration.ofMillis(200));
        observer().connected();
        observer().failed("User", "fill", new CacheException("no memory"));
        observer().failed(null, "connect", new CacheException("gave up"));
        group.close();

        assertThat(events)
                .filteredOn(event -> event.getClass().getSimpleName().startsWith("Redis"))
                .containsExactly(
                        new RedisDisconnected("shop", refused),
                        new RedisReconnecting("shop", 1, Duration.ofMillis(100)),
                        new RedisReconnecting("shop", 2, Duration.ofMillis(200)),
                        new RedisReconnected("shop"));
        assertThat(events)
                .filteredOn(Failed.class::isInstance)
                .extracting(CacheEvent::model, event -> ((Failed) event).operation())
                .containsExactly(tuple("User", "redis fill"), tuple("shop", "redis connect"));
        assertThat(events).doesNotContain(new Closed("not mine"));
        assertThat(loggers.lines("WARN"))
                .containsExactly(
                        "io.turnkey.shop: Redis cannot be reached: working from memory until it can <- " + refused,
                        "io.turnkey.User: redis fill failed <- io.turnkey.CacheException: no memory",
                        "io.turnkey.shop: redis connect failed <- io.turnkey.CacheException: gave up");
        assertThat(loggers.lines("INFO"))
                .contains("io.turnkey.shop: Redis works again after 1 failure since " + clock.instant());
    }

    @Test
    @Tag("F82")
    void aConnectionThatComesAndGoesDoesNotFillTheLog() {
        try (CacheGroup group = group().open(database.factory)) {
            for (int i = 0; i < 100; i++) {
                observer().disconnected(new ConnectException("refused"));
                observer().connected();
            }
            assertThat(group.isInitialized()).isTrue();
        }
        assertThat(loggers.lines("WARN")).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    @Tag("F50")
    @Tag("F82")
    void whatCouldNotBeToldAnyMoreIsInTheLogAlthoughTheModelHasSaidItsLastWord() {
        redis.onClose = () -> observer().failed("User", "close", new CacheException("3 rows could not be told"));

        group().open(database.factory).close();

        assertThat(loggers.lines("WARN"))
                .contains("io.turnkey.User: redis close failed <- io.turnkey.CacheException: 3 rows could not be told");
    }

    @Test
    @Tag("F76")
    void healthTellsSinceWhenWhyAndWhatIsDoneAboutIt() {
        try (CacheGroup group = group().open(database.factory)) {
            redis.undelivered = 1;
            assertThat(group.health().redis()).isEqualTo(new CacheHealth.Redis(true, 1, List.of()));
            assertThat(group.health().status()).isEqualTo(Status.UP);

            redis.connected = false;
            redis.undelivered = 0;
            String meanwhile =
                    "; meanwhile other nodes' writes are not heard, so what is in memory is served for 10 s at most";
            assertThat(problem(group)).isEqualTo("Redis is being connected to" + meanwhile);
            observer().disconnected(new CacheException("Redis could not be read", new ConnectException("refused")));
            observer().reconnecting(1, Duration.ofMillis(100));
            clock.advance(Duration.ofSeconds(8));
            observer().reconnecting(4, Duration.ofSeconds(2));
            String failed = "Redis failed 8 s ago (ConnectException: refused); attempt 4 ";
            assertThat(problem(group)).isEqualTo(failed + "in 2 s" + meanwhile);
            assertThat(group.health().status()).isEqualTo(Status.DEGRADED);
            assertThat(group.health().models().get("User").status()).isEqualTo(Status.UP);

            redis.undelivered = 3;
            clock.advance(Duration.ofSeconds(2));
            assertThat(problem(group))
                    .isEqualTo("Redis failed 10 s ago (ConnectException: refused); attempt 4 is under way" + meanwhile
                            + ", and the writes of 3 rows wait to be told");
            redis.undelivered = 1;
            observer().reconnecting(5, Duration.ofSeconds(5));
            clock.advance(Duration.ofSeconds(5));
            assertThat(problem(group))
                    .contains("attempt 5 is the last one; ")
                    .endsWith(", and the write of 1 row waits to be told");

            redis.connected = true;
            observer().connected();
            assertThat(group.health().redis()).isEqualTo(new CacheHealth.Redis(true, 1, List.of()));
        }
    }

    @Test
    @Tag("F76")
    void healthWithoutClusterSyncTellsOfNoStalenessThereIsNot() {
        try (CacheGroup group = group(OPTIONS.toBuilder()
                        .clusterSync(false)
                        .reconnect(new RedisReconnect(0, 2, Duration.ofMillis(100), Duration.ofSeconds(5), 0))
                        .build())
                .open(database.factory)) {
            redis.connected = false;
            observer().disconnected(new ConnectException("refused"));

            assertThat(problem(group))
                    .isEqualTo("Redis failed 0 s ago (ConnectException: refused); it is not tried again;"
                            + " meanwhile what is not in memory is read from the database");
        }
    }

    @Test
    @Tag("F76")
    void healthTellsALimitBelowASecondAsItIs() {
        try (CacheGroup group = group(OPTIONS.toBuilder()
                        .disconnectedTtl(Duration.ofMillis(500))
                        .build())
                .open(database.factory)) {
            redis.connected = false;

            assertThat(problem(group)).endsWith("is served for 500 ms at most");
        }
    }

    @Test
    @Tag("F76")
    void aGroupThatIsClosedIsDownAndSaysWhy() {
        CacheGroup group = group().open(database.factory);
        redis.connected = false;
        group.close();

        assertThat(group.health().status()).isEqualTo(Status.DOWN);
        assertThat(problem(group)).isEqualTo("closed");
    }

    @Test
    @Tag("F76")
    void aGroupWithoutRedisSaysNothingOfIt() {
        try (CacheGroup group = new GroupBuilder(Shop.ALL, database.adapters(), loggers).open(database.factory)) {
            assertThat(group.health().redis()).isNull();
        }
    }

    @Test
    @Tag("F70")
    @Tag("F50")
    @Tag("H26")
    void aSingleCacheIsSharedUnderItsOwnNameAndWaitsBeforeItReads() {
        database.gate(Shop.User.class, () -> redis.calls.add("load User"));
        redis.onAwait = () -> redis.calls.add("await");
        EntityCache.Builder<UserCache> builder = new SingleBuilder<>(Shop.USER, database.with(redis.found()));

        UserCache users =
                builder.redis(OPTIONS).on(CacheEvent.class, events::add).open(database.factory);
        observer().connected();
        users.close();
        users.close();

        assertThat(redis.calls).containsExactly("open User", "join User", "start", "await", "load User", "close");
        assertThat(events).contains(new RedisReconnected("User"));
        assertThat(database.closes).hasValue(1);
        LiveThreads.awaitNone("turnkey-User-");
    }

    @Test
    @Tag("F50")
    void aSingleCacheThatCannotBeOpenedClosesIt() {
        database.fail(Shop.User.class, new IllegalStateException("no table"));
        EntityCache.Builder<UserCache> builder = new SingleBuilder<>(Shop.USER, database.with(redis.found()));

        assertThatThrownBy(() -> builder.redis(OPTIONS).open(database.factory)).hasRootCauseMessage("no table");

        assertThat(redis.calls).contains("close");
        assertThat(database.closes).hasValue(1);
    }

    private CacheGroup.Builder group() {
        return group(OPTIONS);
    }

    private CacheGroup.Builder group(RedisOptions options) {
        return new GroupBuilder(Shop.ALL, database.with(redis.found()), loggers)
                .name("shop")
                .clock(clock)
                .redis(options);
    }

    private Observer observer() {
        return Objects.requireNonNull(redis.observer);
    }

    private static String problem(CacheGroup group) {
        CacheHealth.Redis shared = Objects.requireNonNull(group.health().redis());
        assertThat(shared.connected()).isFalse();
        assertThat(shared.problems()).hasSize(1);
        return shared.problems().get(0);
    }
}
