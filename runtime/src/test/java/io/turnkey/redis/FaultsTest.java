package io.turnkey.redis;

import static io.turnkey.testing.redis.RedisServer.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.RedisOptions;
import io.turnkey.RedisReconnect;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel.Question;
import io.turnkey.spi.SharedModel.Stamp;
import io.turnkey.testing.redis.RedisServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** A server that hangs, dies, takes nothing, or is filled with what is not ours. */
class FaultsTest {
    final RedisServer server = RedisServer.start();
    final RedisOptions options = TestNode.options(server.url()).build();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Tag("P6")
    @Tag("F63")
    void a_frozen_server_costs_one_reader_one_wait_and_nobody_else_any() {
        Duration timeout = Duration.ofSeconds(1);
        Duration muchLonger = Duration.ofSeconds(20);
        RedisOptions patient = options.toBuilder().commandTimeout(timeout).build();
        FaultyServer watched = new FaultyServer(patient);
        try (TestNode node = TestNode.through(watched, patient)) {
            await(node.level::isConnected);
            node.filled("1", "ada");
            server.freeze();
            long reads = count(watched, "read");

            long start = System.nanoTime();
            assertThat(node.read("1")).isNull();
            long waited = System.nanoTime() - start;
            for (int i = 0; i < 1_000; i++) {
                assertThat(node.read("1")).isNull();
                node.publish("x" + i);
                node.fill(new Stamp("e", 1), "2", "bob");
            }
            long all = System.nanoTime() - start;

            assertThat(waited).isGreaterThanOrEqualTo(timeout.toNanos());
            assertThat(count(watched, "read")).as("nobody else asks").isEqualTo(reads + 1);
            assertThat(all).as("nor waits").isLessThan(muchLonger.toNanos());
            await(() -> node.member.wasTold("disconnected"));
            server.thaw();
            await(() -> "ada".equals(node.read("1")));
        } finally {
            server.thaw();
        }
    }

    @Test
    @Tag("F63")
    void a_frozen_server_is_noticed_by_a_node_that_asks_nothing() {
        RedisOptions watched = options.toBuilder()
                .commandTimeout(Duration.ofMillis(200))
                .heartbeat(Duration.ofMillis(200))
                .build();
        try (TestNode node = TestNode.of(watched)) {
            server.freeze();
            await(() -> node.member.wasTold("disconnected"));
            assertThat(node.model.stamp()).isNull();
            server.thaw();
            await(node.level::isConnected);
        } finally {
            server.thaw();
        }
    }

    @Test
    @Tag("H2")
    void a_fill_that_a_frozen_server_executes_after_the_write_is_refused() {
        RedisOptions quick =
                options.toBuilder().commandTimeout(Duration.ofMillis(100)).build();
        try (TestNode one = TestNode.of(quick);
                TestNode two = TestNode.of(options)) {
            Stamp stamp = one.stamp();
            server.freeze();
            one.fill(stamp, "1", "old");
            await(() -> one.member.wasTold("disconnected"));
            two.publish("1");
            server.thaw();
            await(one.level::isConnected);
            await(() -> one.member.dropped("1", 2));

            assertThat(one.read("1")).isNull();
            assertThat(two.read("1")).isNull();
        } finally {
            server.thaw();
        }
    }

    @Test
    @Tag("F63")
    @Tag("H22")
    void writes_during_an_outage_are_told_when_it_is_over_and_read_around_until_then() {
        RedisOptions quick =
                options.toBuilder().commandTimeout(Duration.ofMillis(150)).build();
        try (TestNode one = TestNode.of(quick);
                TestNode two = TestNode.of(options)) {
            one.filled("1", "old");
            one.filled("2", "bob");
            String epoch = one.stamp().epoch();
            int before = two.member.told.size();
            server.freeze();
            assertThat(one.read("1")).isNull();
            one.publish("1");
            one.model.publish(new SharedChange(Set.of("3"), Map.of("email", Set.of("h"))));
            server.thaw();
            await(one.level::isConnected);

            assertThat(one.read("1")).isNull();
            await(() -> "bob".equals(one.read("2")));
            two.awaitNews("1", before);
            two.awaitNews("3", before);
            assertThat(two.read("1")).isNull();
            assertThat(one.stamp().epoch()).isEqualTo(epoch);
        } finally {
            server.thaw();
        }
    }

