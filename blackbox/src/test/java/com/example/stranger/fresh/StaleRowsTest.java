package com.example.stranger.fresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.support.BothDatabases;
import com.example.stranger.support.Clock;
import com.example.stranger.support.Database;
import io.turnkey.CacheEvent;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@BothDatabases
@DisplayName("A row that has expired")
class StaleRowsTest extends FreshTest {
    private final Clock clock = new Clock();

    StaleRowsTest(Database database) {
        super(database);
    }

    /** Rows live ten minutes and may be stale for five more. */
    private SubscriberCache opened(Consumer<CacheOptions.Builder> options) {
        persist(subscriber(1, "old"));
        SubscriberCache subscribers = open(SubscriberCache.builder()
                .configure(o -> o.load(LoadMode.LAZY)
                        .ttl(Duration.ofMinutes(10))
                        .ttlJitter(0)
                        .maxStale(Duration.ofMinutes(5)))
                .configure(options)
                .clock(clock));
        bodyInTime(subscribers);
        jdbc("update Subscriber set body = 'new', version = version + 1 where id = 1");
        return subscribers;
    }

    private static Optional<String> body(SubscriberCache subscribers) {
        return subscribers.getById(1L).map(SubscriberSnapshot::body);
    }

    /** On a busy machine even a load that nothing holds may take longer than a short {@code loadTimeout}. */
    private static String bodyInTime(SubscriberCache subscribers) {
        return Stream.generate(() -> bodyOrFailure(subscribers))
                .limit(100)
                .filter(body -> !body.equals("failed"))
                .findFirst()
                .orElseThrow();
    }

    private static String bodyOrFailure(SubscriberCache subscribers) {
        try {
            return body(subscribers).orElseThrow();
        } catch (CacheLoadException e) {
            return "failed";
        }
    }

    @Test
    @Tag("F25")
    void isServedAtOnceAndReadInTheBackground() throws InterruptedException {
        SubscriberCache subscribers = opened(o -> {});
        CountDownLatch refreshed = new CountDownLatch(1);
        subscribers.on(CacheEvent.Refreshed.class, e -> refreshed.countDown());
        clock.advance(Duration.ofMinutes(11));

        assertThat(body(subscribers)).contains("old");

        assertThat(refreshed.await(60, TimeUnit.SECONDS)).isTrue();
        assertThat(body(subscribers)).contains("new");
        assertThat(subscribers.stats().staleServes()).isPositive();
    }

    @Test
    @Tag("H23")
    void isNotServedAfterMaxStaleHoweverLongTheRefreshHangs() {
        SubscriberCache subscribers = opened(o -> o.loadTimeout(Duration.ofMillis(300)));
        clock.advance(Duration.ofMinutes(11));
        Gate hung = unit.loads().holdNextAnswer();
        assertThat(body(subscribers)).contains("old");
        hung.awaitArrival();
        assertThat(body(subscribers))
                .as("it hangs, and the row is young enough")
                .contains("old");

        clock.advance(Duration.ofMinutes(5));

        assertThat(bodyOrFailure(subscribers))
                .as("whoever joins the refresh fails with it")
                .isIn("new", "failed");
        assertThat(bodyInTime(subscribers)).isEqualTo("new");
        hung.open();
        assertThat(bodyInTime(subscribers)).isEqualTo("new");
    }

    @Test
    @Tag("H23")
    @Tag("F28")
    void failsAfterMaxStaleIfItCannotBeRead() {
        SubscriberCache subscribers = opened(o -> o.loadTimeout(Duration.ofMillis(300)));
        clock.advance(Duration.ofMinutes(16));
        Gate hung = unit.loads().holdNextAnswer();
        try {
            assertThatExceptionOfType(CacheLoadException.class).isThrownBy(() -> body(subscribers));
        } finally {
            hung.open();
        }
        assertThat(bodyInTime(subscribers)).isEqualTo("new");
    }

    @Test
    @Tag("P1")
    void isNotServedIfItWasWritten() {
        SubscriberCache subscribers = opened(o -> {});
        clock.advance(Duration.ofMinutes(11));

        change(1, s -> s.body = "newer");

        assertThat(body(subscribers)).contains("newer");
    }

    @Test
    @Tag("F25")
    void isReadFirstIfSoConfigured() {
        SubscriberCache subscribers = opened(o -> o.staleWhileRevalidate(false));
        clock.advance(Duration.ofMinutes(11));

        assertThat(body(subscribers)).contains("new");
    }
}
