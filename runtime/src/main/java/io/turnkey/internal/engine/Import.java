package io.turnkey.internal.engine;

import io.turnkey.ImportReport;
import io.turnkey.internal.store.Filling;
import io.turnkey.internal.store.Filling.Outcome;
import io.turnkey.spi.StoredRow;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** One import, on one thread: rows are collected, as many as there is room for, and come in once all have been read. */
final class Import<S, ID> implements Consumer<StoredRow<S>> {
    /** A row that may come in, and how often its id came; the first counts. */
    private static final class Candidate<S> {
        private final StoredRow<S> row;
        private long times = 1;

        Candidate(StoredRow<S> row) {
            this.row = row;
        }
    }

    private final EngineParts<S, ID> parts;
    private final Filling<S, ID> filling;
    private final Map<ID, Candidate<S>> candidates = new LinkedHashMap<>();
    private final Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);

    Import(EngineParts<S, ID> parts, Filling<S, ID> filling) {
        this.parts = parts;
        this.filling = filling;
    }

    @Override
    public void accept(StoredRow<S> row) {
        ID id = parts.model().id().of().apply(row.snapshot());
        if (id == null) {
            count(Outcome.REJECTED, 1);
            return;
        }
        Candidate<S> first = candidates.get(id);
        Outcome obstacle = first == null ? filling.obstacle(id, row.snapshot(), row.expires()) : null;
        if (first != null) {
            first.times++;
        } else if (obstacle != null) {
            count(obstacle, 1);
        } else if (candidates.size() < parts.options().maxSize() - parts.store().size()) {
            candidates.put(id, new Candidate<>(row));
        } else {
            count(Outcome.REJECTED, 1);
        }
    }

    /** Lets in what was collected, and says what became of all. */
    ImportReport finish() {
        try {
            candidates.forEach(this::offer);
        } finally {
            if (counted(Outcome.LOADED) > 0) {
                // After they came in: a sync that began before has not seen all of them.
                parts.synchronizer().imported();
            }
        }
        return new ImportReport(
                parts.model().name(),
                counted(Outcome.LOADED),
                counted(Outcome.EXPIRED),
                counted(Outcome.PRESENT),
                counted(Outcome.REJECTED));
    }

    private void offer(ID id, Candidate<S> candidate) {
        StoredRow<S> row = candidate.row;
        Outcome outcome = filling.offer(id, row.snapshot(), row.expires());
        count(outcome, 1);
        // To those that came after it, it was present.
        count(outcome == Outcome.LOADED ? Outcome.PRESENT : outcome, candidate.times - 1);
    }

    private void count(Outcome outcome, long rows) {
        counts.merge(outcome, rows, Long::sum);
    }

    private long counted(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}
