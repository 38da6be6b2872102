package com.example.stranger.stress;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.support.Clock;
import io.turnkey.SyncMode;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/** Does now and then what an application, a timer or an administrator does to a cache; none of it may show in an answer. */
final class Keeper {
    private final List<SubscriberCache> caches;
    private final Clock clock;

    Keeper(List<SubscriberCache> caches, Clock clock) {
        this.caches = caches;
        this.clock = clock;
    }

    void act(Random random) {
        SubscriberCache cache = caches.get(random.nextInt(caches.size()));
        long row = random.nextInt(Operation.ROWS);
        switch (random.nextInt(9)) {
            case 0 -> cache.sync(SyncMode.FULL);
            case 1 -> cache.refresh();
            case 2 -> cache.invalidateById(row);
            case 3 -> cache.invalidateByEmail(Operation.email(row, 0));
            case 4 -> cache.invalidateByTier(Operation.tier(0));
            case 5 -> cache.refreshById(row);
            case 6 -> cache.clearEmailIndex();
            case 7 -> clock.advance(Duration.ofMinutes(random.nextInt(20)));
            default -> {
                if (random.nextInt(10) == 0) {
                    cache.clear();
                }
            }
        }
    }
}
