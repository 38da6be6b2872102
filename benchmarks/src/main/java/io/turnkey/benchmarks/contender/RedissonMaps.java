package io.turnkey.benchmarks.contender;

import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.model.AccountSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.redisson.Redisson;
import org.redisson.api.RLocalCachedMap;
import org.redisson.api.RedissonClient;
import org.redisson.api.options.LocalCachedMapOptions;
import org.redisson.api.options.LocalCachedMapOptions.EvictionPolicy;
import org.redisson.config.Config;
import redis.embedded.RedisServer;

/** Redisson's local cached map, a map for each key. All rows are in its local cache, the server is not asked. */
final class RedissonMaps implements Contender {
    private final RedisServer server;
    private final RedissonClient client;
    private final RLocalCachedMap<Long, AccountSnapshot> byId;
    private final RLocalCachedMap<String, AccountSnapshot> byEmail;

    RedissonMaps(Accounts accounts) {
        int port = freePort();
        server = start(port);
        Config config = new Config();
        config.useSingleServer().setAddress("redis://127.0.0.1:" + port);
        client = Redisson.create(config);
        byId = map("byId", accounts, AccountSnapshot::id);
        byEmail = map("byEmail", accounts, Accounts::email);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RedisServer start(int port) {
        try {
            RedisServer server = RedisServer.builder()
                    .port(port)
                    .setting("bind 127.0.0.1")
                    .setting("save \"\"")
                    .build();
            server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
            return server;
        } catch (Exception e) {
            throw new IllegalStateException("Redis does not start", e);
        }
    }

    private <K> RLocalCachedMap<K, AccountSnapshot> map(
            String name, Accounts accounts, Function<AccountSnapshot, K> key) {
        RLocalCachedMap<K, AccountSnapshot> map =
                client.getLocalCachedMap(LocalCachedMapOptions.<K, AccountSnapshot>name(name)
                        .cacheSize(accounts.bound())
                        .evictionPolicy(EvictionPolicy.LRU)
                        .timeToLive(Accounts.TTL)
                        .useObjectAsCacheKey(true));
        Map<K, AccountSnapshot> chunk = new LinkedHashMap<>();
        for (AccountSnapshot account : accounts.snapshots()) {
            chunk.put(key.apply(account), account);
            if (chunk.size() == 1_000) {
                map.putAll(chunk);
                chunk.clear();
            }
        }
        map.putAll(chunk);
        return map;
    }

    @Override
    public @Nullable AccountSnapshot byId(Long id) {
        return byId.get(id);
    }

    @Override
    public @Nullable AccountSnapshot byEmail(String email) {
        return byEmail.get(email);
    }

    @Override
    public void close() {
        client.shutdown();
        server.stop();
    }
}
