package io.turnkey.redis;

import static io.turnkey.testing.redis.RedisServer.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.RedisOptions;
import io.turnkey.spi.SharedChange;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;

/** The order in which a node joins, at first and after its subscription was cut: it hears, then asks, then reads copies. */
class JoiningTest extends TwoNodesTest {
    @Test
    @Tag("H26")
    void a_node_asks_where_things_stand_only_after_it_hears_and_reads_copies_only_after_that() {
        one.filled("1", "ada");
        two.close();
        CountDownLatch gate = new CountDownLatch(1);
        CountDownLatch reached = new CountDownLatch(1);
        faulty = new FaultyServer(options);
        faulty.beforeAcknowledged = () -> {
            reached.countDown();
            waitFor(gate);
        };
        two = TestNode.through(faulty, options);
        waitFor(reached);

        assertThat(two.read("1")).isNull();
        assertThat(two.model.stamp()).isNull();
        assertThat(faulty.calls).containsExactly("open");
        assertThat(two.member.told).doesNotContain("connected");
        gate.countDown();

        await(two.level::isConnected);
        assertThat(faulty.calls).startsWith("open", "subscribed", "state");
        assertThat(two.member.told).containsExactly("lost", "connected");
        assertThat(two.read("1")).isEqualTo("ada");
        assertThat(one.member.told)
                .as("who joins takes nothing from the others")
                .containsExactly("lost", "connected");
    }

    @Test
    @Tag("H26")
    void a_write_while_a_node_joins_is_not_missed() {
        two.close();
        faulty = new FaultyServer(options);
        faulty.after = name -> {
            if (name.equals("state")) {
                faulty.after = other -> {};
                long sequence = sequence();
                one.publish("1");
                await(() -> sequence() == sequence + 1);
            }
        };
        two = TestNode.through(faulty, options);

        await(two.level::isConnected);
        await(() -> two.stamp().sequence() == sequence());
        one.publish("2");
        two.awaitNews("2", 0);
        await(() -> two.stamp().sequence() == sequence());
    }

    @Test
    @Tag("H8")
    void what_was_written_while_the_subscription_was_cut_is_told_before_copies_are_read_again() {
        one.filled("1", "ada");
        CountDownLatch gate = new CountDownLatch(1);
        faulty.before = name -> {
            if (name.equals("open")) {
                waitFor(gate);
            }
        };
        int before = two.member.told.size();
        redis.clientKill(new ClientKillParams().type(ClientType.PUBSUB));
        await(() -> two.member.wasTold("disconnected"));
        assertThat(two.read("1")).isNull();
        one.publish("1");
        await(() -> sequence() == 1);
        one.publish("2");
        await(() -> sequence() == 2);
        gate.countDown();

        await(two.level::isConnected);
        List<Object> told = two.member.told.subList(before, two.member.told.size());
        assertThat(told).containsExactly("disconnected", SharedChange.of(Set.of("1", "2")), "connected");
    }

    @Test
    @Tag("F64")
    void a_node_that_does_not_hear_itself_says_so() {
        RedisOptions quick = options.toBuilder()
                .commandTimeout(Duration.ofMillis(50))
                .connectTimeout(Duration.ofMillis(100))
                .build();
        FaultyServer deaf = new FaultyServer(quick);
        deaf.arrives = message -> false;
        try (TestNode three = TestNode.through(deaf, quick)) {
            await(() -> three.observer.wasTold("a message to ourselves was not heard"));
            assertThat(three.level.isConnected()).isFalse();
            deaf.arrives = message -> true;
            await(three.level::isConnected);
        }
    }

    @Test
    @Tag("F63")
    void a_subscription_that_hangs_for_ever_is_given_up() {
        RedisOptions quick = options.toBuilder()
                .commandTimeout(Duration.ofMillis(50))
                .connectTimeout(Duration.ofMillis(100))
                .build();
        FaultyServer hanging = new FaultyServer(quick);
        CountDownLatch end = new CountDownLatch(1);
        hanging.beforeAcknowledged = () -> {
            hanging.beforeAcknowledged = () -> {};
            waitFor(end);
        };
        try (TestNode three = TestNode.through(hanging, quick)) {
            await(three.level::isConnected);
            one.publish("1");
            three.awaitNews("1", 0);
        } finally {
            end.countDown();
        }
    }
}
