package io.turnkey.redis;

import static io.turnkey.testing.redis.RedisServer.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.RedisOptions;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel.Stamp;
import io.turnkey.testing.redis.Certificate;
import io.turnkey.testing.redis.RedisCluster;
import io.turnkey.testing.redis.RedisSentinels;
import io.turnkey.testing.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.ClusterConnectionProvider;

/** What is not one server without a lock: a Cluster, Sentinel, TLS with a user of few rights. */
class DeploymentsTest {
    @Test
    @Tag("F68")
    @Tag("H21")
    void a_cluster_is_shared_and_goes_on_after_a_slot_was_moved_and_a_master_killed() {
        try (RedisCluster cluster = RedisCluster.start()) {
            RedisOptions options = TestNode.options("redis://127.0.0.1")
                    .cluster(cluster.addresses())
                    .commandTimeout(Duration.ofSeconds(1))
                    .heartbeat(Duration.ofSeconds(1))
                    .build();
            try (TestNode one = TestNode.of(options);
                    TestNode two = TestNode.of(options)) {
                IntStream.range(0, 200).forEach(i -> one.fill(one.stamp(), "" + i, "row"));
                await(() -> two.read("199") != null);
                int before = two.member.told.size();
                one.publish("1");
                two.awaitNews("1", before);
                assertThat(two.read("1")).isNull();

                int cleared = two.member.told.size();
                one.model.clear();
                two.awaitNews("2", cleared);
                RedisServer master = cluster.masterOf(TestNode.PREFIX + "m");
                await(() -> copies(master) == 0);

                goOnWhenTheirSlotMoves(cluster, one, two);
                one.filled("1", "old");
                Stamp stamp = one.stamp();
                cluster.masterOf(TestNode.PREFIX + "m").kill();
                await(() -> !one.level.isConnected() && !two.level.isConnected());
                one.publish("1");
                await(() -> one.level.isConnected() && two.level.isConnected());
                assertThat(one.stamp().epoch()).isNotEqualTo(stamp.epoch());
                one.fill(stamp, "1", "old");
                one.filled("2", "new");
                await(() -> "new".equals(two.read("2")));
                assertThat(two.read("1")).isNull();
            }
            callersOwn(cluster);
        }
    }

    private static void goOnWhenTheirSlotMoves(RedisCluster cluster, TestNode one, TestNode two) {
        one.filled("1", "old");
        Stamp stamp = one.stamp();
        int before = two.member.told.size();
        cluster.move(TestNode.PREFIX + "m", () -> one.publish("1"));
        two.awaitNews("1", before);
        await(() -> one.level.isConnected() && two.level.isConnected());
        one.fill(stamp, "1", "old");
        one.filled("2", "new");
        await(() -> "new".equals(two.read("2")));
        assertThat(two.read("1")).isNull();
    }

    private static void callersOwn(RedisCluster cluster) {
        try (RedisClusterClient client = RedisClusterClient.create(Set.of(HostAndPort.from(cluster.addresses()[5])));
                TestNode node = TestNode.of(
                        TestNode.options("redis://127.0.0.1").client(client).build())) {
            await(() -> "new".equals(node.read("2")));
            node.publish("2");
            await(node::hasDelivered);
            await(() -> node.stamp().sequence() > 0);
            assertThat(node.read("2")).isNull();
        }
    }

    /** Its pipelines go to any of the servers. */
    @Test
    @Tag("F60")
    @Tag("F68")
    @SuppressWarnings("deprecation") // the only way to make one
    void a_callers_client_need_not_show_that_it_is_of_a_cluster() {
        try (RedisCluster cluster = RedisCluster.start();
                UnifiedJedis client = new UnifiedJedis(
                        new ClusterConnectionProvider(
                                Set.of(HostAndPort.from(cluster.addresses()[0])),
                                DefaultJedisClientConfig.builder().build()),
                        3,
                        Duration.ofSeconds(1));
                TestNode node = TestNode.of(
                        TestNode.options("redis://127.0.0.1").client(client).build())) {
            node.fill(node.stamp(), "1", "row");
            RedisServer master = cluster.masterOf(TestNode.PREFIX + "m");
            await(() -> copies(master) == 1);
            await(() -> node.read("1") != null);

            for (int i = 0; i < 30; i++) {
                assertThat(node.read("1")).isEqualTo("row");
            }
            assertThat(node.observer.told).containsExactly("connected");
        }
    }

