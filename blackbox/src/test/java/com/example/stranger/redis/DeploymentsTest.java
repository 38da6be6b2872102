package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.Branch;
import com.example.blackbox.fresh.BranchCache;
import io.turnkey.CacheEvent.RedisDisconnected;
import io.turnkey.RedisOptions;
import io.turnkey.testing.redis.RedisCluster;
import io.turnkey.testing.redis.RedisSentinels;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Redis is a Cluster, or watched by Sentinel")
@Tag("F68")
class DeploymentsTest extends RedisTest {
    @Test
    void aCluster() {
        RedisCluster cluster = closing(RedisCluster.start());
        RedisOptions options =
                options("redis://127.0.0.1").cluster(cluster.addresses()).build();
        persist(subscriber(1, "old"), subscriber(2, "old"), new Branch(1L, "Bremen"));
        Node a = node("a", options);
        Node b = node("b", options);

        share(a, b);
        a.caches().get(BranchCache.class).getById(1L);
        b.caches().get(BranchCache.class).getById(1L);
        a.write(em -> em.find(Branch.class, 1L).city = "Bonn");
        soon(() -> assertThat(b.caches()
                        .get(BranchCache.class)
                        .getById(1L)
                        .orElseThrow()
                        .city())
                .isEqualTo("Bonn"));
        a.subscribers().clear();
        soon(b::agrees);
    }

    @Test
    @Tag("H21")
    void aMasterThatIsReplacedBySentinel() {
        RedisSentinels sentinels = closing(RedisSentinels.start("main"));
        RedisOptions options = options("redis://127.0.0.1")
                .sentinel("main", sentinels.addresses())
                .commandTimeout(Duration.ofSeconds(1))
                .heartbeat(Duration.ofSeconds(1))
                .build();
        persist(subscriber(1, "old"), subscriber(2, "old"));
        Node a = node("a", options);
        Node b = node("b", options);
        share(a, b);

        sentinels.killMaster();
        a.heard().await(RedisDisconnected.class, 1);
        b.heard().await(RedisDisconnected.class, 1);
        a.change(1, "newest");

        awaitConnected(a, 2);
        awaitConnected(b, 2);
        soon(() -> assertThat(b.body(1)).isEqualTo("newest"));
        a.agrees();
        b.agrees();
    }

    private static void share(Node one, Node other) {
        one.body(1);
        other.body(1);
        one.body(2);
        soon(() -> {
            other.subscribers().invalidateById(1L);
            one.body(2);
            other.body(2);
            one.body(1);
            other.body(1);
            assertThat(other.subscribers().stats().l2Hits()).isPositive();
        });
        one.change(1, "new");
        soon(() -> assertThat(other.body(1)).isEqualTo("new"));
    }
}
