package io.turnkey.redis;

import io.turnkey.RedisOptions;
import redis.clients.jedis.UnifiedJedis;

/**
 * Lets caches use the application's own Jedis client: {@code RedisClient}, {@code RedisSentinelClient}, {@code RedisClusterClient}, or another {@link UnifiedJedis}; Jedis 7.2 to 8.
 *
 * <pre>{@code
 * GeneratedCaches.all().redis(JedisClients.options(client));
 * }</pre>
 *
 * <p>The client is not closed. One of its connections is kept for listening and up to {@link RedisOptions#poolSize} are used for commands, so its pool has to be larger than that. Its time limits stay as they are: no reader
 * waits longer than {@link RedisOptions#commandTimeout} anyway, but give it limits, so that nothing hangs behind the scenes.
 */
public final class JedisClients {
    private JedisClients() {}

    /** The defaults, with that client. */
    @SuppressWarnings("exports") // whoever has such a client reads its module
    public static RedisOptions options(UnifiedJedis client) {
        return RedisOptions.builder().client(client).build();
    }
}
