package io.turnkey.internal.store;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The versions of rows that were answered and are in memory no more: a copy that another process read, nobody knows when, may not bring an older one. Each row has one place in a table, where it gives way to another one that departs
 * after it; so the bound costs the certainty of rows that departed long ago, of which Redis has heard by then.
 */
final class Departed<S, ID> {
    private static final int PLACES = 1 << 14;

    private final Judge<S> judge;
    private final @Nullable AtomicReferenceArray<@Nullable Departure<ID>> places;

    private record Departure<ID>(ID id, Comparable<?> version) {}

    /**
     * Nothing has departed.
     *
     * @param used whether copies may come in at all
     */
    Departed(Judge<S> judge, boolean used) {
        this.judge = judge;
        this.places = used && judge.knowsVersions() ? new AtomicReferenceArray<>(PLACES) : null;
    }

    /** The row departs; what it was when it departed before does not count any more, since it may have been inserted anew. */
    void add(ID id, S row) {
        Comparable<?> version = places == null ? null : judge.version(row);
        if (places != null && version != null) {
            places.set(place(id), new Departure<>(id, version));
        }
    }

    /** Whether this copy is not older than the row was when it departed. */
    boolean isFollowedBy(ID id, S copy) {
        Departure<ID> departure = places == null ? null : places.get(place(id));
        return departure == null
                || !departure.id.equals(id)
                || judge.order(departure.version, judge.version(copy)) >= 0;
    }

    private static int place(Object id) {
        int hash = Objects.hashCode(id) * 0x9E3779B9;
        return (hash ^ hash >>> 15) & (PLACES - 1);
    }
}
