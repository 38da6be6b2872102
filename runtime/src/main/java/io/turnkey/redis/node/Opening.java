package io.turnkey.redis.node;

import io.turnkey.CacheException;
import io.turnkey.RedisOptions;
import io.turnkey.redis.client.CallersClient;
import io.turnkey.redis.client.Clients;
import io.turnkey.redis.client.JedisServer;
import io.turnkey.redis.client.OwnClients;
import io.turnkey.spi.SecondLevel;
import redis.clients.jedis.UnifiedJedis;

/** Touches Jedis: loaded only where it is there. */
final class Opening {
    private Opening() {}

    static SecondLevel open(RedisOptions options, String group, SecondLevel.Observer observer) {
        return new RedisSecondLevel(options, group, new JedisServer(clients(options)), observer);
    }

    private static Clients clients(RedisOptions options) {
        Object client = options.client();
        if (client == null) {
            return new OwnClients(options);
        }
        if (client instanceof UnifiedJedis jedis) {
            return new CallersClient(jedis, options.heartbeat());
        }
        throw new CacheException("The client has to be a Jedis client, made into options by JedisClients, but is a "
                + client.getClass().getName());
    }
}
