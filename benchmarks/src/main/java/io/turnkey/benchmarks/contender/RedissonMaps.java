package io.turnkey.benchmarks.contender;

import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.model.AccountSnapshot;
import io.turnkey.testing.redis.RedisServer;
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

/** Redisson's local cached map, a map for each key. All rows are in its local cache, the server is not asked. */
final class RedissonMaps implements Contender {
    private final RedisServer server = RedisServer.start();
    private final RedissonClient client;
    private final RLocalCachedMap<Long, AccountSnapshot> byId;
    private final RLocalCachedMap<String, AccountSnapshot> byEmail;

    RedissonMaps(Accounts accounts) {
        Config config = new Config();
        config.useSingleServer().setAddress(server.url());
        client = Redisson.create(config);
        byId = map("byId", accounts, AccountSnapshot::id);
        byEmail = map("byEmail", accounts, Accounts::email);
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
        server.close();
    }
}
