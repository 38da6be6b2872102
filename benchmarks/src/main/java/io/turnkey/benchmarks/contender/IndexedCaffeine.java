package io.turnkey.benchmarks.contender;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.model.AccountSnapshot;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is written by hand: Caffeine by id, and a map from email to id beside it. */
final class IndexedCaffeine implements Contender {
    private final Cache<Long, AccountSnapshot> rows;
    private final ConcurrentHashMap<String, Long> ids = new ConcurrentHashMap<>();

    IndexedCaffeine(Accounts accounts) {
        rows = Caffeine.newBuilder()
                .maximumSize(accounts.bound())
                .expireAfterWrite(Accounts.TTL)
                .recordStats()
                .build();
        for (AccountSnapshot account : accounts.snapshots()) {
            rows.put(account.id(), account);
            ids.put(Accounts.email(account), account.id());
        }
    }

    @Override
    public @Nullable AccountSnapshot byId(Long id) {
        return rows.getIfPresent(id);
    }

    @Override
    public @Nullable AccountSnapshot byEmail(String email) {
        Long id = ids.get(email);
        return id == null ? null : rows.getIfPresent(id);
    }
}
