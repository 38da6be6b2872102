package io.turnkey.benchmarks.contender;

import io.turnkey.benchmarks.data.Accounts;
import io.turnkey.benchmarks.model.AccountCache;
import io.turnkey.benchmarks.model.AccountSnapshot;
import org.jspecify.annotations.Nullable;

/** The generated cache. */
final class TurnkeyCache implements Contender {
    private final AccountCache cache;

    TurnkeyCache(Accounts accounts) {
        this.cache = accounts.cache();
    }

    @Override
    @SuppressWarnings("NullAway") // the JDK's annotations do not say that orElse may be asked for null
    public @Nullable AccountSnapshot byId(Long id) {
        return cache.getById(id).orElse(null);
    }

    @Override
    @SuppressWarnings("NullAway")
    public @Nullable AccountSnapshot byEmail(String email) {
        return cache.getByEmail(email).orElse(null);
    }
}
