package io.turnkey.redis.node;

import com.google.auto.service.AutoService;
import io.turnkey.CacheException;
import io.turnkey.RedisOptions;
import io.turnkey.spi.SecondLevel;
import io.turnkey.spi.SecondLevelProvider;

/** The adapter for Redis through Jedis. */
@AutoService(SecondLevelProvider.class)
public final class RedisProvider implements SecondLevelProvider {
    /** For {@link java.util.ServiceLoader}. */
    public RedisProvider() {}

    @Override
    public SecondLevel open(RedisOptions options, String group, SecondLevel.Observer observer) {
        try {
            Class.forName("redis.clients.jedis.RedisClient", false, RedisProvider.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new CacheException("Redis needs redis.clients:jedis 7.2 or newer on the class path", e);
        }
        return Opening.open(options, group, observer);
    }
}
