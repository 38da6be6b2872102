package io.turnkey.benchmarks.data;

import io.turnkey.CacheOptions;
import io.turnkey.RedisOptions;
import io.turnkey.benchmarks.model.AccountCache;
import java.time.Duration;
import java.util.function.Consumer;

/** Generated caches that share their rows through a Redis, as those of several processes do. */
public final class SharedAccounts {
    private SharedAccounts() {}

    /** A cache that takes part, and is connected. */
    public static AccountCache open(String redis, Database database, Consumer<CacheOptions.Builder> options) {
        // However busy the machine is, nobody shall give up.
        RedisOptions patient = RedisOptions.url(redis).toBuilder()
                .connectTimeout(Duration.ofSeconds(10))
                .commandTimeout(Duration.ofSeconds(10))
                .heartbeat(Duration.ofSeconds(10))
                .disconnectedTtl(Accounts.TTL)
                .build();
        return AccountCache.builder()
                .redis(patient)
                .configure(o -> {
                    o.ttl(Accounts.TTL).loadTimeout(Accounts.TTL);
                    options.accept(o);
                })
                .open(database.entityManagerFactory());
    }
}
