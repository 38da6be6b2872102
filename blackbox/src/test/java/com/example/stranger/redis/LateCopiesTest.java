package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.fresh.Call;
import com.example.stranger.fresh.Gate;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Database;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@BothDatabases
@DisplayName("What was read before a write does not come in after it, through Redis either")
class LateCopiesTest extends RedisTest {
    LateCopiesTest(Database database) {
        super(database);
    }

    /** What a server under memory pressure, or an operator, does between a write and the copy that comes late. */
    @ParameterizedTest
    @ValueSource(strings = {"nothing", "fences evicted", "everything evicted", "flushed"})
    @Tag("H2")
    @Tag("H25")
    @Tag("H21")
    void aCopyThatReachesRedisAfterTheWrite(String meanwhile) {
        persist(subscriber(1, "outdated"), subscriber(2, "barrier"));
        Line line = closing(new Line(server.port()));
        Node a = node("a", options(line.url()).build());
        Node b = node("b");
        Gate fill = line.holdNext("outdated");
        a.body(1);
        fill.awaitArrival();

        b.change(1, "new");
        soon(() -> assertThat(stored.sequence()).isOne());
        switch (meanwhile) {
            case "fences evicted" -> stored.delete("f");
            case "everything evicted" -> redis.del(stored.name("m"), stored.name("f"));
            case "flushed" -> redis.flushAll();
            default -> assertThat(stored.has("f")).isTrue();
        }
        // Not whether it has a fence: what was told shortly before a new epoch counts as lost, which invalidates
        // everything, and no fence is left.
        long told = redis.exists(stored.name("m")) ? 1 : 0;
        b.change(2, "as if nothing had happened");
        soon(() -> assertThat(stored.sequence()).isGreaterThan(told));
        fill.open();
        soon(() -> {
            a.subscribers().getById(2L);
            b.subscribers().getById(2L);
            b.subscribers().refreshById(2L);
            b.subscribers().invalidateById(2L);
            b.subscribers().getById(2L);
            assertThat(stored.has("v:2")).isTrue();
        });

        assertThat(stored.text(1)).doesNotContain("outdated");
        assertThat(node("c").body(1)).isEqualTo("new");
        soon(() -> assertThat(a.body(1)).isEqualTo("new"));
    }

    @Test
    @Tag("H2")
    void aLoadThatBeganBeforeTheWriteOfANodeItDoesNotHear() {
        persist(subscriber(1, "outdated"), subscriber(2, "barrier"));
        Node a = node("a", options(server.url()).clusterSync(false).build());
        Node b = node("b");
        Gate answer = a.site().loads().holdNextAnswer();
        Call<String> reader = Call.to(() -> a.body(1));
        answer.awaitArrival();

        b.change(1, "new");
        soon(() -> assertThat(stored.sequence()).isOne());
        answer.open();
        reader.result();
        a.body(2);
        stored.await(2);

        assertThat(stored.text(1)).doesNotContain("outdated");
        assertThat(node("c").body(1)).isEqualTo("new");
    }

    @Test
    @Tag("H1")
    @Tag("P4")
    void aLoadThatBeganBeforeTheWriteOfAnotherNodeIsNotKept() {
        persist(subscriber(1, "old"), subscriber(2, "barrier"));
        Node a = node("a");
        Node b = node("b");
        a.body(2);
        Gate answer = a.site().loads().holdNextAnswer();
        Call<String> reader = Call.to(() -> a.body(1));
        answer.awaitArrival();

        b.change(1, "new");
        b.change(2, "told later");
        soon(() -> assertThat(a.subscribers().isCachedById(2L)).isFalse());
        assertThat(a.body(1)).as("who comes later has a load of its own").isEqualTo("new");
        answer.open();
        reader.result();

        assertThat(a.body(1)).isEqualTo("new");
        assertThat(stored.text(1)).doesNotContain("old");
    }

    @Test
    @Tag("H10")
    @Tag("P1")
    void theWriterReadsAroundRedisUntilRedisKnows() {
        persist(subscriber(1, "old"));
        Line line = closing(new Line(server.port()));
        Node a = node("a", options(line.url()).build());
        a.body(1);
        stored.await(1);
        Gate invalidation = line.holdNext(stored.name("changes"));

        a.change(1, row -> {
            row.body = "new";
            row.email = "moved";
        });
        invalidation.awaitArrival();
        assertThat(stored.text(1)).as("Redis does not know yet").contains("old");

        assertThat(a.body(1)).isEqualTo("new");
        assertThat(a.subscribers().getByEmail("mail1")).isEmpty();
        assertThat(a.bodyByEmail("moved")).isEqualTo("new");
        assertThat(a.subscribers().getByTenantAndLogin(1L, "login1"))
                .map(SubscriberSnapshot::body)
                .contains("new");
        invalidation.open();
        soon(() -> assertThat(stored.text(1)).doesNotContain("old"));
        a.agrees();
    }

    @Test
    @Tag("H10")
    @Tag("H15")
    void theWriterOfAnyRowsReadsAroundRedisUntilRedisKnows() {
        persist(subscriber(1, "old"));
        Line line = closing(new Line(server.port()));
        Node a = node("a", options(line.url()).build());
        a.body(1);
        stored.await(1);
        Gate invalidation = line.holdNext(stored.name("changes"));

        a.write(em -> em.createQuery("update Subscriber set body = 'new'").executeUpdate());
        invalidation.awaitArrival();

        assertThat(a.bodyByEmail("mail1")).isEqualTo("new");
        assertThat(a.body(1)).isEqualTo("new");
        invalidation.open();
        soon(() -> assertThat(node("b").body(1)).isEqualTo("new"));
    }

    @Test
    @Tag("H10")
    @Tag("H4")
    void aReaderDuringTheCommitBringsNothingInFromRedis() {
        persist(subscriber(1, "old"));
        Node a = node("a");
        a.body(1);
        stored.await(1);
        Gate committed = a.site().writes().holdNextCommitted();
        Call<Boolean> writer = Call.toRun(() -> a.change(1, "new"));
        committed.awaitArrival();

        Call<Optional<SubscriberSnapshot>> reader =
                Call.to(() -> a.subscribers().getById(1L));
        reader.result();
        committed.open();
        writer.result();

        assertThat(a.body(1)).isEqualTo("new");
        assertThat(a.bodyByEmail("mail1")).isEqualTo("new");
    }

    @Test
    @Tag("H11")
    void aRefreshThatReadBeforeTheWriteOfAnotherNode() {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        Node a = node("a");
        Node b = node("b");
        a.body(1);
        Gate answer = a.site().loads().holdNextAnswer();
        Call<Boolean> refresh = Call.toRun(() -> a.subscribers().refresh());
        answer.awaitArrival();

        b.change(1, "new");
        soon(() -> assertThat(a.subscribers().isCachedById(1L)).isFalse());
        answer.open();
        refresh.result();

        assertThat(a.body(1)).isEqualTo("new");
        soon(() -> assertThat(stored.text(1)).doesNotContain("old"));
    }
}
