package io.turnkey.internal.engine;

import io.turnkey.CacheLoadException;
import io.turnkey.SyncMode;
import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Question;
import io.turnkey.internal.sync.Synchronizer;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Answers with the whole table, or with what memory has of it. */
final class AllRows<S, ID> {
    private final EngineParts<S, ID> parts;
    private final BooleanSupplier ready;

    AllRows(EngineParts<S, ID> parts, BooleanSupplier ready) {
        this.parts = parts;
        this.ready = ready;
    }

    /** Every row of the table. */
    List<S> list() {
        List<S> whole = whole();
        if (whole != null) {
            parts.counters().listHits.increment();
            return whole;
        }
        List<S> list = parts.lists().get(Question.EVERYTHING);
        if (list != null) {
            parts.counters().listHits.increment();
            return list;
        }
        parts.counters().listMisses.increment();
        whole = wholeAgain();
        return whole != null ? whole : parts.listLoader().loadAll();
    }

    /** Every row, from memory once that is whole again; {@code null} if it does not get so, or is not meant to be. */
    private @Nullable List<S> wholeAgain() {
        if (!ready.getAsBoolean()
                || !parts.coverage().isKeptWhole()
                || parts.tickets().isRefusing()) {
            return null;
        }
        Set<ID> lost = parts.coverage().lost();
        if (lost != null && !lost.isEmpty() && lost.size() <= Synchronizer.FEW_ROWS) {
            parts.rows().confirm(parts.id(), lost);
        } else {
            try {
                parts.synchronizer().sync(SyncMode.FULL);
            } catch (CacheLoadException e) {
                // It has been reported; the rows may still be had at once, by a list of its own.
                return null;
            }
        }
        return whole();
    }

    /** Every row from memory, or {@code null} if memory lacks one or holds an expired one. */
    private @Nullable List<S> whole() {
        long losses = parts.coverage().losses();
        if (!parts.coverage().isWhole()) {
            return null;
        }
        List<S> fresh = cached();
        // A loss is counted before the row leaves: if none was, all were there all the time.
        return fresh.size() == parts.store().size() && parts.coverage().losses() == losses ? fresh : null;
    }

    /** The rows in memory that are not expired. */
    List<S> cached() {
        long now = parts.clock().millis();
        // The walk is not of one moment: rows that leave and come meanwhile could make it longer than memory ever was.
        return parts.store().entries().stream()
                .filter(entry -> entry.isFresh(now))
                .limit(parts.options().maxSize())
                .map(Entry::snapshot)
                .toList();
    }
}
