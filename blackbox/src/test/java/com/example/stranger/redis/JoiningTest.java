package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.fresh.Call;
import com.example.stranger.fresh.Gate;
import io.turnkey.annotation.LoadMode;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("A node that comes, and one that comes again")
class JoiningTest extends RedisTest {
    @Test
    @Tag("H26")
    void servesNothingThatItReadBeforeItCouldHear() {
        persist(subscriber(1, "old"));
        Line line = closing(new Line(server.port()));
        Node a = node("a");
        Gate subscription = line.holdNext("SUBSCRIBE");
        Call<Node> opening = Call.to(() -> node(
                "b",
                options(line.url()).build(),
                group -> group.configure(SubscriberCache.class, o -> o.load(LoadMode.FULL))));
        subscription.awaitArrival();

        a.change(1, "new");
        soon(() -> assertThat(stored.sequence()).isOne());
        subscription.open();

        Node b = opening.result();
        assertThat(b.body(1)).isEqualTo("new");
        assertThat(b.loads()).as("it has the whole table").isZero();
        a.change(1, "newer");
        soon(() -> assertThat(b.body(1)).isEqualTo("newer"));
    }

    @Test
    @Tag("H26")
    void flushesNobody() {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        Node a = node("a");
        a.subscribers().getManyById(List.of(1L, 2L));
        stored.await(1, 2);
        String epoch = stored.epoch();

        Node b = node("b");
        assertThat(b.body(1)).isEqualTo("old");
        assertThat(b.loads()).isZero();
        b.change(2, "barrier");
        soon(() -> assertThat(a.body(2)).isEqualTo("barrier"));

        assertThat(a.subscribers().isCachedById(1L)).isTrue();
        assertThat(stored.epoch()).isEqualTo(epoch);
        assertThat(stored.has("v:1")).isTrue();
    }

    @Test
    @Tag("F50")
    @Tag("F66")
    void findsWhatTheLastOneLeftWarmAndRight() {
        for (long id = 1; id <= 101; id++) {
            persist(subscriber(id, "old"));
        }
        List<Long> ids = LongStream.rangeClosed(1, 100).boxed().toList();
        Node first = node("a");
        first.subscribers().getManyById(ids);
        first.body(101);
        Node writer = node("c");
        writer.change(1, "new");
        writer.change(101, "told later");
        soon(() -> assertThat(first.subscribers().isCachedById(101L)).isFalse());
        first.body(1);
        stored.await(ids.toArray());
        first.close();
        writer.close();

        Node second = node("b");
        assertThat(second.subscribers().getManyById(ids)).hasSize(100);
        assertThat(second.body(1)).isEqualTo("new");
        assertThat(second.loads()).isZero();
        assertThat(second.subscribers().stats().l2Hits()).isEqualTo(100);
        second.agrees();
    }

    @Test
    @Tag("F66")
    void servesFromRedisWhileTheDatabaseIsDown() {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        try (Node first = node("a")) {
            first.subscribers().getManyById(List.of(1L, 2L));
            stored.await(1, 2);
        }
        site("b").loads().cut(true);

        Node second = node(
                "b",
                options(server.url()).build(),
                group -> group.configure(SubscriberCache.class, o -> o.load(LoadMode.FULL)));
        assertThat(second.caches().isInitialized())
                .as("the table could not be read")
                .isFalse();
        assertThat(second.body(1)).isEqualTo("old");
        assertThat(second.bodyByEmail("mail2")).isEqualTo("old");
        assertThat(second.subscribers().getByTenantAndLogin(1L, "login2")).isPresent();
        site("b").loads().reset();

        second.caches().init();
        assertThat(second.caches().isInitialized()).isTrue();
        second.agrees();
    }

    @Test
    @Tag("F50")
    void sendsWhatIsQueuedBeforeItGoes() {
        for (long id = 1; id <= 102; id++) {
            persist(subscriber(id, "row " + id));
        }
        Line line = closing(new Line(server.port()));
        Node a = node("a", options(line.url()).build(), group -> group.maxConcurrentLoads(1));
        Gate held = line.holdNext("row 1");
        a.body(1);
        held.awaitArrival();
        a.subscribers().getManyById(LongStream.rangeClosed(2, 101).boxed().toList());
        // It begins when the load before it has done everything.
        a.body(102);
        a.change(1, "new");

        Call<Boolean> closing = Call.toRun(a::close);
        held.open();
        closing.result();

        assertThat(stored.copiesAndLinks()).hasSizeGreaterThanOrEqualTo(3 * 100);
        assertThat(stored.sequence()).isOne();
        assertThat(stored.has("v:1")).isFalse();
    }

    @Test
    @Tag("F50")
    void leavesNoThreadAndNoConnectionBehind() {
        persist(subscriber(1, "old"));
        Node a = node("a");
        a.body(1);
        a.change(1, "new");

        a.close();

        soon(() -> assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("turnkey-" + Node.GROUP + "-")));
        soon(() -> assertThat(redis.clientList().lines()).as("this one").hasSize(1));
        assertThat(stored.sequence()).as("the write was told").isOne();
    }
}
