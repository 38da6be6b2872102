package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.Branch;
import com.example.blackbox.fresh.BranchCache;
import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.fresh.Gate;
import io.turnkey.CacheEvent.ItemInvalidated;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Who is told what")
@Tag("F64")
class MessagesTest extends RedisTest {
    private void persistMany() {
        LongStream.rangeClosed(1, 20).forEach(id -> persist(subscriber(id, "old")));
    }

    @Test
    @Tag("H12")
    void readingTellsNobodyAnything() {
        persistMany();
        Node a = node("a");
        Node b = node("b", options(server.url()).build(), group -> group.defaults(o -> o.load(LoadMode.FULL)));
        redis.configResetStat();

        for (int round = 0; round < 3; round++) {
            for (Node node : List.of(a, b)) {
                SubscriberCache subscribers = node.subscribers();
                LongStream.rangeClosed(1, 25).forEach(subscribers::getById);
                subscribers.getManyByEmail(List.of("mail1", "nobody"));
                subscribers.listByTier("free");
                subscribers.listAll();
                subscribers.refreshById(3L);
                subscribers.sync(SyncMode.FULL);
                subscribers.audit(20);
            }
        }
        stored.await(LongStream.rangeClosed(1, 20).boxed().toArray());

        assertThat(redis.info("commandstats")).doesNotContain("cmdstat_publish");
        assertThat(stored.sequence()).isZero();
        assertThat(a.subscribers().stats().loads()).isLessThan(20);
    }

    @Test
    void oneTransactionIsOneMessage() {
        persistMany();
        Node a = node("a");
        Node b = node("b");
        b.subscribers().getManyById(List.of(1L, 2L, 3L));
        redis.configResetStat();

        a.write(em -> {
            for (long id = 1; id <= 10; id++) {
                em.find(Subscriber.class, id).body = "new";
            }
        });

        soon(() -> assertThat(b.body(1)).isEqualTo("new"));
        assertThat(redis.info("commandstats")).contains("cmdstat_publish:calls=1,");
        assertThat(stored.sequence()).isOne();
    }

    @Test
    void whatANodeSaidItselfDropsNothingThere() {
        persistMany();
        Line line = closing(new Line(server.port()));
        Node a = node("a", options(line.url()).build());
        Node b = node("b");
        Gate message = line.holdNext(stored.name("changes"));
        a.change(1, "new");
        message.awaitArrival();
        a.body(1);
        a.body(2);
        a.subscribers().listByTier("free");
        long loads = a.loads();

        message.open();
        soon(() -> assertThat(stored.sequence()).isOne());
        // Its message comes after that of the change, on the same connection.
        b.change(2, "barrier");
        soon(() -> assertThat(a.body(2)).isEqualTo("barrier"));

        assertThat(a.subscribers().isCachedById(1L)).isTrue();
        assertThat(a.loads()).as("the barrier alone").isEqualTo(loads + 1);
    }

    @Test
    void onlyWhatWasWrittenFalls() {
        persistMany();
        persist(new Branch(1L, "Bremen"));
        Node a = node("a");
        Node b = node("b");
        b.subscribers().getManyById(List.of(1L, 2L));
        b.caches().get(BranchCache.class).getById(1L);
        b.subscribers().getByEmail("nobody");
        b.subscribers().listByTier("gold");

        a.change(1, "new");

        soon(() -> assertThat(b.body(1)).isEqualTo("new"));
        assertThat(b.subscribers().isCachedById(2L)).isTrue();
        assertThat(b.subscribers().isCachedByTier("gold")).isTrue();
        assertThat(b.caches().get(BranchCache.class).isCachedById(1L)).isTrue();
        assertThat(b.heard().of(ItemInvalidated.class))
                .singleElement()
                .satisfies(event -> assertThat(event.id()).isEqualTo(1L));
    }

    @Test
    void whoDoesNotWantToBeToldIsAsOldAsItsTtl() {
        persistMany();
        Node a = node("a");
        Node b = node("b", options(server.url()).clusterSync(false).build());
        b.body(1);
        b.body(2);

        a.change(1, "new");
        // Changes that wait together are told together.
        soon(() -> assertThat(stored.sequence()).isEqualTo(1));
        a.change(2, "new");

        soon(() -> assertThat(stored.sequence()).isEqualTo(2));
        assertThat(b.body(1)).isEqualTo("old");
        b.subscribers().invalidateById(2L);
        assertThat(b.body(2)).as("not what Redis had before").isEqualTo("new");
        b.change(3, "new");
        assertThat(b.body(3)).isEqualTo("new");
        assertThat(redis.pubsubChannels("*")).as("of one node").hasSize(4 * 2);
    }

    @Test
    void groupsOfOtherNamesHaveNothingToDoWithEachOther() {
        persistMany();
        Node a = node("a");
        Node other = node("b", options(server.url()).build(), group -> group.name("other"));
        a.body(1);
        stored.await(1);

        assertThat(other.body(1)).isEqualTo("old");
        assertThat(other.loads()).isOne();
        a.change(1, "new");

        soon(() -> assertThat(stored.sequence()).isOne());
        assertThat(other.subscribers().isCachedById(1L)).isTrue();
    }
}
