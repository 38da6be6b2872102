package io.turnkey.redis;

import static io.turnkey.testing.redis.RedisServer.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Messages that are lost, late, doubled or forged. */
class MessagesTest extends TwoNodesTest {
    @Test
    @Tag("H9")
    void a_lost_message_is_repaired_when_the_next_one_arrives() {
        faulty.arrives = message -> !tells(message, "lost");
        one.publish("lost");
        await(() -> sequence() == 1);
        int before = two.member.told.size();

        one.publish("2");

        two.awaitNews("lost", before);
        assertThat(two.member.told.subList(before, two.member.told.size()))
                .as("of what was missed is known what it was, so not everything falls")
                .doesNotContain("lost");
    }

    @Test
    @Tag("H9")
    void a_lost_message_that_is_the_last_one_is_found_by_the_heartbeat() {
        two.close();
        two = open(options.toBuilder()
                .commandTimeout(Duration.ofMillis(100))
                .heartbeat(Duration.ofMillis(100))
                .build());
        faulty.arrives = message -> !tells(message, "lost");
        int before = two.member.told.size();

        one.publish("lost");

        two.awaitNews("lost", before);
    }

    @Test
    @Tag("H9")
    void messages_in_the_wrong_order_or_twice_are_all_applied_and_leave_no_hole() {
        List<byte[]> kept = new CopyOnWriteArrayList<>();
        faulty.arrives = message -> !kept.add(message);
        int before = two.member.told.size();
        for (int i = 1; i <= 3; i++) {
            one.publish(String.valueOf(i));
            int sent = i;
            await(() -> kept.size() == sent);
        }
        faulty.arrives = message -> true;

        for (int i : new int[] {2, 0, 0, 1, 2}) {
            faulty.deliver(kept.get(i));
        }

        for (int i = 1; i <= 3; i++) {
            two.awaitNews(String.valueOf(i), before);
        }
        one.publish("4");
        two.awaitNews("4", before);
        await(() -> two.stamp().sequence() == 4);
        assertThat(two.member.told)
                .as("nothing but the start")
                .filteredOn("lost"::equals)
                .hasSize(1);
    }

    @Test
    @Tag("F65")
    void garbage_in_the_channel_is_told_and_harms_nothing() {
        for (byte[] garbage : List.of(
                "".getBytes(StandardCharsets.UTF_8),
                "hello".getBytes(StandardCharsets.UTF_8),
                ("1" + "e".repeat(16) + "0".repeat(16) + "Cxxx").getBytes(StandardCharsets.UTF_8),
                new byte[10_000])) {
            redis.publish((TestNode.PREFIX + "changes").getBytes(StandardCharsets.UTF_8), garbage);
        }
        await(() -> two.observer.told.stream()
                        .filter(text -> text.contains("none of ours"))
                        .count()
                == 4);

        int before = two.member.told.size();
        one.publish("1");
        two.awaitNews("1", before);
        assertThat(two.level.isConnected()).isTrue();
    }

    @Test
    @Tag("F65")
    void a_forged_number_does_not_keep_the_node_busy_for_ever() {
        one.filled("1", "ada");
        String forged = "1" + two.stamp().epoch() + "0000000999999999" + "C" + "x".repeat(16) + "\0\0\0\0" + "\0\0\0\0";

        redis.publish(TestNode.PREFIX + "changes", forged);

        int before = two.member.told.size();
        one.publish("1");
        two.awaitNews("1", before);
        await(() -> two.model.stamp() != null && two.stamp().sequence() == sequence());
        two.filled("1", "new");
        int calls = faulty.calls.size();
        one.publish("2");
        two.awaitNews("2", before);
        assertThat(faulty.calls.size() - calls).isLessThan(20);
    }

