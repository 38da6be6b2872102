package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.example.stranger.fresh.Call;
import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.RedisDisconnected;
import io.turnkey.CacheEvent.RedisReconnected;
import io.turnkey.CacheEvent.RedisReconnecting;
import io.turnkey.CacheHealth.Status;
import io.turnkey.RedisReconnect;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Redis hangs, dies, or was never there")
@Tag("F63")
@Tag("P6")
class OutageTest extends RedisTest {
    private static final int ROWS = 200;

    /** Less than it would take if a command timeout were waited for by every reader or by every writer. */
    private static final Duration WATCHDOG = QUICK.multipliedBy(ROWS);

    @AfterEach
    void thaw() {
        if (server.isAlive()) {
            server.thaw();
        } else {
            server.restart();
        }
    }

    private void persistMany() {
        site("a")
                .factory()
                .runInTransaction(
                        em -> LongStream.rangeClosed(1, ROWS).forEach(id -> em.persist(subscriber(id, "old"))));
    }

    private static void readsAll(Node node, String body) {
        LongStream.rangeClosed(1, ROWS).forEach(id -> assertThat(node.body(id)).isEqualTo(body));
    }

    private static void writesAll(Node node, String body) {
        LongStream.rangeClosed(1, ROWS).forEach(id -> node.change(id, body));
    }

    @Test
    void ofAllReadersOfAServerThatHangsOneWaitsAndNoWriterDoes() {
        persistMany();
        Node a = node("a", quick(server.url()).build());
        server.freeze();

        assertTimeoutPreemptively(WATCHDOG, () -> {
            readsAll(a, "old");
            writesAll(a, "new");
            readsAll(a, "new");
            a.subscribers().clear();
            assertThat(a.subscribers().getManyByEmail(List.of("mail1", "mail2")))
                    .hasSize(2);
            assertThat(a.subscribers().listByTier("free")).hasSize(ROWS);
        });
        assertThat(a.heard().await(RedisDisconnected.class, 1)).hasSize(1);
        server.thaw();

        awaitConnected(a, 2);
        a.agrees();
    }

    @Test
    void noWriterWaitsHoweverLongAReaderWould() {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        Duration forEver = Duration.ofDays(20);
        Node a = node(
                "a",
                options(server.url())
                        .commandTimeout(forEver)
                        .heartbeat(forEver)
                        .drainTimeout(Duration.ZERO)
                        .build());
        Node b = node("b");
        b.body(1);
        a.body(2);
        server.freeze();

        Call.toRun(() -> {
                    a.change(1, "new");
                    a.persist(subscriber(3, "three"));
                    a.write(em -> em.createQuery("update Subscriber set tier = 'gold' where id = 1")
                            .executeUpdate());
                    a.subscribers().invalidateById(2L);
                })
                .result();
        server.thaw();

        soon(() -> assertThat(b.body(1)).isEqualTo("new"));
        b.agrees();
    }

    @Test
    @Tag("F80")
    void aServerThatDiesIsToldOfInOrderAndOnceAndSoIsItsReturn() {
        persistMany();
        Node a = node("a", quick(server.url()).build());
        Node b = node("b", quick(server.url()).build());
        readsAll(a, "old");
        b.body(1);
        server.kill();
        a.heard().await(RedisReconnecting.class, 2);
        b.heard().await(RedisDisconnected.class, 1);
        assertThat(a.caches().health().status()).isEqualTo(Status.DEGRADED);

        assertTimeoutPreemptively(WATCHDOG, () -> {
            writesAll(a, "new");
            readsAll(a, "new");
            assertThat(b.body(2)).as("not in memory").isEqualTo("new");
        });
        assertThat(b.body(1)).as("for disconnectedTtl").isEqualTo("old");
        restart();

        awaitConnected(a, 2);
        awaitConnected(b, 2);
        soon(() -> assertThat(b.body(1)).isEqualTo("new"));
        b.agrees();
        soon(() -> assertThat(a.caches().health().status()).isEqualTo(Status.UP));
        List<? extends CacheEvent> told = a.heard().all().stream()
                .filter(event -> event instanceof RedisDisconnected
                        || event instanceof RedisReconnecting
                        || event instanceof RedisReconnected)
                .toList();
        assertThat(told).extracting(CacheEvent::model).containsOnly(Node.GROUP);
        assertThat(told.get(0)).isInstanceOf(RedisReconnected.class);
        assertThat(told.get(1)).isInstanceOf(RedisDisconnected.class);
        assertThat(told.subList(2, told.size() - 1)).allMatch(event -> event instanceof RedisReconnecting);
        assertThat(told.get(told.size() - 1)).isInstanceOf(RedisReconnected.class);
        assertThat(a.heard().of(RedisReconnecting.class))
                .extracting(RedisReconnecting::attempt)
                .startsWith(1, 2)
                .isSorted();
    }

    @Test
    void aNodeThatBeginsWithoutRedisReadsTheDatabaseAndJoinsLater() {
        persist(subscriber(1, "old"));
        server.kill();
        Node a = closing(Node.open(site("a"), quick(server.url()).build(), group -> {}));
        a.heard().await(RedisDisconnected.class, 1);
        assertThat(a.body(1)).isEqualTo("old");
        assertThat(a.body(1)).isEqualTo("old");
        assertThat(a.loads()).isOne();
        a.change(1, "new");
        restart();
        awaitConnected(a, 1);

        assertThat(a.body(1)).isEqualTo("new");
        stored.await(1);
    }

    @Test
    void attemptsEndWhereTheyAreLimited() {
        persist(subscriber(1, "old"));
        RedisReconnect twice = new RedisReconnect(2, 1, Duration.ofMillis(1), Duration.ofMillis(1), 0);
        Node a = node("a", quick(server.url()).reconnect(twice).build());
        server.kill();

        assertThat(a.heard().await(RedisReconnecting.class, 2)).hasSize(2);
        CacheEvent.Failed failed = a.heard().await(CacheEvent.Failed.class, 1).get(0);

        assertThat(failed.error()).hasMessageContaining("Gave up");
        assertThat(a.body(1)).isEqualTo("old");
    }

    @Test
    @Tag("F50")
    void closingDoesNotWaitForAServerThatHangs() {
        persist(subscriber(1, "old"));
        Node a = node("a", quick(server.url()).drainTimeout(QUICK).build());
        a.body(1);
        server.freeze();
        a.change(1, "new");

        assertTimeoutPreemptively(Duration.ofSeconds(30), a::close);
    }

    @Test
    void oneNodeIsCutOffAndTheOthersAreNot() {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        Line line = closing(new Line(server.port()));
        Node a = node("a", quick(line.url()).build());
        Node b = node("b");
        Node c = node("c");
        b.body(1);
        c.body(2);
        line.cut();
        a.heard().await(RedisDisconnected.class, 1);

        b.change(2, "new");
        soon(() -> assertThat(c.body(2)).isEqualTo("new"));
        a.change(1, "new");
        assertThat(a.body(1)).isEqualTo("new");
        assertThat(a.body(2)).isEqualTo("new");
        assertThat(b.body(1)).as("nobody could tell it").isEqualTo("old");
        line.restore();

        soon(() -> assertThat(b.body(1)).isEqualTo("new"));
        awaitConnected(a, 2);
        a.agrees();
        b.agrees();
        c.agrees();
    }
}
