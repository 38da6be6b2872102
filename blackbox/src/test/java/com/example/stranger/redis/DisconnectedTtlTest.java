package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.support.Clock;
import io.turnkey.CacheEvent.RedisDisconnected;
import io.turnkey.CacheEvent.RedisReconnected;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A node that cannot hear the others")
@Tag("F63")
@Tag("P5")
class DisconnectedTtlTest extends RedisTest {
    private final Clock clock = new Clock();
    private Line line;
    private Node b;

    @AfterEach
    void restore() {
        if (line != null) {
            line.restore();
        }
    }

    /** A node for whom an hour without the others is no time, and nothing expires of itself. */
    private Node behindALine(LoadMode load, Duration disconnectedTtl) {
        line = closing(new Line(server.port()));
        return node(
                "b",
                quick(line.url()).disconnectedTtl(disconnectedTtl).build(),
                group -> group.clock(clock)
                        .configure(
                                SubscriberCache.class,
                                o -> o.load(load)
                                        .ttl(CacheOptions.FOREVER)
                                        .negativeTtl(Duration.ofDays(100))
                                        .refreshInterval(Duration.ZERO)));
    }

    private void cutOff() {
        line.cut();
        b.heard().await(RedisDisconnected.class, 1);
    }

    @ParameterizedTest
    @EnumSource(names = {"LAZY", "FULL"})
    void whatComesInWhileItIsDeafLivesNoLongerThanDisconnectedTtl(LoadMode load) {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        b = behindALine(load, Duration.ofHours(1));
        cutOff();
        b.subscribers().clear();
        b.body(1);
        b.body(3);
        b.bodyByEmail("mail3");
        b.subscribers().listByTier("free");
        node("a").change(1, "new");
        node("c").persist(subscriber(3, "three"));

        clock.advance(Duration.ofMinutes(59));
        assertThat(b.body(1)).as("so much is allowed").isEqualTo("old");
        clock.advance(Duration.ofMinutes(2));

        assertThat(b.body(1)).isEqualTo("new");
        assertThat(b.body(3)).isEqualTo("three");
        assertThat(b.bodyByEmail("mail3")).isEqualTo("three");
        assertThat(b.subscribers().listByTier("free")).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(names = {"LAZY", "FULL"})
    void whatItHasFallsAfterDisconnectedTtl(LoadMode load) {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        b = behindALine(load, Duration.ofMillis(200));
        b.body(1);
        b.body(3);
        b.subscribers().listByTier("free");
        cutOff();

        Node a = node("a");
        a.change(1, "new");
        a.persist(subscriber(3, "three"));

        soon(() -> assertThat(b.body(1)).isEqualTo("new"));
        soon(() -> assertThat(b.body(3)).isEqualTo("three"));
        soon(() -> assertThat(b.subscribers().listByTier("free")).hasSize(3));
        assertThat(b.heard().of(RedisReconnected.class)).as("it is still deaf").hasSize(1);
    }

    @Test
    void withoutReadThroughNothingIsCalledAbsentBecauseOfThat() {
        persist(subscriber(1, "old"));
        line = closing(new Line(server.port()));
        b = node(
                "b",
                quick(line.url()).disconnectedTtl(Duration.ofMillis(200)).build(),
                group -> group.configure(
                        SubscriberCache.class,
                        o -> o.load(LoadMode.FULL).readThrough(false).ttl(CacheOptions.FOREVER)));
        cutOff();
        node("a").change(1, "new");

        soon(() -> {
            assertThat(b.body(1)).isNotEqualTo("no such row");
            assertThat(b.body(1)).isEqualTo("new");
        });
    }

    @Test
    void itLastsUntilItHearsAgainAndNoLonger() {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        b = behindALine(LoadMode.LAZY, Duration.ofHours(1));
        cutOff();
        b.body(1);
        line.restore();
        awaitConnected(b, 2);
        b.body(2);

        clock.advance(Duration.ofDays(30));

        assertThat(b.subscribers().isCachedById(2L)).isTrue();
        node("a").change(2, "new");
        soon(() -> assertThat(b.body(2)).isEqualTo("new"));
    }

    @Test
    void theDatabaseFailsAndNothingStaleIsServed() {
        persist(subscriber(1, "old"));
        line = closing(new Line(server.port()));
        b = node(
                "b",
                quick(line.url()).disconnectedTtl(Duration.ofMinutes(1)).build(),
                group -> group.clock(clock)
                        .configure(
                                SubscriberCache.class,
                                o -> o.ttl(Duration.ofHours(1))
                                        .maxStale(Duration.ofHours(5))
                                        .staleIfError(Duration.ofHours(5))));
        cutOff();
        b.body(1);
        site("b").loads().cut(true);
        assertThat(b.body(1)).isEqualTo("old");

        clock.advance(Duration.ofMinutes(2));

        assertThatThrownBy(() -> b.body(1)).isInstanceOf(CacheLoadException.class);
        site("b").loads().reset();
    }
}
