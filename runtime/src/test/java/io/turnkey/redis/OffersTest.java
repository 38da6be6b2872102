package io.turnkey.redis;

import static io.turnkey.testing.redis.RedisServer.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.spi.SharedModel.Fill;
import io.turnkey.spi.SharedModel.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Rows of which there may be copies already, more rows than may wait, and copies that are to be forgotten. */
@Tag("F61")
class OffersTest extends TwoNodesTest {
    private final AtomicInteger written = new AtomicInteger();

    /** A row that counts how often it is written down. */
    private Fill row(String id, String value, String version, Duration left) {
        Fill fill = TestNode.row(id, value, version, left, Map.of("key", "h" + id));
        return new Fill(id, version, fill.expiresAtNanos(), fill.keyHashes(), () -> {
            written.incrementAndGet();
            return value.getBytes(StandardCharsets.UTF_8);
        });
    }

    private static void offer(TestNode node, Fill... rows) {
        node.model.fillMissing(node.stamp(), rows.length, List.of(rows).iterator());
    }

    /** Waits until whatever was offered before has been sent: the lane has one call at a time. */
    private void settled(TestNode node) {
        String mark = "mark " + System.nanoTime();
        offer(node, TestNode.row(mark, "x"));
        await(() -> node.read(mark) != null);
    }

    @Test
    void what_is_there_is_not_written_again_by_another_node_that_loads_the_same() {
        offer(one, row("1", "ada", null, null), row("2", "bob", "0001", null));
        await(() -> "bob".equals(two.read("key", "h2")));
        assertThat(written).hasValue(2);

        offer(two, row("1", "ada", null, null), row("2", "bob", "0001", null), row("3", "cleo", "0001", null));
        settled(two);

        assertThat(written).hasValue(3);
        assertThat(one.read("3")).isEqualTo("cleo");
    }

    @Test
    void a_newer_version_is_written_and_an_older_one_is_not() {
        offer(one, row("1", "second", "0002", null), row("2", "second", "0002", null));
        settled(one);

        offer(two, row("1", "first", "0001", null), row("2", "third", "0003", null));
        settled(two);

        assertThat(written).hasValue(3);
        assertThat(one.read("1")).isEqualTo("second");
        assertThat(one.read("2")).isEqualTo("third");
    }

    @Test
    @Tag("F66")
    void what_would_end_soon_is_written_again() {
        offer(one, row("1", "x", null, Duration.ofMinutes(4)), row("2", "x", null, Duration.ofMinutes(6)));
        settled(one);

        offer(two, row("1", "x", null, Duration.ofMinutes(10)), row("2", "x", null, Duration.ofMinutes(10)));
        settled(two);

        assertThat(redis.pttl(TestNode.PREFIX + "v:1"))
                .isGreaterThan(Duration.ofMinutes(6).toMillis());
        assertThat(redis.pttl(TestNode.PREFIX + "v:2"))
                .isLessThanOrEqualTo(Duration.ofMinutes(6).toMillis());
    }

    @Test
    @Tag("H19")
    void a_copy_of_another_version_of_the_model_does_not_count() {
        offer(one, row("1", "ada", "0001", null));
        settled(one);

        try (TestNode next = TestNode.ofVersion(options, "2")) {
            offer(next, row("1", "ada, in other words", "0001", null));
            await(() -> next.read("1") != null);
        }
    }

    @Test
    @Tag("H25")
    void what_is_no_copy_does_not_count() {
        redis.set(TestNode.PREFIX + "v:1", "garbage");
        redis.lpush(TestNode.PREFIX + "v:2", "garbage");

        offer(one, row("1", "ada", "0001", null));
        await(() -> "ada".equals(two.read("1")));
        offer(one, row("2", "bob", "0001", null));
        await(() -> "bob".equals(two.read("2")));
    }

    @Test
    @Tag("H2")
    void what_was_loaded_before_a_write_is_not_even_written_down() {
        Stamp before = two.stamp();
        int told = two.member.told.size();
        one.publish("1");
        two.awaitNews("1", told);

        two.model.fillMissing(before, 1, List.of(row("1", "old", null, null)).iterator());
        settled(two);

        assertThat(written).hasValue(0);
        assertThat(one.read("1")).isNull();
    }

