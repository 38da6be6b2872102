package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.stranger.fresh.Call;
import io.turnkey.testing.redis.Wire;
import io.turnkey.testing.redis.Wire.Hold;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A write while Redis is being read: after the model's state has been asked for, and before the copies are")
@Tag("H1")
@Tag("H15")
class WritesDuringReadsTest extends RedisTest {
    private Wire wire;
    private Node a;
    private Node b;

    /** Ways to give row 1 the body "new". */
    enum Way {
        ROW((test, node) -> node.change(1, "new")),
        BULK((test, node) -> node.write(em -> em.createQuery("update Subscriber set body = 'new' where id = 1")
                .executeUpdate())),
        PAST_HIBERNATE((test, node) -> {
            test.jdbc("update subscriber set body = 'new' where id = 1");
            node.subscribers().clear();
        });

        private final BiConsumer<WritesDuringReadsTest, Node> write;

        Way(BiConsumer<WritesDuringReadsTest, Node> write) {
            this.write = write;
        }
    }

    /** Redis has a copy of row 1; node a has row 2 in memory alone. */
    @BeforeEach
    void rows() {
        persist(subscriber(1, "old"), subscriber(2, "barrier"));
        wire = closing(new Wire(server.port()));
        b = node("b");
        b.body(1);
        stored.await(1);
        a = node("a", options(wire.url()).build());
        a.body(2);
    }

    /** Node a reads row 1 from Redis, and is about to look for the copy. */
    private Reader reader() {
        Hold copies = wire.holdBehindTheFirst("MGET");
        Call<String> call = Call.to(() -> a.body(1));
        copies.awaitReached();
        return new Reader(copies, call);
    }

    private record Reader(Hold copies, Call<String> call) {
        void goOn() {
            copies.open();
            assertThat(call.result()).isIn("old", "new");
        }
    }

    @ParameterizedTest
    @EnumSource
    @Tag("P4")
    void ofAnotherNodeWhichIsHeardBeforeTheCopyComes(Way way) {
        Reader reader = reader();

        way.write.accept(this, b);
        b.change(2, "told later");
        soon(() -> assertThat(a.subscribers().isCachedById(2L)).isFalse());
        reader.goOn();

        assertThat(a.body(1)).isEqualTo("new");
        a.agrees();
        assertThat(node("c").body(1)).isEqualTo("new");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("P4")
    void ofAnotherNodeWhichIsHeardAfterTheCopyCame(Way way) {
        Reader reader = reader();
        Hold news = wire.holdAnswer(stored.name("changes"));

        way.write.accept(this, b);
        news.awaitReached();
        reader.goOn();
        news.open();

        soon(() -> assertThat(a.body(1)).isEqualTo("new"));
        a.agrees();
        assertThat(node("c").body(1)).isEqualTo("new");
    }

    @ParameterizedTest
    @EnumSource
    @Tag("P1")
    @Tag("H10")
    void ofTheNodeThatReads(Way way) {
        Reader reader = reader();

        way.write.accept(this, a);
        assertThat(a.body(1)).isEqualTo("new");
        assertThat(reader.call.isDone())
                .as("who comes later has a read of its own")
                .isFalse();
        a.awaitDelivered();
        reader.goOn();

        assertThat(a.body(1)).isEqualTo("new");
        a.agrees();
        assertThat(node("c").body(1)).isEqualTo("new");
    }
}
