package io.turnkey.internal.group;

import static io.turnkey.testing.redis.RedisServer.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.ItemInvalidated;
import io.turnkey.CacheEvent.RedisDisconnected;
import io.turnkey.CacheEvent.RedisReconnected;
import io.turnkey.CacheGroup;
import io.turnkey.CacheHealth;
import io.turnkey.CacheHealth.Status;
import io.turnkey.RedisOptions;
import io.turnkey.RedisReconnect;
import io.turnkey.internal.event.RecordingLoggers;
import io.turnkey.internal.group.Accounts.Account;
import io.turnkey.internal.group.Accounts.AccountCache;
import io.turnkey.internal.group.Accounts.AccountRow;
import io.turnkey.spi.CacheDefinition;
import io.turnkey.testing.Databases;
import io.turnkey.testing.TestUnit;
import io.turnkey.testing.redis.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.SessionFactory;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.Jedis;

/** Groups on a real Redis and a real database: opened, heard, lost, closed. */
@Timeout(120)
class RedisGroupTest {
    private final RedisServer server = RedisServer.start();
    private final TestUnit unit = Databases.H2.open(Account.class);
    private final RecordingLoggers loggers = new RecordingLoggers();
    private final List<CacheEvent> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void fill() {
        unit.inTransaction(session -> {
            session.persist(new Account(1, "ada"));
            session.persist(new Account(2, "bob"));
        });
    }

    @AfterEach
    void close() {
        unit.close();
        server.close();
    }

    @Test
    @Tag("F64")
    @Tag("F76")
    void aGroupIsConnectedWhenItIsOpenAndHearsWhatAGroupOfItsNameWrites() {
        try (CacheGroup one = group("shop").open(unit.factory());
                SessionFactory other = secondFactory();
                CacheGroup two =
                        group("shop").on(ItemInvalidated.class, events::add).open(other)) {
            assertThat(one.health().status()).isEqualTo(Status.UP);
            assertThat(two.health().redis()).isEqualTo(new CacheHealth.Redis(true, 0, List.of()));
            assertThat(owner(two, 1)).isEqualTo("ada");

            rename(1, "eve");

            await(() -> owner(two, 1).equals("eve"));
            await(() -> events.contains(new ItemInvalidated("Account", 1L)));
            await(() -> shared(one).undelivered() == 0);
        }
    }

    @Test
    @Tag("F64")
    void groupsOfOtherNamesHaveNothingToDoWithEachOther() {
        try (SessionFactory other = secondFactory();
                CacheGroup shop = group("shop").open(unit.factory());
                CacheGroup twin = group("shop").open(other);
                CacheGroup stock =
                        group("stock").on(ItemInvalidated.class, events::add).open(other);
                Jedis redis = server.jedis()) {
            assertThat(owner(stock, 1)).isEqualTo("ada");

            rename(1, "eve");

            await(() -> owner(twin, 1).equals("eve"));
            await(() -> shared(shop).undelivered() == 0);
            assertThat(owner(stock, 1)).as("its own 'Account'").isEqualTo("ada");
            assertThat(events).isEmpty();
            assertThat(redis.pubsubNumSub("cache:{shop:Account}:changes", "cache:{stock:Account}:changes")
                            .values())
                    .containsExactlyInAnyOrder(2L, 1L);
        }
    }

    @Test
    @Tag("F50")
    @Tag("H22")
    void aWriteRightBeforeTheEndIsTold() {
        try (SessionFactory other = secondFactory();
                CacheGroup two = group("shop").open(other)) {
            CacheGroup one = group("shop").open(unit.factory());
            assertThat(owner(two, 1)).isEqualTo("ada");

            rename(1, "eve");
            one.close();

            await(() -> owner(two, 1).equals("eve"));
        }
    }

