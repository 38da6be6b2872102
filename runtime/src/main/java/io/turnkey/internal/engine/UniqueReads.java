package io.turnkey.internal.engine;

import io.turnkey.internal.load.RowLoader;
import io.turnkey.internal.load.UniqueKey;
import io.turnkey.internal.stats.Counters;
import io.turnkey.internal.stats.HitCounter;
import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Lookup;
import io.turnkey.internal.time.CoarseClock;
import io.turnkey.spi.UniqueIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads by id or by a unique key. {@link #get} is the way of a hit: one look-up, one field, no lock, no allocation. */
final class UniqueReads<K, S, ID> implements UniqueIndex<K, S> {
    private final Lookup<K, Entry<S>> slots;
    private final CoarseClock clock;
    private final HitCounter hits;
    private final UniqueKey<S, K> key;
    private final String name;
    private final EngineParts<S, ID> parts;
    private final RowLoader<S, ID> loader;
    private final Counters counters;
    private final StaleRows<S, ID> stale;

    UniqueReads(UniqueKey<S, K> key, EngineParts<S, ID> parts) {
        this.slots = key.slots();
        this.clock = parts.clock();
        this.hits = parts.counters().hits;
        this.key = key;
        this.name = key.model().name();
        this.parts = parts;
        this.loader = parts.rows();
        this.counters = parts.counters();
        this.stale = new StaleRows<>(parts);
    }

    @Override
    public Optional<S> get(K value) {
        Entry<S> entry = slots.get(Objects.requireNonNull(value, name));
        if (entry != null && entry.isFresh(clock.millis())) {
            entry.touch();
            hits.increment();
            return entry.answer();
        }
        return miss(value, entry);
    }

    private Optional<S> miss(K value, @Nullable Entry<S> seen) {
        parts.checkOpen();
        Entry<S> settled = settled(value, seen);
        if (settled != null && stale.mayServe(settled)) {
            if (stale.count(settled)) {
                stale.renew(List.of(settled));
            }
            return settled.answer();
        }
        if (parts.negatives().knows(key.question(value))) {
            counters.negativeHits.increment();
            return Optional.empty();
        }
        counters.misses.increment();
        return mayExist(value, seen) ? loader.load(key, own(value), this::rescue) : Optional.empty();
    }

    /** A dead entry is one that another thread is just replacing: wait for it, and look again. */
    private @Nullable Entry<S> settled(K value, @Nullable Entry<S> seen) {
        if (seen == null || !seen.isDead()) {
            return seen;
        }
        parts.store().awaitSettled(seen);
        return slots.get(value);
    }

    /** The source failed: memory may have an old answer. */
    private Optional<S> rescue(K value) {
        return stale.rescue(slots.get(value));
    }

    private @Nullable Entry<S> fresh(K value) {
        Entry<S> entry = slots.get(Objects.requireNonNull(value, name));
        return entry != null && entry.isFresh(clock.millis()) ? entry : null;
    }

    /** Whether the source is to be asked: always, unless this cache does not read through and never had the row. */
    private boolean mayExist(K value, @Nullable Entry<S> seen) {
        return parts.readsThrough() || seen != null || isLost(value);
    }

    /** A row that was lost when it was looked for may have come back before this asks: it looks again, and whether another was lost meanwhile. */
    private boolean isLost(K value) {
        long losses = parts.coverage().losses();
        return parts.mayHaveLost(key, value)
                || slots.get(value) != null
                || parts.coverage().losses() != losses;
    }

    /** A copy that the caller cannot change, where that is possible at all. */
    private K own(K value) {
        return key.model().copy().apply(Objects.requireNonNull(value, name));
    }

    @Override
    public Map<K, S> getMany(Collection<? extends K> values) {
        parts.checkOpen();
        Map<K, @Nullable S> found = new LinkedHashMap<>(capacityFor(values.size()));
        List<K> missing = new ArrayList<>(0);
        List<Entry<S>> expired = new ArrayList<>(0);
        long now = clock.millis();
        int fresh = 0;
        for (K given : values) {
            K value = own(given);
            Entry<S> entry = slots.get(value);
            if (entry != null && entry.isFresh(now)) {
                entry.touch();
                // A key that is asked for twice is answered, and counted, once.
                fresh += found.put(value, entry.snapshot()) == null ? 1 : 0;
            } else if (entry != null && stale.mayServe(entry)) {
                if (found.put(value, entry.snapshot()) == null && stale.count(entry)) {
                    expired.add(entry);
                }
            } else if (!found.containsKey(value)) {
                // The place in the order; taken out again if there is no such row.
                found.put(value, null);
                missing.add(value);
            }
        }
        hits.add(fresh);
        stale.renew(expired);
        if (!missing.isEmpty()) {
            found.putAll(loader.loadMany(key, toLoad(missing), this::rescue));
            found.values().removeIf(Objects::isNull);
        }
        return complete(found);
    }

    /** What a map has to be told for so many keys, so that it need not grow. */
    private static int capacityFor(int keys) {
        return (int) Math.ceil(keys / 0.75);
    }

    private List<K> toLoad(List<K> missing) {
        List<K> unknown = new ArrayList<>(missing.size());
        for (K value : missing) {
            if (parts.negatives().knows(key.question(value))) {
                counters.negativeHits.increment();
            } else {
                counters.misses.increment();
                if (mayExist(value, slots.get(value))) {
                    unknown.add(value);
                }
            }
        }
        return unknown;
    }

    @SuppressWarnings("NullAway") // every null has been replaced or removed
    private static <K, S> Map<K, S> complete(Map<K, @Nullable S> found) {
        return found;
    }

    @Override
    public Optional<S> peek(K value) {
        parts.checkOpen();
        Entry<S> entry = fresh(value);
        return entry == null ? Optional.empty() : entry.answer();
    }

    @Override
    public boolean isCached(K value) {
        return peek(value).isPresent();
    }

    @Override
    public void invalidate(K value) {
        parts.checkOpen();
        if (!parts.changes().rowWith(key, Objects.requireNonNull(value, name))) {
            parts.changes().rowElsewhere(key, value, find(value));
        }
    }

    /** It may be in memory, here or elsewhere, under the value that it carried before, and elsewhere under this one. */
    private Set<ID> find(K value) {
        Set<ID> ids = new HashSet<>();
        try {
            loader.findId(key, value).ifPresent(ids::add);
        } catch (RuntimeException e) {
            parts.changes().rowElsewhere(key, value, ids);
            throw e;
        }
        Sharing<S, ID> sharing = parts.sharing();
        if (sharing != null) {
            Set<ID> elsewhere = sharing.find(key.model(), value);
            if (elsewhere == null) {
                parts.changes().rowElsewhere(key, value, Set.of());
            } else {
                ids.addAll(elsewhere);
            }
        }
        return ids;
    }

    @Override
    public void clear() {
        parts.checkOpen();
        if (key.ordinal() == 0) {
            throw new IllegalArgumentException(parts.model() + " holds its rows by '" + name
                    + "': that index is never dropped alone, use clear()");
        }
        parts.clearIndex(key.model());
    }
}
