package io.turnkey.internal.engine;

import io.turnkey.AuditReport;
import io.turnkey.AuditReport.Difference;
import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Store;
import io.turnkey.internal.store.Ticket;
import io.turnkey.spi.KeyModel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Compares memory with the source. What may be in the middle of a change is left out: a row whose ticket was marked since it was read, or whose entry has left memory or was replaced.
 */
final class Audit<S, ID> {
    private static final int MOST_AT_ONCE = 1024;

    private record Compared(int rows, List<Difference> differences) {}

    private final EngineParts<S, ID> parts;
    private final Store<S, ID> store;

    Audit(EngineParts<S, ID> parts) {
        this.parts = parts;
        this.store = parts.store();
    }

    AuditReport run(int sampleSize) {
        if (sampleSize < 1) {
            throw new IllegalArgumentException("sampleSize must be at least 1, but is " + sampleSize);
        }
        List<Entry<S>> sample = sample(sampleSize);
        List<Difference> differences = new ArrayList<>();
        int rows = 0;
        for (int from = 0; from < sample.size(); from += MOST_AT_ONCE) {
            Compared compared = compare(sample.subList(from, Math.min(from + MOST_AT_ONCE, sample.size())));
            rows += compared.rows();
            differences.addAll(compared.differences());
        }
        return new AuditReport(parts.model().name(), rows, differences);
    }

    /** So many entries, each as likely as any other. */
    private List<Entry<S>> sample(int size) {
        List<Entry<S>> sample = new ArrayList<>();
        int seen = 0;
        for (Iterator<Entry<S>> entries = store.entries().stream().iterator(); entries.hasNext(); ) {
            Entry<S> entry = entries.next();
            seen++;
            if (sample.size() < size) {
                sample.add(entry);
            } else {
                int place = ThreadLocalRandom.current().nextInt(seen);
                if (place < size) {
                    sample.set(place, entry);
                }
            }
        }
        return sample;
    }

    private Compared compare(List<Entry<S>> sample) {
        Map<ID, Entry<S>> entries = new LinkedHashMap<>();
        sample.forEach(entry -> entries.put(store.id(entry.snapshot()), entry));
        Compared compared = parts.rows()
                .look("audit", parts.id(), entries.keySet(), (ticket, rows) -> compare(entries, ticket, rows));
        Map<ID, Difference> wrong = new LinkedHashMap<>();
        compared.differences()
                .forEach(difference -> wrong.put(parts.model().id().type().cast(difference.id()), difference));
        if (!wrong.isEmpty()) {
            parts.counters().divergences.add(wrong.size());
            parts.changes().wrong(wrong.keySet());
        }
        return new Compared(compared.rows(), List.copyOf(wrong.values()));
    }

    private Compared compare(Map<ID, Entry<S>> entries, Ticket<S, ID> ticket, Map<ID, S> rows) {
        List<Difference> differences = new ArrayList<>();
        int compared = 0;
        for (Map.Entry<ID, Entry<S>> each : entries.entrySet()) {
            ID id = each.getKey();
            Entry<S> entry = each.getValue();
            S cached = entry.snapshot();
            S stored = rows.get(id);
            List<Difference> found =
                    cached.equals(stored) ? strangers(entry) : List.of(new Difference(id, cached, stored));
            // Last: whatever changed the row since it was read has marked the ticket by now, or will remove the entry.
            if (ticket.admits(id) && store.entries().get(id) == entry) {
                compared++;
                differences.addAll(found);
            }
        }
        return new Compared(compared, differences);
    }

    /** Other rows in memory that are found by a key of this row, which is as the source has it. */
    private List<Difference> strangers(Entry<S> entry) {
        List<Difference> strangers = new ArrayList<>(0);
        for (KeyModel<S, ?> key : parts.model().keys()) {
            Entry<S> found = key.unique() ? foundBy(key, entry) : entry;
            if (found != entry && !found.isDead()) {
                strangers.add(new Difference(store.id(found.snapshot()), found.snapshot(), entry.snapshot()));
            }
        }
        return strangers;
    }

    /** The entry under the key of this one: itself, unless something is wrong; an index may also lack it. */
    private <K> Entry<S> foundBy(KeyModel<S, K> key, Entry<S> entry) {
        K value = key.of().apply(entry.snapshot());
        Entry<S> found = value == null ? null : store.entries(key).get(value);
        return found == null ? entry : found;
    }
}
