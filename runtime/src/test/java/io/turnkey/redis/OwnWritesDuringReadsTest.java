package io.turnkey.redis;

import static io.turnkey.testing.redis.RedisServer.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.spi.SharedChange;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.redis.RedisServer;
import io.turnkey.testing.redis.Wire;
import io.turnkey.testing.redis.Wire.Hold;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import redis.clients.jedis.Jedis;

@DisplayName(
        "What this node has written, and told, between the script of a read and the copies behind it, is not read as it was before")
@Tag("H10")
@Tag("P1")
class OwnWritesDuringReadsTest {
    private static RedisServer server;

    private final Wire wire = new Wire(server.port());
    private final TestNode other = TestNode.of(TestNode.options(server.url()).build());
    private final TestNode node =
            TestNode.of(TestNode.options(wire.url()).maxQueuedChanges(1).build());

    /** Ways to make a copy outdated; after some of them it is still there. */
    enum Step {
        A_ROW(node -> node.publish("1")),
        ANY_ROW(node -> node.model.publish(SharedChange.everything())),
        MORE_ROWS_THAN_ARE_REMEMBERED(node -> node.publish("1", "2")),
        CLEARED(node -> node.model.clear()),
        FOUND_TO_BE_OUTDATED(node -> {
            node.model.forget(List.of("1"));
            try (Jedis redis = server.jedis()) {
                await(() -> !redis.exists(TestNode.PREFIX + "v:1"));
            }
        });

        private final Consumer<TestNode> step;

        Step(Consumer<TestNode> step) {
            this.step = step;
        }
    }

    @BeforeAll
    static void start() {
        server = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void aCopy() {
        other.filled("1", "old");
        assertThat(node.read("1")).isEqualTo("old");
    }

    @AfterEach
    void close() {
        node.close();
        other.close();
        wire.close();
        try (Jedis redis = server.jedis()) {
            redis.flushAll();
        }
    }

    @ParameterizedTest
    @EnumSource
    void isNotRead(Step write) {
        Hold copies = wire.holdBehindTheFirst("MGET");
        Call<String> reader = Call.of(() -> String.valueOf(node.read("1")));
        copies.awaitReached();

        write.step.accept(node);
        await(node::hasDelivered);
        copies.open();

        assertThat(reader.get()).isEqualTo("null");
        assertThat(node.read("1")).isNull();
    }
}
