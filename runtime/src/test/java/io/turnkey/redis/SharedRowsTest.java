package io.turnkey.redis;

import static io.turnkey.testing.redis.RedisServer.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.RedisOptions;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel.Copy;
import io.turnkey.spi.SharedModel.Question;
import io.turnkey.spi.SharedModel.Stamp;
import io.turnkey.testing.redis.RedisServer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** Two nodes, one Redis that works. */
class SharedRowsTest {
    static RedisServer server;
    static RedisOptions options;

    TestNode one;
    TestNode two;
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
    void open() {
        redis = server.jedis();
        redis.flushAll();
        one = TestNode.of(options);
        two = TestNode.of(options);
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        redis.close();
    }

    @Test
    @Tag("F61")
    @Tag("F62")
    void a_row_that_one_node_loaded_is_found_by_another_under_its_id_and_each_key() {
        one.model.fill(
                one.stamp(), List.of(TestNode.row("1", "ada", null, null, Map.of("email", "h1", "login", "h2"))));

        await(() -> "ada".equals(two.read("1")));
        assertThat(two.read("email", "h1")).isEqualTo("ada");
        assertThat(two.read("login", "h2")).isEqualTo("ada");
        assertThat(two.read("login", "h1")).isNull();
    }

    @Test
    @Tag("F64")
    void a_write_reaches_the_other_node_and_drops_the_copy() {
        one.filled("1", "ada");
        int before = two.member.told.size();

        one.model.publish(new SharedChange(Set.of("1"), Map.of("email", Set.of("h1", "h2"))));

        two.awaitNews("1", before);
        assertThat(two.member.told.subList(before, two.member.told.size()))
                .containsExactly(new SharedChange(Set.of("1"), Map.of("email", Set.of("h1", "h2"))));
        assertThat(two.read("1")).isNull();
    }

    @Test
    @Tag("H12")
    void neither_fills_nor_own_writes_are_told_to_anybody_they_do_not_concern() {
        int before = two.member.told.size();
        int own = one.member.told.size();
        one.filled("1", "ada");
        one.publish("2");
        two.awaitNews("2", before);

        assertThat(two.member.told.subList(before, two.member.told.size()))
                .containsExactly(SharedChange.of(Set.of("2")));
        two.publish("3");
        one.awaitNews("3", own);
        assertThat(one.member.told.subList(own, one.member.told.size()))
                .as("its own write is recognised")
                .containsExactly(SharedChange.of(Set.of("3")));
    }

    @Test
    @Tag("H2")
    void a_load_that_began_before_a_write_cannot_bring_the_old_row_back() {
        Stamp before = two.stamp();
        one.publish("1");
        two.awaitNews("1", 0);

        two.model.fill(before, List.of(TestNode.row("1", "old"), TestNode.row("2", "other")));

        await(() -> "other".equals(two.read("2")));
        assertThat(two.read("1")).isNull();
        two.filled("1", "new");
    }

    @Test
    @Tag("F48")
    void clear_makes_every_copy_invalid_at_once_and_gives_the_memory_back() {
        one.filled("1", "ada");
        one.filled("2", "bob");
        Stamp before = two.stamp();
        int told = two.member.told.size();

        one.model.clear();
        two.awaitNews("1", told);

        assertThat(two.read("1")).isNull();
        two.fill(before, "3", "loaded before the clear");
        two.filled("4", "loaded after it");
        assertThat(two.read("3")).isNull();
        await(() -> redis.keys(TestNode.PREFIX + "v:[12]").isEmpty());
    }

    @Test
    @Tag("F61")
    void a_copy_lives_as_long_as_the_row_and_a_day_where_that_has_no_end() {
        one.model.fill(
                one.stamp(),
                List.of(TestNode.row("1", "ada", null, Duration.ofSeconds(50), Map.of()), TestNode.row("2", "bob")));
        await(() -> two.read("2") != null);

        List<Question> questions = List.of(new Question(null, "1"), new Question(null, "2"));
        Map<Question, Copy> rows = two.model.read(questions).rows();
        assertThat(rows.get(questions.get(0)).left()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(50));
        assertThat(rows.get(questions.get(1)).left()).isNull();
        assertThat(redis.pttl(TestNode.PREFIX + "v:2")).isBetween(80_000_000L, 86_400_000L);
    }

    @Test
    void an_older_version_does_not_replace_a_newer_one() {
        Stamp now = one.stamp();
        one.model.fill(now, List.of(TestNode.row("1", "newer", "0010", null, Map.of())));
        await(() -> "newer".equals(one.read("1")));

        two.model.fill(now, List.of(TestNode.row("1", "older", "0009", null, Map.of()), TestNode.row("2", "x")));
        await(() -> two.read("2") != null);
        assertThat(two.read("1")).isEqualTo("newer");

        two.model.fill(now, List.of(TestNode.row("1", "newest", "0011", null, Map.of())));
        await(() -> "newest".equals(one.read("1")));
    }

    @Test
    @Tag("F66")
    void a_new_process_finds_what_others_left() {
        one.filled("1", "ada");
        one.close();
        two.close();

        try (TestNode next = TestNode.of(options)) {
            assertThat(next.read("1")).isEqualTo("ada");
        }
    }

    @Test
    @Tag("H19")
    void another_version_of_the_model_does_not_read_the_copy_but_hears_the_write() {
        one.filled("1", "ada");
        try (TestNode next = TestNode.ofVersion(options, "2")) {
            assertThat(next.read("1")).isNull();
            await(() -> next.observer.wasTold("another version of the model, or with another copyFormat, wrote"));
            int before = next.member.told.size();
            one.publish("1");
            next.awaitNews("1", before);
        }
    }

    @Test
    @Tag("H2")
    @Tag("H25")
    void more_writes_than_there_are_fences_refuse_every_row_that_was_read_before_them() {
        Stamp before = two.stamp();
        for (int part = 0; part < 5; part++) {
            String name = part + "-";
            one.publish(IntStream.range(0, 4_000).mapToObj(i -> name + i).toArray(String[]::new));
            await(one::hasDelivered);
        }
        assertThat(redis.zcard(TestNode.PREFIX + "f")).isEqualTo(16_384);

        two.fill(before, "never written", "old");
        two.fill(two.stamp(), "another", "new");

        await(() -> one.read("another") != null);
        assertThat(one.read("never written")).isNull();
    }
}