    @Test
    @Tag("P3")
    void while_a_row_waits_to_be_written_what_is_there_is_not_read() {
        one.filled("1", "old");
        assertThat(two.read("1")).isEqualTo("old");
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch gate = held("lacking", sending);
        two.model.fillMissing(
                two.stamp(),
                1,
                List.of(row("0", "keeps the lane busy", null, null)).iterator());
        waitFor(sending);
        two.model.fill(two.stamp(), List.of(TestNode.row("1", "new")));

        assertThat(two.read("1")).as("it waits").isNull();
        assertThat(two.read("0")).as("it is being sent").isNull();
        gate.countDown();
        await(() -> "new".equals(two.read("1")));
    }

    @Test
    void a_copy_that_is_forgotten_is_not_read_from_that_moment_and_nobody_is_told() {
        one.model.fill(one.stamp(), List.of(row("1", "outdated", null, null)));
        await(() -> "outdated".equals(two.read("key", "h1")));
        int told = one.member.told.size();
        CountDownLatch gate = new CountDownLatch(1);
        faulty.before = name -> {
            if (name.equals("unlink")) {
                waitFor(gate);
            }
        };

        two.model.forget(List.of("1"));

        assertThat(two.read("1")).isNull();
        assertThat(two.read("key", "h1")).isNull();
        // Redis still has it.
        await(() -> "outdated".equals(one.read("1")));
        gate.countDown();
        await(() -> one.read("1") == null);
        assertThat(sequence()).isZero();
        assertThat(one.member.told).hasSize(told);
    }

    @Test
    void what_was_offered_before_it_was_forgotten_is_not_written_and_what_was_offered_after_is() {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch gate = held("fill", sending);
        two.fill(two.stamp(), "0", "keeps the lane busy");
        waitFor(sending);
        two.fill(two.stamp(), "1", "outdated");
        two.fill(two.stamp(), "2", "outdated");
        two.model.forget(List.of("0", "1", "2"));
        two.fill(two.stamp(), "2", "right");
        gate.countDown();

        await(() -> "right".equals(one.read("2")));
        assertThat(one.read("0")).as("dropped after it was written").isNull();
        assertThat(one.read("1")).isNull();
    }

    @Test
    void what_could_not_be_dropped_is_dropped_when_redis_is_back() {
        one.filled("1", "outdated");
        faulty.breakNextAnswer();
        two.publish("9");
        two.model.forget(List.of("1"));

        await(() -> one.read("1") == null);
        await(two.level::isConnected);
    }

    @Test
    @Tag("F66")
    void a_table_that_is_larger_than_what_may_wait_is_written_as_it_can_be_sent() {
        try (TestNode small =
                TestNode.of(options.toBuilder().maxQueuedFills(100).build())) {
            AtomicInteger fetched = new AtomicInteger();
            Iterator<Fill> table = IntStream.range(0, 5_000)
                    .mapToObj(i -> {
                        fetched.incrementAndGet();
                        return TestNode.row("" + i, "row " + i);
                    })
                    .iterator();

            small.model.fillMissing(small.stamp(), 5_000, table);

            await(() -> "row 4999".equals(one.read("4999")));
            assertThat(fetched).hasValue(5_000);
            assertThat(IntStream.range(0, 5_000).filter(i -> one.read("" + i) == null))
                    .isEmpty();
        }
    }

    @Test
    void of_what_misses_bring_no_more_waits_than_there_is_room_for() {
        two.close();
        two = open(options.toBuilder().maxQueuedFills(100).build());
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch gate = held("fill", sending);
        two.fill(two.stamp(), "being sent", "row");
        waitFor(sending);
        IntStream.range(0, 250).forEach(i -> two.fill(two.stamp(), "" + i, "row"));
        gate.countDown();
        settled(two);

        assertThat(redis.keys(TestNode.PREFIX + "v:mark*")).hasSize(1);
        assertThat(redis.keys(TestNode.PREFIX + "v:*")).hasSize(102);
    }

