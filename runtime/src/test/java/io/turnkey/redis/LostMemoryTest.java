package io.turnkey.redis;

import static io.turnkey.testing.redis.RedisServer.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.RedisOptions;
import io.turnkey.spi.SharedModel.Stamp;
import io.turnkey.testing.redis.RedisServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** A server that forgets: all, what is too much, or what it was told last. */
class LostMemoryTest {
    final RedisServer server = RedisServer.start();
    final RedisOptions options = TestNode.options(server.url()).build();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("H21")
    @Tag("F63")
    void a_server_that_lost_its_memory_is_filled_anew_and_old_stamps_count_no_more() {
        try (TestNode one = TestNode.of(options);
                TestNode two = TestNode.of(options)) {
            one.filled("1", "ada");
            Stamp before = one.stamp();
            server.kill();
            await(() -> one.member.wasTold("disconnected") && two.member.wasTold("disconnected"));
            one.publish("1");
            server.restart();
            await(() -> one.level.isConnected() && two.level.isConnected());

            assertThat(one.stamp().epoch()).isNotEqualTo(before.epoch());
            await(() -> two.stamp().epoch().equals(one.stamp().epoch()));
            one.fill(before, "1", "old");
            one.filled("2", "bob");
            assertThat(two.read("1")).isNull();
            assertThat(two.member.told.subList(2, two.member.told.size()))
                    .contains("disconnected", "lost", "connected");
            assertThat(one.observer.told)
                    .contains("disconnected", "reconnecting 1")
                    .endsWith("connected");
            assertThat(one.observer.times("disconnected")).as("one outage").isEqualTo(1);
        }
    }

    @Test
    @Tag("H21")
    void a_server_that_comes_back_with_an_old_file_is_not_believed() {
        FaultyServer faulty = new FaultyServer(options);
        try (TestNode one = TestNode.through(faulty, options)) {
            await(one.level::isConnected);
            one.filled("1", "old");
            String epoch = one.stamp().epoch();
            try (Jedis redis = server.jedis()) {
                redis.save();
            }
            one.publish("1");
            await(() -> one.stamp().sequence() == 1);
            one.filled("1", "new");
            CountDownLatch gate = new CountDownLatch(1);
            faulty.before = name -> waitFor(gate);
            server.kill();
            server.restart();
            try (Jedis redis = server.jedis()) {
                assertThat(redis.get(TestNode.PREFIX + "v:1")).endsWith("old");
                // As if others had gone on writing: the numbers alone do not show it.
                redis.hset(TestNode.PREFIX + "m", "seq", "0000000000000001");
            }
            gate.countDown();
            await(() -> one.member.wasTold("disconnected"));
            await(one.level::isConnected);

            assertThat(one.stamp().epoch()).isNotEqualTo(epoch);
            assertThat(one.read("1")).isNull();
        }
    }

    @Test
    @Tag("H21")
    void a_node_that_missed_that_the_server_was_replaced_finds_out_before_it_reads() {
        try (TestNode one = TestNode.of(options);
                Jedis redis = server.jedis()) {
            one.filled("1", "old");
            redis.hset(TestNode.PREFIX + "m", "run", "another-process");
            redis.scriptFlush();

            assertThat(one.read("1"))
                    .as("as after a failover behind the node's back")
                    .isNull();
            await(() -> one.model.stamp() != null);
            one.filled("1", "new");
        }
    }

    @Test
    @Tag("H21")
    void a_flush_is_found_by_the_next_read_and_by_the_heartbeat_of_those_who_do_not_read() {
        RedisOptions watched = options.toBuilder()
                .commandTimeout(Duration.ofMillis(500))
                .heartbeat(Duration.ofMillis(500))
                .build();
        try (TestNode one = TestNode.of(options);
                TestNode two = TestNode.of(watched);
                Jedis redis = server.jedis()) {
            one.filled("1", "ada");
            Stamp before = one.stamp();
            int told = two.member.told.size();
            redis.flushAll();

            assertThat(one.read("1")).isNull();
            await(() -> two.member.told.subList(told, two.member.told.size()).contains("lost"));
            await(() -> one.model.stamp() != null && !one.stamp().epoch().equals(before.epoch()));
            one.fill(before, "1", "old");
            one.filled("2", "bob");
            assertThat(one.read("1")).isNull();
            int later = two.member.told.size();
            one.publish("5");
            two.awaitNews("5", later);
        }
    }

    @Test
    @Tag("H21")
    void a_sequence_that_went_back_begins_a_new_epoch() {
        RedisOptions watched = options.toBuilder()
                .commandTimeout(Duration.ofMillis(500))
                .heartbeat(Duration.ofMillis(500))
                .build();
        try (TestNode one = TestNode.of(watched);
                Jedis redis = server.jedis()) {
            for (int i = 1; i <= 3; i++) {
                one.publish("1");
                long sent = i;
                await(() -> one.stamp().sequence() == sent);
            }
            String epoch = one.stamp().epoch();
            redis.hset(TestNode.PREFIX + "m", "seq", "0000000000000001");

            await(() -> one.model.stamp() != null && !one.stamp().epoch().equals(epoch));
        }
    }

    @Test
    @Tag("H25")
    void evicted_fences_and_an_evicted_model_refuse_old_loads() {
        try (TestNode one = TestNode.of(options);
                Jedis redis = server.jedis()) {
            Stamp before = one.stamp();
            one.publish("1");
            await(() -> one.stamp().sequence() == 1);
            redis.del(TestNode.PREFIX + "f");
            one.fill(before, "1", "old");
            one.filled("2", "bob");
            assertThat(one.read("1")).as("without its fence").isNull();

            redis.del(TestNode.PREFIX + "m");
            one.fill(one.stamp(), "3", "of the epoch that is gone");
            await(() -> one.model.stamp() != null && !one.stamp().epoch().equals(before.epoch()));
            assertThat(one.read("2")).as("of the epoch before").isNull();
            one.filled("2", "new");
            assertThat(one.read("3")).isNull();
        }
    }

    @Test
    @Tag("H25")
    void a_server_that_evicts_anything_never_serves_what_was_invalidated() {
        try (Jedis redis = server.jedis();
                TestNode one = TestNode.of(options)) {
            redis.configSet("maxmemory-policy", "allkeys-lru");
            Stamp before = one.stamp();
            one.publish(IntStream.range(0, 100).mapToObj(i -> "" + i).toArray(String[]::new));
            await(() -> one.stamp().sequence() > 0);
            redis.configSet("maxmemory", "3mb");
            byte[] large = new byte[10_000];
            for (int i = 0; redis.exists(TestNode.PREFIX + "f"); i++) {
                redis.set(("junk" + i).getBytes(StandardCharsets.UTF_8), large);
            }

            IntStream.range(0, 100).forEach(i -> one.fill(before, "" + i, "old"));
            redis.configSet("maxmemory", "0");
            await(() -> one.model.stamp() != null);
            one.filled("new", "new");
            IntStream.range(0, 100).forEach(i -> assertThat(one.read("" + i)).isNull());
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