    @Test
    @Tag("F68")
    @Tag("H21")
    void sentinel_leads_to_the_new_master() {
        try (RedisSentinels sentinels = RedisSentinels.start("main")) {
            RedisOptions options = TestNode.options("redis://127.0.0.1")
                    .sentinel("main", sentinels.addresses())
                    .commandTimeout(Duration.ofSeconds(1))
                    .heartbeat(Duration.ofSeconds(1))
                    .build();
            try (TestNode one = TestNode.of(options);
                    TestNode two = TestNode.of(options)) {
                one.filled("1", "old");
                await(() -> "old".equals(two.read("1")));
                Stamp stamp = one.stamp();

                sentinels.killMaster();
                await(() -> !one.level.isConnected());
                one.publish("1");
                await(() -> one.level.isConnected() && two.level.isConnected());

                assertThat(one.stamp().epoch()).isNotEqualTo(stamp.epoch());
                assertThat(two.read("1")).isNull();
                int before = two.member.told.size();
                one.publish("2");
                two.awaitNews("2", before);
            }
        }
    }

    @Test
    @Tag("F60")
    void tls_with_a_user_who_may_do_what_is_needed_and_nothing_else(@TempDir Path folder) throws IOException {
        Certificate certificate = Certificate.forHost("localhost", folder);
        Path configuration = folder.resolve("redis.conf");
        Files.write(
                configuration,
                List.of(
                        "user default off",
                        "user cache on >hunter2 ~cache:* &cache:* +@connection +@scripting +@pubsub +info +time +scan +unlink +hmget +hset"
                                + " +mget +set +getrange +pttl +zadd +zscore +zcard +zrange +zrangebyscore +zrem +zremrangebyrank"));
        int port = RedisServer.freePort();
        try (RedisServer server = RedisServer.launch(
                port,
                List.of(
                        configuration.toString(),
                        "--port",
                        "0",
                        "--tls-port",
                        "" + port,
                        "--tls-cert-file",
                        certificate.certificate().toString(),
                        "--tls-key-file",
                        certificate.key().toString(),
                        "--tls-ca-cert-file",
                        certificate.certificate().toString(),
                        "--tls-auth-clients",
                        "no"))) {
            RedisOptions options = TestNode.options("rediss://cache:hunter2@localhost:" + port)
                    .tls(certificate.trusting())
                    .build();
            assertThat(server.isAlive()).isTrue();
            try (TestNode one = TestNode.of(options);
                    TestNode two = TestNode.of(options)) {
                one.filled("1", "ada");
                int before = two.member.told.size();
                one.publish("1");
                two.awaitNews("1", before);
                // What a large write begins with: values of keys, and no row yet.
                one.model.publish(new SharedChange(Set.of(), Map.of("email", Set.of("h"))));
                one.model.clear();
                await(one::hasDelivered);
                assertThat(one.observer.told).containsExactly("connected");
            }
            refused(options.toBuilder().password("wrong").build(), "WRONGPASS");
            refused(options.toBuilder().host("127.0.0.1").build(), "127.0.0.1");
            refused(TestNode.options("rediss://cache:hunter2@localhost:" + port).build(), "PKIX");
        }
    }

    private static void refused(RedisOptions options, String why) {
        try (TestNode node = TestNode.starting(options)) {
            await(() -> node.observer.causes.stream()
                    .anyMatch(cause -> causes(cause).contains(why)));
            assertThat(node.level.isConnected()).isFalse();
        }
    }

    private static String causes(Throwable cause) {
        StringBuilder text = new StringBuilder();
        for (Throwable at = cause; at != null; at = at.getCause()) {
            text.append(at).append('\n');
        }
        return text.toString();
    }

    private static int copies(RedisServer server) {
        try (Jedis redis = server.jedis()) {
            return redis.keys(TestNode.PREFIX + "v:*").size();
        }
    }
}
