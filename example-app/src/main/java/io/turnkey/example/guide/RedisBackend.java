package io.turnkey.example.guide;

import io.turnkey.CacheGroup;
import io.turnkey.CacheLoadException;
import io.turnkey.CacheStats;
import io.turnkey.example.data.EmbeddedRedis;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.GeneratedCaches;
import jakarta.persistence.EntityManagerFactory;
import java.util.List;
import java.util.stream.LongStream;

/** Rows in Redis: what one process has read, the next one finds, also while the database is down. */
public final class RedisBackend {
    private static final List<Long> IDS = LongStream.rangeClosed(1, 100).boxed().toList();

    private RedisBackend() {}

    /** Runs it. */
    public static void main(String... args) {
        try (ShopDatabase database = ShopDatabase.small();
                EmbeddedRedis redis = EmbeddedRedis.start()) {
            try (CacheGroup caches = open(database.entityManagerFactory(), redis)) {
                CustomerCache customers = caches.get(CustomerCache.class);
                customers.getManyById(IDS);
                tell("First process", customers.stats());
                redis.awaitKeys("cache:{shop:Customer}:v:*", 100); // Written in the background: you need not wait.
            }

            // Another process; here it is one only as far as the caches know.
            try (EntityManagerFactory restarted = database.otherNode();
                    CacheGroup caches = open(restarted, redis)) {
                CustomerCache customers = caches.get(CustomerCache.class);
                customers.getManyById(IDS); // One call to Redis, none to the database.
                customers.getById(150L); // Redis does not have it: one call each.
                tell("After a restart", customers.stats());
            }

            database.stop();
            try (EntityManagerFactory restarted = database.otherNode();
                    CacheGroup caches = open(restarted, redis)) {
                CustomerCache customers = caches.get(CustomerCache.class);
                System.out.println("Database down: "
                        + customers.getByEmail("ada@example.com").orElseThrow().name());
                try {
                    customers.getById(151L);
                } catch (CacheLoadException e) {
                    System.out.println("What Redis does not have: no answer");
                }

                // Redis may be down too. What is in memory is served; nobody waits for it.
                redis.kill();
                System.out.println(
                        "Both down: " + customers.getById(1L).orElseThrow().name());
            }
        }
    }

    private static CacheGroup open(EntityManagerFactory factory, EmbeddedRedis redis) {
        return GeneratedCaches.all()
                .only(CustomerCache.class)
                .name("shop") // Processes share what has the same name: give each application one of its own.
                .redis(redis.options().build()) // Yours may be RedisOptions.url("redis://user:password@cache-1:6379").
                .open(factory);
    }

    private static void tell(String who, CacheStats stats) {
        System.out.printf(
                "%s: %d rows, of Redis %d, not there %d, loads %d%n",
                who, stats.size(), stats.l2Hits(), stats.l2Misses(), stats.loads());
    }
}
