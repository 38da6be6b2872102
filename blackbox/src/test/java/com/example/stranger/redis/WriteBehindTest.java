package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.fresh.Gate;
import com.example.stranger.support.Clock;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Rows are written to Redis behind the reader's back, and live there as long as in memory")
@Tag("F61")
class WriteBehindTest extends RedisTest {
    private final Clock clock = new Clock();

    private Node lazy(String site, Duration ttl) {
        return node(
                site,
                options(server.url()).build(),
                group -> group.clock(clock)
                        .configure(
                                SubscriberCache.class,
                                o -> o.ttl(ttl).staleWhileRevalidate(false).negativeTtl(Duration.ZERO)));
    }

    @Test
    void theReaderDoesNotWaitForIt() {
        persist(subscriber(1, "confidential"));
        Line line = closing(new Line(server.port()));
        Node a = node("a", options(line.url()).build());
        Gate fill = line.holdNext("confidential");

        assertThat(a.body(1)).isEqualTo("confidential");
        fill.awaitArrival();
        assertThat(stored.has("v:1")).isFalse();
        assertThat(a.body(1)).isEqualTo("confidential");
        fill.open();

        stored.await(1);
    }

    @Test
    void whatEveryKindOfLoadReads() {
        LongStream.rangeClosed(1, 6).forEach(id -> persist(subscriber(id, "old")));
        Node a = node("a");
        SubscriberCache subscribers = a.subscribers();

        subscribers.getById(1L);
        stored.await(1);
        subscribers.getByEmail("mail2");
        stored.await(2);
        subscribers.getManyById(List.of(3L));
        subscribers.getManyByEmail(List.of("mail4"));
        stored.await(3, 4);
        subscribers.listByTier("free");
        stored.await(5, 6);
        assertThat(stored.copiesAndLinks()).as("a copy and two keys each").hasSize(6 * 3);
    }

    @Test
    @Tag("F40")
    void aTableThatIsKeptWhole() {
        LongStream.rangeClosed(1, 200).forEach(id -> persist(subscriber(id, "old")));

        node("a", options(server.url()).build(), group -> group.defaults(o -> o.load(LoadMode.FULL)));

        soon(() -> assertThat(stored.copiesAndLinks()).hasSize(200 * 3));
    }

    @Test
    void itsLifeIsWhatIsLeft() {
        persist(subscriber(1, "old"));
        Node a = lazy("a", Duration.ofMinutes(10));
        a.body(1);
        stored.await(1);
        for (String name :
                List.of("v:1", stored.link("email").substring(stored.name("").length()))) {
            assertThat(stored.left(name)).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(10));
        }
    }

    @Test
    void whoReadsACopyInheritsWhatIsLeftWhateverItsClockSays() {
        persist(subscriber(1, "old"));
        lazy("a", Duration.ofMinutes(4)).body(1);
        stored.await(1);
        clock.advance(Duration.ofDays(400));
        Node b = lazy("b", Duration.ofMinutes(10));
        assertThat(b.body(1)).isEqualTo("old");
        assertThat(b.loads()).as("it came from Redis").isZero();
        jdbc("update Subscriber set body = 'new' where id = 1");
        redis.del(stored.name("v:1"));

        clock.advance(Duration.ofMinutes(3));
        assertThat(b.body(1)).isEqualTo("old");
        clock.advance(Duration.ofMinutes(2));
        assertThat(b.body(1)).isEqualTo("new");
    }

    @Test
    void whatLivesForEverIsThrownAwayByRedisAfterADayAndNotByWhoReadIt() {
        persist(subscriber(1, "old"));
        lazy("a", CacheOptions.FOREVER).body(1);
        stored.await(1);
        assertThat(stored.left("v:1")).isBetween(Duration.ofHours(23), Duration.ofHours(24));
        Node b = lazy("b", CacheOptions.FOREVER);
        b.body(1);
        redis.del(stored.name("v:1"));

        clock.advance(Duration.ofDays(400));

        assertThat(b.subscribers().isCachedById(1L)).isTrue();
        assertThat(b.loads()).isZero();
    }

    @Test
    void theLastOneOfARowIsWritten() {
        persist(subscriber(1, "first"), subscriber(2, "held"));
        Line line = closing(new Line(server.port()));
        Node a = node("a", options(line.url()).build());
        Gate fill = line.holdNext("held");
        a.body(2);
        fill.awaitArrival();
        a.body(1);
        jdbc("update Subscriber set body = 'second', version = version + 1 where id = 1");
        a.subscribers().refreshById(1L);
        redis.configResetStat();

        fill.open();

        soon(() -> assertThat(stored.text(1)).contains("second"));
        assertThat(redis.info("commandstats")).as("for two rows").contains("cmdstat_set:calls=6,");
    }

    @Test
    void whatIsReadBeforeRedisKnowsOfTheWriteIsNotWrittenUntilItIsReadAgain() {
        persist(subscriber(1, "first"));
        Line line = closing(new Line(server.port()));
        Node a = node("a", options(line.url()).build());
        Gate fill = line.holdNext("first");
        a.body(1);
        fill.awaitArrival();

        a.change(1, "second");
        assertThat(a.body(1)).as("it waits for nothing").isEqualTo("second");
        fill.open();
        soon(() -> assertThat(stored.sequence()).isOne());

        assertThat(node("b").body(1)).isEqualTo("second");
        soon(() -> assertThat(stored.text(1)).contains("second"));
    }

    @Test
    void aRowThatOnlyOutlivedItsLifeIsNoBetterInRedis() {
        persist(subscriber(1, "old"));
        Node a = lazy("a", Duration.ofMillis(1));

        a.body(1);

        soon(() -> assertThat(stored.has("m")).isTrue());
        assertThat(stored.has("v:1")).isFalse();
    }
}
