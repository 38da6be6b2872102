package io.turnkey.benchmarks.contender;

import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.model.AccountSnapshot;
import java.util.concurrent.TimeUnit;
import org.cache2k.Cache;
import org.cache2k.Cache2kBuilder;
import org.jspecify.annotations.Nullable;

/** cache2k, a cache for each key; it always counts. */
final class Cache2kCaches implements Contender {
    private final Cache<Long, AccountSnapshot> byId;
    private final Cache<String, AccountSnapshot> byEmail;

    Cache2kCaches(Accounts accounts) {
        byId = cache(Long.class, accounts.bound());
        byEmail = cache(String.class, accounts.bound());
        for (AccountSnapshot account : accounts.snapshots()) {
            byId.put(account.id(), account);
            byEmail.put(Accounts.email(account), account);
        }
    }

    private static <K> Cache<K, AccountSnapshot> cache(Class<K> key, int bound) {
        return Cache2kBuilder.of(key, AccountSnapshot.class)
                .entryCapacity(bound)
                .expireAfterWrite(Accounts.TTL.toMinutes(), TimeUnit.MINUTES)
                .build();
    }

    @Override
    public @Nullable AccountSnapshot byId(Long id) {
        return byId.peek(id);
    }

    @Override
    public @Nullable AccountSnapshot byEmail(String email) {
        return byEmail.peek(email);
    }

    @Override
    public void close() {
        byId.close();
        byEmail.close();
    }
}
