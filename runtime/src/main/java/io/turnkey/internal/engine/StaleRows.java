package io.turnkey.internal.engine;

import io.turnkey.internal.load.Reloads;
import io.turnkey.internal.stats.Counters;
import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Lifetime;
import io.turnkey.internal.store.Store;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows that have expired and are served all the same: for a while, since they are read again, or for another while, if they cannot be. A row that was removed is not among them. */
final class StaleRows<S, ID> {
    private final Store<S, ID> store;
    private final Lifetime lifetime;
    private final Reloads<ID> reloads;
    private final Counters counters;

    StaleRows(EngineParts<S, ID> parts) {
        this.store = parts.store();
        this.lifetime = parts.lifetime();
        this.reloads = parts.reloads();
        this.counters = parts.counters();
    }

    /** Whether the entry may be served at once, be it fresh or stale. */
    boolean mayServe(Entry<S> entry) {
        return entry.isFresh(lifetime.staleLimit());
    }

    /** Counts that the entry is served, and answers whether it is stale and so to be {@linkplain #renew renewed}. */
    boolean count(Entry<S> entry) {
        entry.touch();
        counters.hits.increment();
        return countIfStale(entry);
    }

    private boolean countIfStale(Entry<S> entry) {
        boolean stale = !entry.isFresh(lifetime.now());
        if (stale) {
            counters.staleServes.increment();
        }
        return stale;
    }

    /** Has these entries read again, once. */
    void renew(Collection<Entry<S>> entries) {
        if (!entries.isEmpty()) {
            List<ID> ids =
                    entries.stream().map(entry -> store.id(entry.snapshot())).toList();
            reloads.renew(ids);
        }
    }

    /** What to answer with although the source failed, if the entry is young enough for that. */
    Optional<S> rescue(@Nullable Entry<S> entry) {
        if (entry == null || !entry.isFresh(lifetime.errorLimit())) {
            return Optional.empty();
        }
        entry.touch();
        countIfStale(entry);
        return entry.answer();
    }
}
