package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.fresh.Gate;
import io.turnkey.CacheEvent.RedisDisconnected;
import io.turnkey.annotation.LoadMode;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;

@DisplayName("Messages that a node did not hear")
@Tag("F65")
@Tag("P5")
class MissedMessagesTest extends RedisTest {
    private Node warm(String url, LoadMode load) {
        Node node = node("b", quick(url).build(), group -> group.configure(SubscriberCache.class, o -> o.load(load)));
        node.subscribers().getManyById(List.of(1L, 2L, 3L));
        node.subscribers().getByEmail("moved");
        node.subscribers().listByTier("free");
        return node;
    }

    @ParameterizedTest
    @EnumSource(names = {"LAZY", "FULL"})
    @Tag("H8")
    void whileItWasDisconnected(LoadMode load) {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        Line line = closing(new Line(server.port()));
        Node a = node("a");
        Node b = warm(line.url(), load);
        line.cut();
        b.heard().await(RedisDisconnected.class, 1);

        a.change(1, row -> {
            row.body = "new";
            row.email = "moved";
        });
        a.persist(subscriber(3, "three"));
        a.awaitDelivered();
        assertThat(b.body(1)).as("it cannot know").isEqualTo("old");
        line.restore();

        awaitConnected(b, 2);
        soon(b::agrees);
        assertThat(b.subscribers().getByEmail("mail1")).isEmpty();
        assertThat(b.subscribers().stats().repairs()).isPositive();
        if (load == LoadMode.LAZY) {
            assertThat(b.subscribers().isCachedById(2L))
                    .as("it is known what was missed")
                    .isTrue();
        }
    }

    @Test
    @Tag("H8")
    void whileItWasSubscribing() {
        persist(subscriber(1, "old"));
        Line line = closing(new Line(server.port()));
        Node a = node("a");
        Node b = node("b", options(line.url()).build());
        b.body(1);
        line.cut();
        b.heard().await(RedisDisconnected.class, 1);
        Gate subscription = line.holdNext("SUBSCRIBE");
        line.restore();
        subscription.awaitArrival();

        a.change(1, "new");
        subscription.open();

        awaitConnected(b, 2);
        assertThat(b.body(1)).isEqualTo("new");
    }

    @Test
    @Tag("H8")
    void moreThanAnybodyRemembers() {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        Line line = closing(new Line(server.port()));
        Node a = node("a");
        Node b = warm(line.url(), LoadMode.LAZY);
        line.cut();
        b.heard().await(RedisDisconnected.class, 1);

        a.subscribers().invalidateMany(LongStream.range(10_000, 16_000).boxed().toList());
        a.change(1, "new");
        soon(() -> assertThat(redis.zscore(stored.name("f"), "1")).isNotNull());
        line.restore();

        awaitConnected(b, 2);
        assertThat(b.body(1)).isEqualTo("new");
        assertThat(b.subscribers().isCachedById(2L)).as("nobody can say").isFalse();
    }

    @Test
    @Tag("H9")
    void oneThatWasLostOnAConnectionThatHolds() {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        Node b = warm(server.url(), LoadMode.LAZY);
        jdbc("update Subscriber set body = 'new' where id = 1");
        assertThat(b.body(1)).isEqualTo("old");

        // What the scripts do for a write, but for telling of it.
        redis.zadd(stored.name("f"), 1, "1");
        redis.hset(stored.name("m"), "seq", "0000000000000001");
        redis.del(stored.name("v:1"));

        soon(() -> assertThat(b.body(1)).isEqualTo("new"));
        assertThat(b.subscribers().stats().repairs()).isOne();
        assertThat(b.heard().of(RedisDisconnected.class)).isEmpty();
        assertThat(b.subscribers().isCachedById(2L)).isTrue();
    }

    @Test
    @Tag("H9")
    void oneThatWasLostBeforeOneThatWasHeard() {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        Node a = node("a");
        Node b = node("b");
        b.subscribers().getManyById(List.of(1L, 2L));
        jdbc("update Subscriber set body = 'new' where id = 1");
        redis.zadd(stored.name("f"), 1, "1");
        redis.hset(stored.name("m"), "seq", "0000000000000001");
        redis.del(stored.name("v:1"));

        a.change(2, "newer");

        soon(() -> assertThat(b.body(1)).as("no heartbeat is needed").isEqualTo("new"));
        soon(() -> assertThat(b.body(2)).isEqualTo("newer"));
        b.agrees();
    }

    @Test
    @Tag("H8")
    void theConnectionThatListensDiesAgainAndAgain() {
        persist(subscriber(1, "0"), subscriber(2, "old"));
        Node a = node("a", quick(server.url()).build());
        Node b = warm(server.url(), LoadMode.LAZY);

        for (int round = 1; round <= 5; round++) {
            redis.clientKill(ClientKillParams.clientKillParams().type(ClientType.PUBSUB));
            String body = "" + round;
            a.change(1, body);

            soon(() -> assertThat(b.body(1)).isEqualTo(body));
        }
        soon(b::agrees);
    }
}
