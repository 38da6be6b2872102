package io.turnkey.redis;

import static io.turnkey.testing.redis.RedisServer.await;

import io.turnkey.RedisOptions;
import io.turnkey.testing.redis.RedisServer;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import redis.clients.jedis.Jedis;

/** Two nodes of one Redis; what the second one calls and hears can be made to fail. */
abstract class TwoNodesTest {
    static RedisServer server;

    final RedisOptions options = TestNode.options(server.url()).build();
    Jedis redis;
    FaultyServer faulty;
    TestNode one;
    TestNode two;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    final void open() {
        redis = server.jedis();
        redis.flushAll();
        one = TestNode.of(options);
        two = open(options);
    }

    @AfterEach
    final void close() {
        one.close();
        two.close();
        redis.close();
    }

    final TestNode open(RedisOptions chosen) {
        faulty = new FaultyServer(chosen);
        TestNode node = TestNode.through(faulty, chosen);
        await(node.level::isConnected);
        return node;
    }

    final long sequence() {
        String sequence = redis.hget(TestNode.PREFIX + "m", "seq");
        return sequence == null ? 0 : Long.parseLong(sequence);
    }

    static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
