package io.turnkey.benchmarks.contender;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.model.AccountSnapshot;
import org.jspecify.annotations.Nullable;

/** Guava, a cache for each key. */
final class GuavaCaches implements Contender {
    private final Cache<Long, AccountSnapshot> byId;
    private final Cache<String, AccountSnapshot> byEmail;

    GuavaCaches(Accounts accounts) {
        byId = cache(accounts.bound());
        byEmail = cache(accounts.bound());
        for (AccountSnapshot account : accounts.snapshots()) {
            byId.put(account.id(), account);
            byEmail.put(Accounts.email(account), account);
        }
    }

    private static <K, V> Cache<K, V> cache(int bound) {
        return CacheBuilder.newBuilder()
                .maximumSize(bound)
                .expireAfterWrite(Accounts.TTL)
                .recordStats()
                .build();
    }

    @Override
    public @Nullable AccountSnapshot byId(Long id) {
        return byId.getIfPresent(id);
    }

    @Override
    public @Nullable AccountSnapshot byEmail(String email) {
        return byEmail.getIfPresent(email);
    }
}