    @Test
    @Tag("P6")
    void a_row_that_cannot_be_written_down_or_hashed_is_told_and_the_others_are_written() {
        Fill good = row("1", "ada", null, null);
        two.model.fill(
                two.stamp(),
                List.of(
                        new Fill("2", null, null, good.keyHashes(), () -> {
                            throw new StackOverflowError("a converter");
                        }),
                        new Fill(
                                "3",
                                null,
                                null,
                                () -> {
                                    throw new IllegalArgumentException("a converter");
                                },
                                good.bytes()),
                        good));

        await(() -> "ada".equals(one.read("1")));
        assertThat(one.read("2")).isNull();
        assertThat(one.read("3")).isNull();
        await(() -> two.observer.times("failed User fill: a converter") == 2);
        assertThat(two.observer.times("disconnected")).isZero();
    }

    @Test
    @Tag("F66")
    void of_a_table_that_is_there_a_sample_is_asked_for() {
        int rows = 10_240;
        two.close();
        two = open(options.toBuilder().maxQueuedFills(100).build());
        offerTable(two, rows);
        assertThat(written).hasValue(rows);
        assertThat(faulty.keys.get("lacking"))
                .as("where all of it is lacking, the rest is, too")
                .isBetween(rows / 8, rows / 6);
        faulty.keys.clear();

        offerTable(two, rows);

        assertThat(written).hasValue(rows);
        assertThat(faulty.keys.get("lacking")).isBetween(rows / 8, rows / 6);
        redis.eval("for i = 5120, 7679 do redis.call('DEL', 'cache:{shop:User}:v:' .. i) end");
        offerTable(two, rows);
        assertThat(written).as("what was evicted together is written again").hasValue(rows + 2_560);
    }

    /** Offers it, and waits until it has been sent. */
    private void offerTable(TestNode node, int rows) {
        AtomicBoolean ended = new AtomicBoolean();
        Iterator<Fill> table = IntStream.range(0, rows)
                .mapToObj(i -> row("" + i, "row", "0001", null))
                .iterator();
        node.model.fillMissing(node.stamp(), rows, new Iterator<>() {
            @Override
            public boolean hasNext() {
                boolean more = table.hasNext();
                ended.compareAndSet(false, !more);
                return more;
            }

            @Override
            public Fill next() {
                return table.next();
            }
        });
        await(ended::get);
        settled(node);
    }

    @Test
    @Tag("F63")
    void a_table_that_waits_is_let_go_when_redis_is_lost() {
        two.close();
        two = open(options.toBuilder().maxQueuedFills(100).build());
        AtomicInteger fetched = new AtomicInteger();
        faulty.before = name -> {
            if (name.equals("lacking")) {
                throw new JedisConnectionException("cut");
            }
        };

        two.model.fillMissing(
                two.stamp(),
                5_000,
                IntStream.range(0, 5_000)
                        .mapToObj(i -> {
                            fetched.incrementAndGet();
                            return TestNode.row("" + i, "row");
                        })
                        .iterator());

        await(() -> two.member.wasTold("disconnected"));
        faulty.before = name -> {};
        await(two.level::isConnected);
        settled(two);
        assertThat(fetched).hasValueLessThan(5_000);
        assertThat(two.read("4999")).isNull();
    }

    @Test
    @Tag("H21")
    @Tag("H26")
    void what_is_loaded_when_everything_was_lost_is_offered_although_redis_is_not_trusted_yet() {
        one.filled("1", "of the epoch that is gone");
        two.member.onLost = () -> {
            Stamp loading = two.model.stamp();
            two.model.fill(loading, List.of(TestNode.row("1", "loaded anew")));
        };

        redis.flushAll();
        one.publish("2");

        await(() -> "loaded anew".equals(one.read("1")));
    }

    @Test
    void while_rows_are_on_their_way_the_next_ones_are_written_down() {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch gate = held("fill", sending);
        Fill[] rows = IntStream.range(0, 300)
                .mapToObj(i -> row("" + i, "row", null, null))
                .toArray(Fill[]::new);

        two.model.fill(two.stamp(), List.of(rows));
        waitFor(sending);
        await(() -> written.get() == 256);

        assertThat(one.read("128")).as("one call at a time").isNull();
        gate.countDown();
        await(() -> "row".equals(one.read("299")));
        assertThat(written).hasValue(300);
    }

    /** Holds calls of that name before they are sent, and says so, until the gate is opened. */
    private CountDownLatch held(String call, CountDownLatch sending) {
        CountDownLatch gate = new CountDownLatch(1);
        faulty.before = name -> {
            if (name.equals(call)) {
                sending.countDown();
                waitFor(gate);
            }
        };
        return gate;
    }
}
