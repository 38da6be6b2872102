package io.turnkey.internal.store;

import io.turnkey.spi.KeyModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings in rows that were not read from the source, where memory has none. Whatever memory has, had, or was told since this was made is newer than they are: a row comes in only if nothing at all speaks
 * against it, it takes nobody's place and nobody's key, and it stays unverified for {@link Coverage} until the source has confirmed it.
 */
public final class Filling<S, ID> implements AutoCloseable {
    /** What became of a row. */
    public enum Outcome {
        /** It came in. */
        LOADED,
        /** It has expired. */
        EXPIRED,
        /** Memory has a copy, which stays. */
        PRESENT,
        /** Something speaks against it, or there is no room. */
        REJECTED
    }

    private final Store<S, ID> store;
    private final Negatives negatives;
    private final Ticket<S, ID> ticket;

    /** From now on, whatever memory is told of a row speaks against it. */
    public Filling(Store<S, ID> store, Negatives negatives) {
        this.store = store;
        this.negatives = negatives;
        this.ticket = store.tickets().openForImport();
    }

    /** Why the row cannot come in as things stand; {@code null} if it can, where there is room. */
    public @Nullable Outcome obstacle(ID id, S row, @Nullable Instant expires) {
        // With the stamp whose life is not shortened: what is over then is over with any.
        long end = store.lifetime().expiry(ticket.opened(), 0, expires);
        long now = store.lifetime().now();
        if (end <= now) {
            return Outcome.EXPIRED;
        }
        if (store.entries().containsKey(id)) {
            return Outcome.PRESENT;
        }
        List<Question> questions = questions(id, row);
        boolean absent = questions.stream().anyMatch(negatives::knows) || contradicts(id, row, questions, now);
        return absent ? Outcome.REJECTED : null;
    }

    /** Lets the row in, if it may. */
    public Outcome offer(ID id, S row, @Nullable Instant expires) {
        Outcome obstacle = obstacle(id, row, expires);
        if (obstacle != null) {
            return obstacle;
        }
        EvictionPolicy<S> policy = store.policy();
        if (policy != null && !policy.reserve()) {
            return store.entries().containsKey(id) ? Outcome.PRESENT : Outcome.REJECTED;
        }
        Outcome outcome = Outcome.REJECTED;
        try {
            outcome = step(id, row, expires);
        } finally {
            if (outcome != Outcome.LOADED && policy != null) {
                policy.release();
            }
        }
        if (outcome == Outcome.LOADED) {
            store.listener().installed(id, row, null);
        }
        return outcome;
    }

    private Outcome step(ID id, S row, @Nullable Instant expires) {
        Outcome[] outcome = new Outcome[1];
        long now = store.lifetime().now();
        int stamp = store.tickets().nextStamp();
        long end = store.lifetime().expiry(ticket.opened(), stamp, expires);
        List<Question> questions = questions(id, row);
        store.coverage().beginFilling();
        try {
            synchronized (ticket) {
                store.entries().compute(id, (key, present) -> {
                    if (present != null) {
                        outcome[0] = Outcome.PRESENT;
                        return present;
                    }
                    Entry<S> entry = contradicts(id, row, questions, now)
                            ? null
                            : claim(id, Entry.of(id, row, stamp, end), questions);
                    outcome[0] = entry == null ? Outcome.REJECTED : Outcome.LOADED;
                    return entry;
                });
            }
        } finally {
            store.coverage().endFilling();
        }
        return outcome[0];
    }

    private List<Question> questions(ID id, S row) {
        List<Question> questions = new ArrayList<>();
        questions.add(new Question(Question.BY_ID, id));
        for (KeyIndex<S, ?> index : store.indexes()) {
            KeyModel<S, ?> key = index.key();
            Object value = key.of().apply(row);
            if (value != null) {
                questions.add(store.tickets().question(key, value));
            }
        }
        return Collections.unmodifiableList(questions);
    }

    /** Whether memory knows better: it changed, a newer copy left, it does not exist, or a key of it belongs to another row. */
    private boolean contradicts(ID id, S row, List<Question> questions, long now) {
        return !ticket.admits(id)
                || !ticket.follows(id, row, store.judge())
                || store.coverage().knowsAbsent(id, now)
                || questions.stream().anyMatch(ticket::knowsAbsent)
                || store.indexes().stream().anyMatch(index -> index.isTaken(row));
    }

    // What follows runs inside compute.

    /** Puts the entry under each of its keys; answers {@code null}, and leaves no trace, if one belongs to another row by now. */
    private @Nullable Entry<S> claim(ID id, Entry<S> entry, List<Question> questions) {
        entry.unverified = true;
        try {
            boolean claimed = store.indexes().stream().allMatch(index -> index.claim(entry));
            // Again: a write of a key marks the ticket, then looks who stands there.
            if (!claimed || questions.stream().anyMatch(ticket::knowsAbsent)) {
                return unclaimed(entry);
            }
            store.coverage().unverified(id);
        } catch (RuntimeException | Error e) {
            // A key's own equals threw, or there was no memory.
            unclaimed(entry);
            throw e;
        }
        EvictionPolicy<S> policy = store.policy();
        if (policy != null) {
            policy.link(entry);
        }
        return entry;
    }

    private @Nullable Entry<S> unclaimed(Entry<S> entry) {
        entry.kill();
        store.indexes().forEach(index -> index.remove(entry));
        return null;
    }

    @Override
    public void close() {
        ticket.close();
    }
}