    @Test
    @Tag("H10")
    void the_node_that_writes_reads_around_its_own_write_until_it_has_arrived() throws InterruptedException {
        two.filled("1", "old");
        CountDownLatch gate = new CountDownLatch(1);
        faulty.before = name -> {
            if (name.equals("invalidate")) {
                waitFor(gate);
            }
        };
        assertThat(two.read("1")).isEqualTo("old");

        two.publish("1");

        assertThat(two.read("1")).as("Redis still has the old copy").isNull();
        assertThat(one.read("1")).isEqualTo("old");
        two.fill(two.stamp(), "1", "refill");
        gate.countDown();
        await(() -> sequence() == 1);
        await(() -> one.member.dropped("1", 0));
        assertThat(one.read("1")).isNull();
    }

    @Test
    @Tag("H10")
    void an_answer_that_was_under_way_during_the_write_is_not_believed() throws InterruptedException {
        two.model.fill(two.stamp(), List.of(TestNode.row("1", "old", null, null, java.util.Map.of("email", "h"))));
        await(() -> two.read("1") != null);
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        faulty.after = name -> {
            if (name.equals("read")) {
                read.countDown();
                waitFor(gate);
            }
        };
        faulty.before = name -> {
            if (name.equals("invalidate")) {
                waitFor(told);
            }
        };
        List<String> answers = new CopyOnWriteArrayList<>();
        Thread reader = new Thread(() -> answers.add(String.valueOf(two.read("email", "h"))));
        reader.start();
        waitFor(read);

        two.publish("1");
        gate.countDown();

        reader.join();
        assertThat(answers).containsExactly("null");
        told.countDown();
    }

    @Test
    @Tag("H10")
    @Tag("P1")
    void nor_if_the_write_has_been_told_before_it_arrives() throws InterruptedException {
        two.model.fill(two.stamp(), List.of(TestNode.row("1", "old", null, null, java.util.Map.of("email", "h"))));
        await(() -> two.read("1") != null);
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        faulty.after = name -> {
            if (name.equals("read")) {
                read.countDown();
                waitFor(gate);
            }
        };
        two.publish("2");
        List<String> answers = new CopyOnWriteArrayList<>();
        Thread reader = new Thread(() -> answers.add(String.valueOf(two.read("email", "h"))));
        reader.start();
        waitFor(read);

        two.publish("1");
        await(() -> sequence() == 2 && two.hasDelivered());
        gate.countDown();

        reader.join();
        assertThat(answers).containsExactly("null");
    }

    @Test
    @Tag("H2")
    void a_fill_that_waited_while_the_row_was_written_is_not_sent() {
        CountDownLatch gate = new CountDownLatch(1);
        faulty.before = name -> {
            if (name.equals("fill")) {
                waitFor(gate);
            }
        };
        two.fill(two.stamp(), "0", "keeps the lane busy");
        await(() -> faulty.calls.contains("fill"));
        two.fill(two.stamp(), "1", "old");
        two.fill(two.stamp(), "2", "first");
        two.fill(two.stamp(), "2", "second");
        two.publish("1");
        gate.countDown();

        await(() -> "second".equals(one.read("2")));
        assertThat(one.read("1")).isNull();
        assertThat(faulty.calls)
                .filteredOn("fill"::equals)
                .as("rows go together")
                .hasSize(2);
        assertThat(faulty.calls.indexOf("invalidate")).isLessThan(faulty.calls.lastIndexOf("fill"));
    }

    @Test
    @Tag("H2")
    void a_write_whose_answer_was_lost_is_told_again() {
        faulty.after = name -> {
            if (name.equals("invalidate")) {
                faulty.after = other -> {};
                throw new JedisConnectionException("cut");
            }
        };
        one.filled("1", "ada");
        int before = one.member.told.size();

        two.publish("1");

        one.awaitNews("1", before);
        await(two.level::isConnected);
        await(() -> sequence() == 2);
        assertThat(two.read("1")).isNull();
    }

    private static boolean tells(byte[] message, String id) {
        return new String(message, StandardCharsets.ISO_8859_1).contains(id);
    }
}
