package com.example.stranger.option;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.fresh.FreshTest;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Clock;
import com.example.stranger.support.Database;
import io.turnkey.CacheOptions;
import io.turnkey.SyncMode;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@BothDatabases
@DisplayName("How long rows stay")
class LifetimeTest extends FreshTest {
    private static final int ROWS = 200;

    private final Clock clock = new Clock();

    LifetimeTest(Database database) {
        super(database);
    }

    private void rows(int count) {
        write(em -> LongStream.rangeClosed(1, count).forEach(id -> em.persist(subscriber(id, "old"))));
    }

    private SubscriberCache opened(Consumer<CacheOptions.Builder> options) {
        return open(SubscriberCache.builder()
                .configure(o -> o.ttl(Duration.ofMinutes(10)))
                .configure(options)
                .clock(clock));
    }

    private static long expired(SubscriberCache subscribers) {
        return LongStream.rangeClosed(1, ROWS).filter(subscribers::isExpired).count();
    }

    @Test
    @Tag("F20")
    void jitterSpreadsTheExpiryButNeverBeyondTheTtl() {
        rows(ROWS);
        SubscriberCache subscribers = opened(o -> o.ttlJitter(0.5));

        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(expired(subscribers)).isZero();
        clock.advance(Duration.ofMinutes(2));
        assertThat(expired(subscribers)).isBetween(ROWS / 10L, ROWS * 9 / 10L);
        clock.advance(Duration.ofMinutes(3).plusMillis(1));
        assertThat(expired(subscribers)).isEqualTo(ROWS);
    }

    @ParameterizedTest
    @EnumSource(SyncMode.class)
    @Tag("F20")
    void aSyncThatProvesARowUnchangedRenewsIt(SyncMode mode) {
        rows(ROWS);
        SubscriberCache subscribers = opened(o -> {});
        clock.advance(Duration.ofMinutes(8));

        subscribers.refresh(mode);

        clock.advance(Duration.ofMinutes(8));
        assertThat(expired(subscribers)).isZero();
    }

    @Test
    @Tag("F20")
    void withoutATtlNothingExpires() {
        rows(ROWS);
        SubscriberCache subscribers = opened(o -> o.ttl(CacheOptions.FOREVER));

        clock.advance(Duration.ofDays(365_000));

        assertThat(expired(subscribers)).isZero();
        assertThat(subscribers.isCachedById(1L)).isTrue();
    }

    @Test
    @Tag("F21")
    void aScanDoesNotDisplaceRowsThatAreUsedAgainAndAgain() {
        rows(ROWS);
        SubscriberCache subscribers = opened(o -> o.load(LoadMode.LAZY).maxSize(50));
        List<Long> used = LongStream.rangeClosed(1, 20).boxed().toList();
        for (int n = 0; n < 5; n++) {
            used.forEach(subscribers::getById);
        }

        LongStream.rangeClosed(21, ROWS).forEach(id -> {
            subscribers.getById(id);
            assertThat(subscribers.size()).isLessThanOrEqualTo(50);
        });

        assertThat(used).allMatch(subscribers::isCachedById);
    }

    @Test
    @Tag("F24")
    void withoutReadThroughListsAreReadAllTheSame() {
        rows(3);
        SubscriberCache subscribers = opened(o -> o.load(LoadMode.LAZY).readThrough(false));

        assertThat(subscribers.getByEmail("mail1")).isEmpty();
        assertThat(subscribers.getManyById(List.of(1L, 2L))).isEmpty();
        assertThat(subscribers.listByTier("free")).hasSize(3);
        assertThat(subscribers.getByEmail("mail1")).isPresent();
    }

    @Test
    @Tag("F24")
    void withoutReadThroughWhatAWriteRemovedIsReadAgain() {
        rows(3);
        SubscriberCache subscribers =
                opened(o -> o.load(LoadMode.LAZY).readThrough(false).staleWhileRevalidate(false));
        subscribers.listAll();

        change(1, s -> s.body = "new");

        assertThat(subscribers.getById(1L)).map(SubscriberSnapshot::body).contains("new");
        clock.advance(Duration.ofMinutes(11));
        assertThat(subscribers.getById(2L)).as("it expired").isPresent();
    }
}
