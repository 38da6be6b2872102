package com.example.stranger.json;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.fresh.FreshTest;
import com.example.stranger.support.Clock;
import com.example.stranger.support.Database;
import io.turnkey.ImportReport;
import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** Five rows, and caches to bring them into. */
abstract class Imports extends FreshTest {
    static final int ROWS = 5;

    final Clock clock = new Clock();

    Imports(Database database) {
        super(database);
    }

    @BeforeEach
    void rows() {
        for (long id = 1; id <= ROWS; id++) {
            persist(subscriber(id, "old"));
        }
    }

    String export() {
        SubscriberCache source = subscribers(LoadMode.FULL);
        String json = source.toJson(false);
        source.close();
        return json;
    }

    SubscriberCache lazy() {
        return open(SubscriberCache.builder()
                .configure(o -> o.load(LoadMode.LAZY).ttl(Duration.ofHours(1)).ttlJitter(0))
                .clock(clock));
    }

    static ImportReport report(int loaded, int expired, int present, int rejected) {
        return new ImportReport("Subscriber", loaded, expired, present, rejected);
    }
}
