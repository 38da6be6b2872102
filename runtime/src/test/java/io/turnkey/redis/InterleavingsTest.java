package io.turnkey.redis;

import static io.turnkey.testing.redis.RedisServer.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.RedisOptions;
import io.turnkey.spi.SharedModel.Question;
import io.turnkey.spi.SharedModel.Stamp;
import io.turnkey.testing.redis.RedisServer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;

/**
 * Two nodes load, fill, write, clear and read at random while connections break and Redis loses what it has. The value of a row is the number of writes that its load has seen: a read never answers with fewer than
 * had been acknowledged before it, and the node that writes never with fewer than it has written.
 */
@Tag("H2")
@Tag("H10")
@Tag("H21")
@Tag("H25")
class InterleavingsTest {
    private static final int ROWS = 4;
    private static RedisServer server;

    @BeforeAll
    static void start() {
        server = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void a_read_never_answers_with_what_a_load_before_an_acknowledged_write_has_brought() {
        for (int run = 0; run < 25; run++) {
            long seed = ThreadLocalRandom.current().nextLong();
            try (Run steps = new Run(seed, true)) {
                steps.take(120);
            }
        }
    }

    @Test
    void nor_without_a_fault() {
        for (int run = 0; run < 10; run++) {
            try (Run steps = new Run(ThreadLocalRandom.current().nextLong(), false)) {
                steps.take(200);
                assertThat(steps.hits).as("the test has read something").isPositive();
            }
        }
    }

    /** A load under way: what it knew, and what it read. */
    private record Load(TestNode node, @Nullable Stamp stamp, int row, int value) {}

    private static final class Run implements AutoCloseable {
        private final long seed;
        private final Random random;
        private final boolean faults;
        private final Jedis redis = server.jedis();
        private final TestNode[] nodes = new TestNode[2];
        private final FaultyServer[] servers = new FaultyServer[2];
        private final int[] written = new int[ROWS];
        private final int[] acknowledged = new int[ROWS];
        private final int[][] ownWrites = new int[2][ROWS];
        private final Deque<Load> loads = new ArrayDeque<>();
        private int hits;

        Run(long seed, boolean faults) {
            this.seed = seed;
            this.random = new Random(seed);
            this.faults = faults;
            redis.flushAll();
            RedisOptions options = TestNode.options(server.url())
                    .maxQueuedChanges(3)
                    .commandTimeout(Duration.ofSeconds(2))
                    .heartbeat(Duration.ofSeconds(2))
                    .build();
            for (int i = 0; i < 2; i++) {
                servers[i] = new FaultyServer(options);
                nodes[i] = TestNode.through(servers[i], options);
                await(nodes[i].level::isConnected);
            }
        }

        void take(int steps) {
            for (int i = 0; i < steps; i++) {
                int node = random.nextInt(2);
                int row = random.nextInt(ROWS);
                switch (random.nextInt(faults ? 12 : 10)) {
                    case 0, 1, 2 -> begin(nodes[node], row);
                    case 3, 4 -> end();
                    case 5 -> write(node, row);
                    case 6 -> acknowledge();
                    case 7, 8 -> read(node, row);
                    case 9 -> clear(node);
                    default -> fail(node);
                }
                settleAtTimes();
            }
        }

        private void settleAtTimes() {
            if (random.nextInt(3) == 0) {
                // Lets a few fills arrive; how many is left to chance.
                Thread.yield();
                redis.ping();
            }
        }

        private void begin(TestNode node, int row) {
            Stamp stamp = random.nextBoolean()
                    ? node.model.stamp()
                    : node.model.read(List.of(new Question(null, "" + row))).stamp();
            loads.add(new Load(node, stamp, row, written[row]));
        }

        private void end() {
            Load load = random.nextBoolean() ? loads.pollFirst() : loads.pollLast();
            if (load != null && load.stamp() != null) {
                load.node().fill(load.stamp(), "" + load.row(), "" + load.value());
            }
        }

        private void write(int node, int row) {
            written[row]++;
            ownWrites[node][row] = written[row];
            nodes[node].publish("" + row);
        }

        private void clear(int node) {
            if (random.nextInt(4) == 0) {
                for (int row = 0; row < ROWS; row++) {
                    ownWrites[node][row] = written[row];
                }
                nodes[node].model.clear();
            }
        }

        /** Waits until both have told everything. */
        private void acknowledge() {
            for (TestNode node : nodes) {
                await(node.level::isConnected);
                await(node::hasDelivered);
            }
            System.arraycopy(written, 0, acknowledged, 0, ROWS);
        }

        private void read(int node, int row) {
            int least = Math.max(acknowledged[row], ownWrites[node][row]);
            String value = nodes[node].read("" + row);
            if (value != null) {
                hits++;
                assertThat(Integer.parseInt(value))
                        .as("row %s, seed %s", row, seed)
                        .isGreaterThanOrEqualTo(least);
            }
        }

        private void fail(int node) {
            switch (random.nextInt(7)) {
                case 0 -> redis.clientKill(new ClientKillParams().type(ClientType.PUBSUB));
                case 1 ->
                    redis.clientKill(
                            new ClientKillParams().type(ClientType.NORMAL).skipMe(ClientKillParams.SkipMe.YES));
                case 2 -> redis.flushAll();
                case 3 -> redis.del(TestNode.PREFIX + "f");
                case 4 -> redis.del(TestNode.PREFIX + "m");
                case 5 -> redis.scriptFlush();
                default -> servers[node].breakNextAnswer();
            }
        }

        @Override
        public void close() {
            for (TestNode node : nodes) {
                node.close();
            }
            redis.close();
        }
    }
}
