package io.turnkey.benchmarks.contender;

import com.alicp.jetcache.Cache;
import com.alicp.jetcache.embedded.CaffeineCacheBuilder;
import com.alicp.jetcache.support.DefaultCacheMonitor;
import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.model.AccountSnapshot;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** JetCache over Caffeine, in this JVM only. */
final class JetCaches implements Contender {
    private final Cache<Long, AccountSnapshot> byId;
    private final Cache<String, AccountSnapshot> byEmail;

    JetCaches(Accounts accounts) {
        byId = cache("byId", accounts.bound());
        byEmail = cache("byEmail", accounts.bound());
        for (AccountSnapshot account : accounts.snapshots()) {
            byId.put(account.id(), account);
            byEmail.put(Accounts.email(account), account);
        }
    }

    private static <K> Cache<K, AccountSnapshot> cache(String name, int bound) {
        return CaffeineCacheBuilder.createCaffeineCacheBuilder()
                .limit(bound)
                .expireAfterWrite(Accounts.TTL.toMinutes(), TimeUnit.MINUTES)
                .addMonitor(new DefaultCacheMonitor(name))
                .buildCache();
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
        byId.close();
        byEmail.close();
    }
}
