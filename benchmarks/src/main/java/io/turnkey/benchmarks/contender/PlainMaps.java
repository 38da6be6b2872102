package io.turnkey.benchmarks.contender;

import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.model.AccountSnapshot;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The limit: a map for each key, without bound, time to live or statistics. */
final class PlainMaps implements Contender {
    private final ConcurrentHashMap<Long, AccountSnapshot> byId = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, AccountSnapshot> byEmail = new ConcurrentHashMap<>();

    PlainMaps(Accounts accounts) {
        for (AccountSnapshot account : accounts.snapshots()) {
            byId.put(account.id(), account);
            byEmail.put(Accounts.email(account), account);
        }
    }

    @Override
    public @Nullable AccountSnapshot byId(Long id) {
        return byId.get(id);
    }

    @Override
    public @Nullable AccountSnapshot byEmail(String email) {
        return byEmail.get(email);
    }
}
