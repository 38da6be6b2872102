package io.turnkey.redis.client;

import io.turnkey.RedisAddress;
import io.turnkey.RedisOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.UnifiedJedis;

/** Clients made from the options: every wait in them has a limit. */
public final class OwnClients implements Clients {
    /** One to find out that a slot has moved, one to go there, one for a server that has just failed. */
    private static final int CLUSTER_ATTEMPTS = 3;

    private final RedisOptions options;
    private final JedisClientConfig config;
    private final ConnectionPoolConfig pool;

    public OwnClients(RedisOptions options) {
        this.options = options;
        this.config = Security.of(options)
                .applyTo(limited(options))
                .database(options.database())
                .build();
        this.pool = pool(options);
    }

    @Override
    public boolean isOne() {
        return options.clusterNodes().isEmpty();
    }

    @Override
    public Opened open() {
        String master = options.masterName();
        return master != null ? sentinel(master) : isOne() ? single() : cluster();
    }

    @Override
    public Listening listening(Supplier<UnifiedJedis> client) {
        return new JedisListening(() -> new Connection(whereToListen(client.get()), config), options.heartbeat());
    }

    private Opened single() {
        RedisClient client = RedisClient.builder()
                .hostAndPort(hostAndPort(options.address()))
                .clientConfig(config)
                .poolConfig(pool)
                .build();
        return new Opened(client, client.getPool()::clear, client::close);
    }

    private Opened sentinel(String master) {
        RedisSentinelClient client = RedisSentinelClient.builder()
                .masterName(master)
                .sentinels(hostsAndPorts(options.sentinels()))
                .sentinelClientConfig(
                        Security.ofSentinels(options).applyTo(limited(options)).build())
                .clientConfig(config)
                .poolConfig(pool)
                .build();
        return new Opened(client, () -> {}, client::close);
    }

    private Opened cluster() {
        RedisClusterClient client = RedisClusterClient.builder()
                .nodes(hostsAndPorts(options.clusterNodes()))
                .maxAttempts(CLUSTER_ATTEMPTS)
                .maxTotalRetriesDuration(options.commandTimeout())
                .clientConfig(config)
                .poolConfig(pool)
                .build();
        return new Opened(
                client, () -> client.getClusterNodes().values().forEach(nodes -> nodes.clear()), client::close);
    }

    private HostAndPort whereToListen(UnifiedJedis client) {
        if (client instanceof RedisSentinelClient sentinel) {
            return sentinel.getCurrentMaster();
        }
        if (client instanceof RedisClusterClient cluster) {
            // Each node of a Cluster hears what is published on any; another one is tried next time if this one is
            // down.
            List<String> nodes = new ArrayList<>(cluster.getClusterNodes().keySet());
            return HostAndPort.from(nodes.get(ThreadLocalRandom.current().nextInt(nodes.size())));
        }
        return hostAndPort(options.address());
    }

    private static DefaultJedisClientConfig.Builder limited(RedisOptions options) {
        return DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis((int) options.connectTimeout().toMillis())
                .socketTimeoutMillis((int) options.commandTimeout().toMillis());
    }

    private static ConnectionPoolConfig pool(RedisOptions options) {
        ConnectionPoolConfig pool = new ConnectionPoolConfig();
        pool.setMaxTotal(options.poolSize());
        pool.setMaxIdle(options.poolSize());
        pool.setMinIdle(0);
        pool.setMaxWait(options.commandTimeout());
        pool.setJmxEnabled(false);
        // A sentinel client does not show its pool, so what broke while idle is found one by one.
        pool.setTestOnBorrow(options.masterName() != null);
        pool.setTestWhileIdle(true);
        pool.setTimeBetweenEvictionRuns(Duration.ofSeconds(10));
        pool.setNumTestsPerEvictionRun(-1);
        return pool;
    }

    private static Set<HostAndPort> hostsAndPorts(List<RedisAddress> addresses) {
        return addresses.stream().map(OwnClients::hostAndPort).collect(Collectors.toSet());
    }

    private static HostAndPort hostAndPort(RedisAddress address) {
        return new HostAndPort(address.host(), address.port());
    }

    /** How one proves who one is, and asks for a proof. */
    private record Security(@Nullable String user, @Nullable String password, RedisOptions options) {
        static Security of(RedisOptions options) {
            return new Security(options.user(), options.password(), options);
        }

        static Security ofSentinels(RedisOptions options) {
            return new Security(options.sentinelUser(), options.sentinelPassword(), options);
        }

        DefaultJedisClientConfig.Builder applyTo(DefaultJedisClientConfig.Builder config) {
            if (password != null) {
                config.user(user).password(password);
            }
            return options.tls() ? Tls.applyTo(config, options.sslSocketFactory()) : config;
        }
    }
}
