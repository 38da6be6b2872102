package com.example.stranger.option;

import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.fresh.Branch;
import com.example.blackbox.fresh.BranchCache;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.fresh.FreshTest;
import com.example.stranger.support.Clock;
import com.example.stranger.support.Database;
import com.example.stranger.watch.Heard;
import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Evicted;
import io.turnkey.CacheEvent.Synced;
import io.turnkey.CacheGroup;
import io.turnkey.CacheOptions;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("Timers that are started and stopped more often than need be")
@Tag("F46")
class TimersTest extends FreshTest {
    TimersTest() {
        super(Database.H2);
    }

    /** Two models whose timers run on one thread, as often: what one of them does shows that the other one's turn has come. */
    private CacheGroup watched(Consumer<CacheOptions.Builder> options, Heard others, InstantSource clock) {
        return GeneratedCaches.all()
                .only(SubscriberCache.class, BranchCache.class)
                .defaults(options)
                .clock(clock)
                .loadFrom(unit.loads().source())
                .on(CacheEvent.class, event -> {
                    if (event.model().equals("Branch")) {
                        others.accept(event);
                    }
                })
                .open(unit.factory());
    }

    @Test
    void aRefreshThatWasStartedTwiceIsStoppedOnce() {
        Heard others = new Heard();
        try (CacheGroup caches =
                watched(o -> o.load(LoadMode.FULL).refreshInterval(Duration.ofMillis(10)), others, new Clock())) {
            SubscriberCache subscribers = caches.get(SubscriberCache.class);
            subscribers.startAutoRefresh();

            subscribers.stopAutoRefresh();
            // What was under way when it was stopped goes on.
            awaitMore(others, 3);
            while (subscribers.stats().syncing()) {
                Thread.onSpinWait();
            }
            long syncs = subscribers.stats().syncs();
            awaitMore(others, 4);

            assertThat(subscribers.stats().syncs()).isEqualTo(syncs);
        }
    }

    private static void awaitMore(Heard others, int syncs) {
        others.await(Synced.class, others.of(Synced.class).size() + syncs);
    }

    @Test
    void aCleanupThatWasStartedTwiceIsStoppedOnce() {
        Clock clock = new Clock();
        Heard others = new Heard();
        persist(subscriber(1, "one"), new Branch(1L, "Bremen"));
        try (CacheGroup caches = watched(
                o -> o.load(LoadMode.LAZY).ttl(Duration.ofMinutes(10)).cleanupInterval(Duration.ofMillis(10)),
                others,
                clock)) {
            SubscriberCache subscribers = caches.get(SubscriberCache.class);
            subscribers.startCleanup();

            subscribers.stopCleanup();
            for (int times = 1; times <= 5; times++) {
                if (times == 2) {
                    // The run that was under way when it was stopped is over: another model's came after it.
                    subscribers.getById(1L);
                }
                caches.get(BranchCache.class).getById(1L);
                clock.advance(Duration.ofMinutes(21));
                others.await(Evicted.class, times);
            }

            assertThat(subscribers.size()).isEqualTo(1);
        }
    }
}
