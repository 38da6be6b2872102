package io.turnkey.benchmarks.contender;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.model.AccountSnapshot;
import org.jspecify.annotations.Nullable;

/** Caffeine, a cache for each key. */
final class CaffeineCaches implements Contender {
    private final Cache<Long, AccountSnapshot> byId;
    private final Cache<String, AccountSnapshot> byEmail;

    CaffeineCaches(Accounts accounts) {
        byId = cache(accounts.bound());
        byEmail = cache(accounts.bound());
        for (AccountSnapshot account : accounts.snapshots()) {
            byId.put(account.id(), account);
            byEmail.put(Accounts.email(account), account);
        }
    }

    private static <K, V> Cache<K, V> cache(int bound) {
        return Caffeine.newBuilder()
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
