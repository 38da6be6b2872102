package io.turnkey.redis;

import static io.turnkey.testing.redis.RedisServer.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.RedisOptions;
import io.turnkey.redis.client.JedisServer;
import io.turnkey.redis.client.OwnClients;
import io.turnkey.redis.node.RedisSecondLevel;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel;
import io.turnkey.spi.SharedModel.Question;
import io.turnkey.testing.redis.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.providers.PooledConnectionProvider;

/** Connections and threads: how many, whose, and that they end. */
class ConnectionsTest {
    static RedisServer server;
    static RedisOptions options;
    Jedis redis;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
        options = TestNode.options(server.url()).build();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void flush() {
        redis = server.jedis();
        redis.flushAll();
    }

    @AfterEach
    void close() {
        redis.close();
    }

    @Test
    @Tag("F67")
    void many_models_and_readers_share_one_pool_and_one_subscription() throws Exception {
        RedisOptions few = options.toBuilder().poolSize(3).build();
        RecordingObserver observer = new RecordingObserver();
        try (RedisSecondLevel level =
                new RedisSecondLevel(few, "shop", new JedisServer(new OwnClients(few)), observer)) {
            List<SharedModel> models = IntStream.range(0, 10)
                    .mapToObj(i -> level.join("Model" + i, "1", new RecordingMember()))
                    .toList();
            level.start();
            await(level::isConnected);
            ExecutorService readers = Executors.newFixedThreadPool(16);
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                int reader = i;
                running.add(readers.submit(() -> IntStream.range(0, 50).forEach(j -> {
                    models.get((reader + j) % 10).read(List.of(new Question(null, "1")));
                    models.get(j % 10).publish(SharedChange.of(Set.of("" + j)));
                })));
            }
            for (Future<?> reader : running) {
                reader.get();
            }
            readers.shutdown();

            assertThat(connections()).isLessThanOrEqualTo(3 + 1);
            assertThat(redis.pubsubChannels("*")).hasSize(2 * 10);
            assertThat(threads("shop")).hasSizeLessThanOrEqualTo(3 + 2);
        }
    }

    @Test
    @Tag("F50")
    void closing_sends_what_waits_and_leaves_no_thread_and_no_connection() {
        TestNode node = TestNode.of(options);
        IntStream.range(0, 500).forEach(i -> node.fill(node.stamp(), "" + i, "row"));
        node.publish("7");
        node.close();
        node.close();

        assertThat(redis.keys(TestNode.PREFIX + "v:*")).hasSize(499);
        assertThat(redis.hget(TestNode.PREFIX + "m", "seq")).isEqualTo("0000000000000001");
        await(() -> threads(TestNode.GROUP).isEmpty());
        await(() -> connections() == 0);
        assertThat(node.read("1")).isNull();
        assertThat(node.model.stamp()).isNull();
    }

    @Test
    @Tag("F50")
    void closing_while_the_server_hangs_ends_in_time_and_says_what_was_not_told() {
        RedisOptions quick = options.toBuilder()
                .commandTimeout(Duration.ofMillis(100))
                .connectTimeout(Duration.ofMillis(100))
                .drainTimeout(Duration.ofMillis(200))
                .build();
        TestNode node = TestNode.of(quick);
        server.freeze();
        try {
            node.publish("1", "2");
            long start = System.nanoTime();
            node.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
            assertThat(node.observer.told).anyMatch(text -> text.contains("Writes of 2 rows could not be told"));
            await(() -> threads(TestNode.GROUP).isEmpty());
        } finally {
            server.thaw();
        }
    }

    @Test
    @Tag("F60")
    void a_client_of_the_callers_is_used_and_left_open() {
        try (RedisClient client = RedisClient.create(server.url());
                TestNode other = TestNode.of(options)) {
            shares(client, other);
            assertThat(client.ping()).isEqualTo("PONG");
        }
    }

    @Test
    @Tag("F60")
    void any_other_client_of_the_callers_will_do() {
        try (UnifiedJedis client = new Wrapped(server.port());
                TestNode other = TestNode.of(options)) {
            shares(client, other);
            assertThat(client.ping()).isEqualTo("PONG");
        }
    }

    @Test
    @Tag("F63")
    void a_client_of_the_callers_survives_a_restart() {
        try (RedisServer mortal = RedisServer.start();
                RedisClient client = RedisClient.create(mortal.url())) {
            RedisOptions own = TestNode.options(mortal.url()).client(client).build();
            try (TestNode node = TestNode.of(own)) {
                node.filled("1", "ada");
                mortal.kill();
                await(() -> !node.level.isConnected());
                mortal.restart();
                await(node.level::isConnected);
                node.filled("1", "ada");
            }
        }
    }

    @Test
    @Tag("F64")
    void without_cluster_sync_nothing_is_heard_or_told_but_copies_are_shared_and_right() {
        RedisOptions alone = options.toBuilder().clusterSync(false).build();
        try (TestNode one = TestNode.of(alone);
                TestNode two = TestNode.of(alone)) {
            one.filled("1", "ada");
            assertThat(two.read("1")).isEqualTo("ada");
            assertThat(redis.pubsubChannels("*")).isEmpty();
            int before = two.member.told.size();

            one.publish("1");
            await(() -> two.read("1") == null);
            assertThat(two.member.told).hasSize(before).startsWith("connected").doesNotContain("disconnected");
            two.filled("1", "new");
            assertThat(one.read("1")).isEqualTo("new");
        }
    }

    @Test
    @Tag("F60")
    void a_password_is_in_nothing_that_is_told() {
        redis.configSet("requirepass", "hunter2");
        try (TestNode node =
                TestNode.starting(options.toBuilder().password("hunter3").build())) {
            await(() -> node.observer.wasTold("reconnecting 2"));
            assertThat(node.observer.causes).isNotEmpty().allSatisfy(cause -> {
                for (Throwable at = cause; at != null; at = at.getCause()) {
                    assertThat(at.toString()).doesNotContain("hunter");
                }
            });
            assertThat(node.observer.told).noneMatch(text -> text.contains("hunter"));
            redis.auth("hunter2");
            redis.configSet("requirepass", "hunter3");
            await(node.level::isConnected);
        } finally {
            redis.auth("hunter3");
            redis.configSet("requirepass", "");
        }
    }

    private static void shares(UnifiedJedis client, TestNode other) {
        RedisOptions own = JedisClients.options(client);
        assertThat(own.toString()).contains("a client of the caller's");
        try (TestNode node = TestNode.of(own.toBuilder()
                .commandTimeout(Duration.ofSeconds(5))
                .heartbeat(TestNode.NEVER)
                .build())) {
            node.filled("1", "ada");
            assertThat(other.read("1")).isEqualTo("ada");
            int before = node.member.told.size();
            other.publish("1");
            node.awaitNews("1", before);
        }
    }

    private long connections() {
        return redis.clientList()
                .lines()
                .filter(line -> !line.contains("cmd=client|list"))
                .count();
    }

    private static List<String> threads(String group) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("turnkey-" + group + "-redis"))
                .toList();
    }

    /** A client whose kind is not known. */
    private static final class Wrapped extends UnifiedJedis {
        Wrapped(int port) {
            super(new PooledConnectionProvider(new HostAndPort("127.0.0.1", port)), RedisProtocol.RESP2);
        }
    }
}
