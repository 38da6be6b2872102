package io.turnkey.example.tour;

import io.turnkey.CacheGroup;
import io.turnkey.EntityCache;
import io.turnkey.example.console.Narrator;
import io.turnkey.example.console.Numbers;
import io.turnkey.example.console.Table;
import io.turnkey.example.data.EmbeddedRedis;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.GeneratedCaches;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Opens the caches that all other chapters use. */
final class Opening {
    private Opening() {}

    static CacheGroup open(
            EntityManagerFactory entityManagerFactory, @Nullable EmbeddedRedis redis, Narrator narrator) {
        narrator.chapter(
                "Open the caches",
                "GeneratedCaches was written by the compiler, a cache for each @Cacheable entity. What the annotations"
                        + " say can be overridden here.");
        narrator.code(
                "CacheGroup caches = GeneratedCaches.all()",
                "        .name(\"shop\")",
                "        .configure(CustomerCache.class, o -> o.ttl(Duration.ofMinutes(5)))");
        if (redis != null) {
            narrator.code(
                    "        .redis(RedisOptions.builder()",
                    "                .url(\"" + redis.url() + "\")",
                    "                .commandTimeout(Duration.ofSeconds(2))",
                    "                .heartbeat(Duration.ofSeconds(2))",
                    "                .build())");
        }
        narrator.code("        .open(entityManagerFactory);");
        long start = System.nanoTime();
        CacheGroup caches = open(entityManagerFactory, redis);
        narrator.result("ready in " + Numbers.timeSince(start));
        narrator.pause();
        narrator.say("FULL keeps the whole table, AUTO does if it fits into maxSize, LAZY waits to be asked:");
        narrator.pause();
        Table table = new Table("model", "load", "rows now", "maxSize");
        for (EntityCache<?, ?> cache : caches.caches()) {
            table.row(
                    cache.model(),
                    cache.options().load().name(),
                    Numbers.count(cache.size()),
                    Numbers.count(cache.options().maxSize()));
        }
        narrator.table(table);
        return caches;
    }

    /** A node of the shop. */
    static CacheGroup open(EntityManagerFactory entityManagerFactory, @Nullable EmbeddedRedis redis) {
        CacheGroup.Builder builder =
                GeneratedCaches.all().name("shop").configure(CustomerCache.class, o -> o.ttl(Duration.ofMinutes(5)));
        if (redis != null) {
            builder.redis(redis.options().build());
        }
        return builder.open(entityManagerFactory);
    }
}