    @Test
    @Tag("H22")
    void more_writes_than_are_remembered_begin_a_new_epoch_before_a_copy_is_read() {
        RedisOptions small = options.toBuilder()
                .commandTimeout(Duration.ofMillis(150))
                .maxQueuedChanges(10)
                .build();
        try (TestNode one = TestNode.of(small);
                TestNode two = TestNode.of(options)) {
            IntStream.range(0, 30).forEach(i -> one.filled("" + i, "old"));
            String epoch = one.stamp().epoch();
            int before = two.member.told.size();
            server.freeze();
            assertThat(one.read("1")).isNull();
            IntStream.range(0, 30).forEach(i -> one.publish("" + i));
            server.thaw();
            await(one.level::isConnected);

            assertThat(one.stamp().epoch()).isNotEqualTo(epoch);
            IntStream.range(0, 30).forEach(i -> assertThat(one.read("" + i)).isNull());
            await(() -> two.member.told.subList(before, two.member.told.size()).contains("lost"));
            await(() -> two.model.stamp() != null
                    && two.stamp().epoch().equals(one.stamp().epoch()));
            assertThat(two.read("1")).isNull();
        } finally {
            server.thaw();
        }
    }

    @Test
    @Tag("F62")
    void garbage_in_place_of_copies_links_fences_or_the_model_is_a_miss_and_texts_are_told() {
        try (TestNode one = TestNode.of(options);
                Jedis redis = server.jedis()) {
            one.model.fill(
                    one.stamp(),
                    IntStream.range(0, 6)
                            .mapToObj(i -> TestNode.row("" + i, "row", null, null, Map.of("email", "h" + i)))
                            .collect(Collectors.toList()));
            await(() -> one.read("5") != null);
            String copy = TestNode.PREFIX + "v:";
            redis.set(copy + "0", "garbage");
            byte[] good = redis.get((copy + "1").getBytes(StandardCharsets.UTF_8));
            redis.set((copy + "1").getBytes(StandardCharsets.UTF_8), Arrays.copyOf(good, good.length - 1));
            redis.del(copy + "2");
            redis.lpush(copy + "2", "a list");
            redis.del(TestNode.PREFIX + "k:email:h3");
            redis.lpush(TestNode.PREFIX + "k:email:h3", "a list");
            redis.set(TestNode.PREFIX + "k:email:h4", "nobody");
            redis.set(copy + "5", "");

            for (String id : List.of("0", "1", "2", "5")) {
                assertThat(one.read(id)).isNull();
            }
            assertThat(one.read("email", "h3")).isNull();
            assertThat(one.read("email", "h4")).isNull();
            assertThat(one.read("3")).isEqualTo("row");
            // A list is not asked for what it is.
            await(() -> damaged(one) == 3);
            one.filled("0", "new");

            redis.set(TestNode.PREFIX + "f", "no fences");
            redis.set(TestNode.PREFIX + "m", "no model");
            assertThat(one.read("3")).isNull();
            await(() -> one.model.stamp() != null);
            one.filled("3", "new");
            assertThat(one.level.isConnected()).isTrue();
        }
    }

    @Test
    @Tag("F62")
    void what_does_not_begin_as_a_copy_does_or_not_as_it_was_written_is_told_and_an_earlier_epoch_is_not() {
        try (TestNode one = TestNode.of(options);
                Jedis redis = server.jedis()) {
            one.model.fill(
                    one.stamp(),
                    IntStream.range(0, 5)
                            .mapToObj(i -> TestNode.row("" + i, "row", null, Duration.ofMinutes(10), Map.of()))
                            .collect(Collectors.toList()));
            await(() -> one.read("4") != null);
            String copy = TestNode.PREFIX + "v:";
            redis.set(copy + "0", "any thing ".repeat(30));
            redis.set(copy + "1", "anything".repeat(30));
            redis.setrange(copy + "2", 44, "x");
            redis.setrange(copy + "3", 31, "7");
            redis.setrange(copy + "4", 0, "an-other_epoch42");

            for (int id = 4; id >= 0; id--) {
                assertThat(one.read("" + id)).isNull();
            }
            await(() -> damaged(one) == 4);
            assertThat(one.read("4")).isNull();
            one.read("0");
            await(() -> damaged(one) == 5);
        }
    }

