package io.turnkey.redis.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import redis.clients.jedis.Connection;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.util.Pool;

/** The caller's client; it is never closed. Its limits are the caller's: what they let hang holds up threads of the adapter, never a reader. */
public final class CallersClient implements Clients {
    private final UnifiedJedis client;
    private final Duration heartbeat;

    public CallersClient(UnifiedJedis client, Duration heartbeat) {
        this.client = client;
        this.heartbeat = heartbeat;
    }

    @Override
    public boolean isOne() {
        return !(client instanceof RedisClusterClient);
    }

    @Override
    public Opened open() {
        return new Opened(client, () -> pools().forEach(Pool::clear), () -> {});
    }

    @Override
    public Listening listening(Supplier<UnifiedJedis> unused) {
        List<Pool<Connection>> pools = pools();
        if (pools.isEmpty()) {
            return new PlainListening(client);
        }
        Pool<Connection> chosen = pools.get(ThreadLocalRandom.current().nextInt(pools.size()));
        return new JedisListening(chosen::getResource, heartbeat);
    }

    private List<Pool<Connection>> pools() {
        if (client instanceof RedisClient single) {
            return List.of(single.getPool());
        }
        return client instanceof RedisClusterClient cluster
                ? new ArrayList<>(cluster.getClusterNodes().values())
                : List.of();
    }
}
