package com.example.stranger.cluster;

import static io.turnkey.testing.redis.RedisServer.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import io.turnkey.CacheGroup;
import io.turnkey.RedisOptions;
import io.turnkey.testing.redis.RedisSentinels;
import io.turnkey.testing.redis.RedisServer;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

@DisplayName(
        "While Sentinel makes another server the master, one node goes on with the old one, and what it tells there is lost")
@Tag("F68")
@Tag("H21")
class SplitBrainTest {
    private static final long ROW = 1;

    // Nodes that read what they are asked for, and keep it.
    private static final int ISOLATED = 0;
    private static final int OTHER = 3;

    @Test
    void whatItWroteIsSeenByAllWhenItIsBack() {
        ClusterDatabase.create();
        ClusterDatabase.fill();
        try (RedisSentinels sentinels = RedisSentinels.start("main");
                Proxy way = new Proxy(port(sentinels.addresses()[0]));
                Site isolated = site(ISOLATED);
                Site other = site(OTHER);
                CacheGroup isolatedCaches = open(isolated, ISOLATED, "127.0.0.1:" + way.port());
                CacheGroup otherCaches = open(other, OTHER, sentinels.addresses())) {
            assertThat(body(isolatedCaches)).isEqualTo("1");
            assertThat(body(otherCaches)).isEqualTo("1");

            way.hold(false, true);
            sentinels.failOver();
            // It has lost what it had, reads the row again, and gives the new master a copy; and hears the old one no
            // more.
            await(() -> body(otherCaches).equals("1") && isUsed(sentinels.promoted()));
            isolated.factory().runInTransaction(em -> em.find(Subscriber.class, ROW).body = "new");
            await(() -> isolatedCaches.health().redis().undelivered() == 0);
            assertThat(body(otherCaches)).as("nobody could tell").isEqualTo("1");

            sentinels.demoteOldMaster();
            way.hold(false, false);

            await(() -> body(isolatedCaches).equals("new") && body(otherCaches).equals("new"));
        }
    }

    /** Whether somebody listens there, and has left a copy of the row since this server became the master. */
    private static boolean isUsed(RedisServer master) {
        try (Jedis jedis = master.jedis()) {
            String copy = jedis.get(Site.PREFIX + "v:" + ROW);
            return !jedis.pubsubChannels(Site.PREFIX + "changes").isEmpty()
                    && jedis.info("server").contains(jedis.hget(Site.PREFIX + "m", "run"))
                    && copy != null
                    && copy.startsWith(jedis.hget(Site.PREFIX + "m", "epoch"));
        }
    }

    private static String body(CacheGroup caches) {
        return caches.get(SubscriberCache.class).getById(ROW).orElseThrow().body();
    }

    private static Site site(int node) {
        return new Site(settings(node));
    }

    private static CacheGroup open(Site site, int node, String... sentinels) {
        // So seldom a heartbeat, and so long a time for an answer, that a busy machine does not look like an outage.
        RedisOptions redis = Site.redis(settings(node))
                .sentinel("main", sentinels)
                .commandTimeout(Duration.ofSeconds(1))
                .heartbeat(Duration.ofSeconds(1))
                .build();
        return site.caches(settings(node), redis).open(site.factory());
    }

    private static NodeSettings settings(int node) {
        return new NodeSettings(node, 1, 2, ClusterDatabase.port(), 1, 0, Duration.ofHours(1));
    }

    private static int port(String address) {
        return Integer.parseInt(address.substring(address.indexOf(':') + 1));
    }
}