    @Test
    @Tag("F63")
    @Tag("F76")
    @Tag("F80")
    @Tag("F82")
    void withRedisDownAtTheStartAGroupWorksFromMemoryAndJoinsLater() {
        server.kill();
        try (SessionFactory other = secondFactory();
                CacheGroup one = group("shop").on(CacheEvent.class, events::add).open(unit.factory());
                CacheGroup two = group("shop").open(other)) {
            assertThat(one.isInitialized()).isTrue();
            assertThat(owner(one, 1)).isEqualTo("ada");
            assertThat(one.health().status()).isEqualTo(Status.DEGRADED);
            assertThat(one.health().models().get("Account").status()).isEqualTo(Status.UP);
            assertThat(shared(one).problems())
                    .singleElement()
                    .asString()
                    .matches("Redis failed \\d+ s ago \\(.*\\); attempt \\d+ .*; meanwhile other nodes' writes are not"
                            + " heard, so what is in memory is served for 10 s at most");
            rename(2, "eve");
            assertThat(owner(one, 2)).as("its own write").isEqualTo("eve");
            assertThat(shared(one).problems())
                    .singleElement()
                    .asString()
                    .endsWith(", and the write of 1 row waits to be told");

            server.restart();

            await(() -> shared(one).connected() && shared(two).connected());
            assertThat(one.health().status()).isEqualTo(Status.UP);
            assertThat(owner(two, 2)).as("what was written meanwhile").isEqualTo("eve");
            rename(1, "zoe");
            await(() -> owner(two, 1).equals("zoe"));
            await(() -> events.contains(new RedisReconnected("shop")));
        }
        assertThat(events).filteredOn(RedisDisconnected.class::isInstance).hasSize(1);
        assertThat(loggers.lines("WARN"))
                .filteredOn(line -> line.contains("Redis"))
                .as("one for each group")
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .startsWith("io.turnkey.shop: Redis cannot be reached: working from memory until it can <- "));
        assertThat(loggers.lines("INFO"))
                .filteredOn(line -> line.startsWith("io.turnkey.shop: Redis works again after 1 failure since "))
                .hasSize(2);
    }

    @Test
    @Tag("F63")
    @Tag("H26")
    void aRedisThatHangsAtTheStartIsNotWaitedForLong() {
        RedisOptions quick = options()
                .commandTimeout(Duration.ofMillis(100))
                .heartbeat(Duration.ofMillis(200))
                .build();
        server.freeze();
        try (CacheGroup group = group("shop", quick).open(unit.factory())) {
            assertThat(group.isInitialized()).isTrue();
            assertThat(owner(group, 1)).isEqualTo("ada");
            assertThat(shared(group).connected()).isFalse();

            server.thaw();
            await(() -> shared(group).connected());
        } finally {
            server.thaw();
        }
    }

    @Test
    @Tag("F50")
    @Tag("F67")
    void nothingIsLeftOfAGroupNorOfOneThatWasNeverBuilt() {
        CacheDefinition<AccountCache, AccountRow, Long> broken =
                new CacheDefinition<>(AccountCache.class, Accounts.DEFINITION.model(), engine -> {
                    throw new IllegalStateException("constructor");
                });
        try (Jedis redis = server.jedis()) {
            group("life").open(unit.factory()).close();
            group("life").build(unit.factory()).close();
            assertThatThrownBy(() -> new GroupBuilder(List.of(broken), Adapters.installed(), loggers)
                            .name("life")
                            .redis(options().build())
                            .open(unit.factory()))
                    .hasMessage("constructor");
            server.freeze();
            CacheGroup lost = group(
                            "life",
                            options()
                                    .commandTimeout(Duration.ofMillis(50))
                                    .drainTimeout(Duration.ofMillis(50))
                                    .build())
                    .open(unit.factory());
            lost.close();
            server.thaw();

            LiveThreads.awaitNone("turnkey-life-");
            await(() -> redis.clientList().lines().count() == 1);
        }
    }

    @Test
    @Tag("F70")
    @Tag("F64")
    void singleCachesOfOneModelShareToo() {
        try (SessionFactory other = secondFactory();
                AccountCache one = single().open(unit.factory());
                AccountCache two = single().open(other)) {
            assertThat(one.getById(1L)).isPresent();
            assertThat(two.getById(1L)).contains(new AccountRow(1L, "ada"));

            rename(1, "eve");

            await(() -> two.getById(1L).equals(java.util.Optional.of(new AccountRow(1L, "eve"))));
        }
        LiveThreads.awaitNone("turnkey-Account-");
    }

    private SingleBuilder<AccountCache, AccountRow, Long> single() {
        SingleBuilder<AccountCache, AccountRow, Long> builder = new SingleBuilder<>(Accounts.DEFINITION);
        builder.redis(options().build());
        return builder;
    }

    private CacheGroup.Builder group(String name) {
        return group(name, options().build());
    }

    private CacheGroup.Builder group(String name, RedisOptions options) {
        return new GroupBuilder(List.of(Accounts.DEFINITION), Adapters.installed(), loggers)
                .name(name)
                .redis(options);
    }

    /** Limits that a busy machine keeps too, and quick reconnection. */
    private RedisOptions.Builder options() {
        return RedisOptions.builder()
                .url(server.url())
                .commandTimeout(Duration.ofSeconds(5))
                .heartbeat(Duration.ofSeconds(5))
                .reconnect(new RedisReconnect(
                        RedisReconnect.UNLIMITED, 1.5, Duration.ofMillis(5), Duration.ofMillis(100), 0.5));
    }

    /** The same database, as another process would open it. */
    private SessionFactory secondFactory() {
        return new HibernatePersistenceConfiguration("second")
                .managedClasses(Account.class)
                .property("hibernate.connection.datasource", unit.dataSource())
                .createEntityManagerFactory();
    }

    private void rename(long id, String owner) {
        unit.inTransaction(session -> session.find(Account.class, id).owner = owner);
    }

    private static String owner(CacheGroup group, long id) {
        return group.get(AccountCache.class).getById(id).orElseThrow().owner();
    }

    private static CacheHealth.Redis shared(CacheGroup group) {
        return Objects.requireNonNull(group.health().redis());
    }
}
