package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheEvent.RedisDisconnected;
import io.turnkey.CacheEvent.RedisReconnected;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Redis loses its memory, or comes back with an old one")
@Tag("P5")
class LostServerTest extends RedisTest {
    @AfterEach
    void startAgain() {
        if (!server.isAlive()) {
            server.restart();
        }
    }

    @Test
    @Tag("H21")
    void flushed() {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        Node a = node("a", quick(server.url()).build());
        Node b = node("b", quick(server.url()).build());
        a.subscribers().getManyById(List.of(1L, 2L));
        b.subscribers().getManyById(List.of(1L, 2L));
        stored.await(1, 2);
        String epoch = stored.epoch();

        redis.flushAll();
        a.change(1, "new");

        soon(() -> assertThat(b.body(1)).isEqualTo("new"));
        soon(() -> assertThat(stored.epoch()).isNotEqualTo(epoch));
        soon(() -> {
            a.subscribers().refreshById(2L);
            a.subscribers().clear();
            a.body(2);
            assertThat(stored.has("v:2")).as("it is filled anew").isTrue();
        });
        a.agrees();
        soon(b::agrees);
    }

    @Test
    @Tag("H21")
    void failedOverToAnEmptyServer() {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        Node a = node("a", quick(server.url()).build());
        Node b = node("b", quick(server.url()).build());
        b.body(1);
        b.body(2);
        server.kill();
        b.heard().await(RedisDisconnected.class, 1);
        a.heard().await(RedisDisconnected.class, 1);

        jdbc("update Subscriber set body = 'new' where id = 2");
        a.subscribers().invalidateById(2L);
        a.change(1, "new");
        restart();

        awaitConnected(a, 2);
        awaitConnected(b, 2);
        soon(() -> assertThat(b.body(1)).isEqualTo("new"));
        soon(() -> assertThat(b.body(2)).isEqualTo("new"));
        assertThat(b.subscribers().stats().repairs()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    @Tag("H21")
    @Tag("H22")
    void comesBackWithWhatItHadSavedLongAgo(boolean writerIsStillThere) {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        Node a = node("a", quick(server.url()).build());
        a.subscribers().getManyByEmail(List.of("mail1", "mail2"));
        stored.await(1, 2);
        redis.save();
        a.change(1, "new");
        // Changes that wait together are told together.
        soon(() -> assertThat(stored.sequence()).isEqualTo(1));
        a.change(2, row -> row.email = "moved");
        soon(() -> assertThat(stored.sequence()).isEqualTo(2));
        if (!writerIsStillThere) {
            a.close();
        }
        server.kill();
        restart();

        Node c = node("c");
        assertThat(c.body(1)).isEqualTo("new");
        assertThat(c.bodyByEmail("mail2")).isEqualTo("no such row");
        assertThat(c.bodyByEmail("moved")).isEqualTo("old");
        c.agrees();
    }

    @ParameterizedTest
    @ValueSource(ints = {10_000, 3})
    @Tag("H22")
    void whatCouldNotBeToldIsNotForgottenHoweverMuchItIs(int maxQueuedChanges) {
        for (long id = 1; id <= 20; id++) {
            persist(subscriber(id, "old"));
        }
        Line line = closing(new Line(server.port()));
        Node a = node("a", quick(line.url()).maxQueuedChanges(maxQueuedChanges).build());
        Node b = node("b");
        for (long id = 1; id <= 20; id++) {
            b.body(id);
        }
        stored.await(1, 20);
        line.cut();
        a.heard().await(RedisDisconnected.class, 1);
        for (long id = 1; id <= 10; id++) {
            a.change(id, "new");
        }
        assertThat(a.body(1)).isEqualTo("new");
        assertThat(stored.text(1)).as("an old copy").contains("old");
        line.restore();

        awaitConnected(a, 2);
        soon(b::agrees);
        a.agrees();
        node("c").agrees();
    }

    @Test
    @Tag("H22")
    void theWriterReadsNothingOldWhenRedisIsBack() {
        persist(subscriber(1, "old"), subscriber(2, "barrier"));
        Line line = closing(new Line(server.port()));
        Node a = node("a", quick(line.url()).build());
        a.body(1);
        stored.await(1);
        line.cut();
        a.heard().await(RedisDisconnected.class, 1);
        a.change(1, "new");
        line.restore();

        while (a.heard().of(RedisReconnected.class).size() < 2) {
            assertThat(a.body(1)).isEqualTo("new");
            a.subscribers().refreshById(1L);
        }

        assertThat(a.body(1)).isEqualTo("new");
        soon(() -> assertThat(stored.text(1)).doesNotContain("old"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"m", "f"})
    @Tag("H25")
    void itsOwnKeysAreEvicted(String key) {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        Node a = node("a", quick(server.url()).build());
        Node b = node("b", quick(server.url()).build());
        a.change(2, "warm");
        b.body(1);
        stored.await(1);
        soon(() -> stored.delete(key));

        a.change(1, "new");

        soon(() -> assertThat(b.body(1)).isEqualTo("new"));
        assertThat(node("c").body(1)).isEqualTo("new");
        a.agrees();
        b.agrees();
    }

    @Test
    @Tag("H25")
    void aServerThatEvictsWhateverItLikes() {
        for (long id = 1; id <= 120; id++) {
            persist(subscriber(id, "x".repeat(200)));
        }
        redis.configSet("maxmemory-policy", "allkeys-random");
        Node a = node("a", quick(server.url()).build());
        Node b = node("b", quick(server.url()).build());
        try {
            redis.configSet("maxmemory", "1mb");
            for (int round = 0; round < 3; round++) {
                String body = "round " + round;
                for (long id = 1; id <= 120; id += 7) {
                    a.change(id, body);
                }
                for (long id = 1; id <= 120; id++) {
                    a.body(id);
                    b.body(id);
                }
                soon(b::agrees);
                a.agrees();
            }
        } finally {
            redis.configSet("maxmemory", "0");
            redis.configSet("maxmemory-policy", "noeviction");
        }
    }
}