    @Test
    @Tag("F62")
    void a_copy_that_somebody_made_to_stay_ends_with_its_row() {
        try (TestNode one = TestNode.of(options);
                Jedis redis = server.jedis()) {
            one.model.fill(
                    one.stamp(), List.of(TestNode.row("1", "row", null, Duration.ofMinutes(10), Map.of("key", "h"))));
            await(() -> one.read("1") != null);
            redis.persist(TestNode.PREFIX + "v:1");
            redis.persist(TestNode.PREFIX + "k:key:h");

            for (Question question : List.of(new Question(null, "1"), new Question("key", "h"))) {
                assertThat(one.model
                                .read(List.of(question))
                                .rows()
                                .get(question)
                                .left())
                        .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
            }
        }
    }

    private static long damaged(TestNode node) {
        return node.observer.told.stream()
                .filter(text -> text.contains("damaged"))
                .count();
    }

    @Test
    @Tag("F63")
    void a_group_that_starts_without_redis_finds_it_later() throws InterruptedException {
        server.kill();
        try (TestNode one = TestNode.starting(options)) {
            assertThat(one.level.awaitFirstConnection(Duration.ofSeconds(20))).isFalse();
            assertThat(one.read("1")).isNull();
            assertThat(one.member.told).contains("disconnected");
            one.publish("1");
            server.restart();
            await(one.level::isConnected);
            one.filled("1", "ada");
        }
    }

    @Test
    @Tag("F63")
    void reconnecting_ends_after_the_retries_that_were_asked_for() {
        server.kill();
        RedisOptions few = options.toBuilder()
                .reconnect(new RedisReconnect(3, 1, Duration.ofMillis(1), Duration.ofMillis(1), 0))
                .build();
        try (TestNode one = TestNode.starting(few)) {
            await(() -> one.observer.wasTold("Gave up after 3"));
            assertThat(one.observer.told)
                    .startsWith("disconnected", "reconnecting 1", "reconnecting 2", "reconnecting 3");
        }
    }

    @Test
    @Tag("F63")
    @Tag("P4")
    void a_server_without_memory_takes_no_rows_but_passes_on_the_news_of_writes() {
        try (TestNode one = TestNode.of(options);
                TestNode two = TestNode.of(options);
                Jedis redis = server.jedis()) {
            redis.configSet("maxmemory-policy", "noeviction");
            redis.configSet("maxmemory", "1");
            one.fill(one.stamp(), "1", "ada");
            await(() -> one.observer.wasTold("failed User fill"));
            int before = two.member.told.size();
            one.publish("1");
            two.awaitNews("1", before);
            before = two.member.told.size();
            one.model.publish(SharedChange.of(Set.of()));
            one.model.publish(SharedChange.everything());
            await(one::hasDelivered);
            assertThat(one.observer.times("disconnected")).isZero();
            redis.configSet("maxmemory", "0");
        }
    }

    @Test
    @Tag("P5")
    @Tag("H22")
    void an_error_neither_forgets_a_write_nor_ends_the_attempts_to_join() {
        FaultyServer faulty = new FaultyServer(options);
        failOnce(faulty, "state");
        try (TestNode other = TestNode.of(options);
                TestNode node = TestNode.through(faulty, options)) {
            await(node.level::isConnected);
            int before = other.member.told.size();
            failOnce(faulty, "invalidate");
            node.publish("1");
            await(node::hasDelivered);
            other.awaitNews("1", before);
        }
    }

    @Test
    @Tag("P6")
    void an_error_in_a_read_is_a_miss_and_one_outage() {
        FaultyServer faulty = new FaultyServer(options);
        try (TestNode node = TestNode.through(faulty, options)) {
            node.filled("1", "ada");
            failOnce(faulty, "read");

            assertThat(node.read("1")).isNull();
            await(() -> "ada".equals(node.read("1")));
            assertThat(node.observer.times("disconnected")).isEqualTo(1);
        }
    }

    private static void failOnce(FaultyServer server, String call) {
        server.before = name -> {
            if (name.equals(call)) {
                server.before = other -> {};
                throw new StackOverflowError("deep");
            }
        };
    }

    private static long count(FaultyServer server, String call) {
        return server.calls.stream().filter(call::equals).count();
    }
}
