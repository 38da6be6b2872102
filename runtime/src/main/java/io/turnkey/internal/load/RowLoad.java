package io.turnkey.internal.load;

import io.turnkey.internal.load.SharedRows.Copy;
import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Installed;
import io.turnkey.internal.store.Installed.Outcome;
import io.turnkey.internal.store.Ticket;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One load of some rows: what the second level does not have is read from the source. Rows that contradict another copy are read again under a new ticket, a few times; after that the last
 * one read is answered and not kept. The caller's thread joins the flights, a loader's thread answers them.
 */
final class RowLoad<S, ID, K> extends Load<S, ID> {
    /** What a load is started for. */
    enum Wanted {
        /** The row: one that another load has brought meanwhile will do. */
        ROW,
        /** What the source says: a load under way will do, memory will not. */
        SOURCE,
        /** The same, and nobody waits for it. */
        RENEWAL,
        /** What the source says now. */
        SOURCE_NOW
    }

    /** What a load that no caller asked for is called. */
    static final String REFRESH = "refresh";

    private static final int MOST_ATTEMPTS = 3;

    private final RowLoader<S, ID> loader;
    private final UniqueKey<S, K> key;
    private final Set<K> values;
    private final Wanted wanted;

    /** The flights of this load that have no answer yet, as far as it has looked. */
    private final List<Flight<S, Optional<S>>> open;

    /** A load of the rows that carry one of {@code values}, which are not to be changed any more. */
    RowLoad(RowLoader<S, ID> loader, Loads loads, UniqueKey<S, K> key, Set<K> values, Wanted wanted) {
        super(loads, wanted == Wanted.RENEWAL ? REFRESH : key.model().method(), loader.open(key, values));
        this.loader = loader;
        this.key = key;
        this.values = values;
        this.wanted = wanted;
        this.open = new ArrayList<>(values.size());
    }

    @Override
    String event() {
        return wanted == Wanted.RENEWAL ? REFRESH : operation();
    }

    /** The flight that will bring the row with {@code value}: one of this load, unless another one can be joined. To be called for each value, before it is run. */
    Flight<S, Optional<S>> join(K value) {
        Flight<S, Optional<S>> mine = new Flight<>(key.question(value), this);
        // Before others can join it: whatever is thrown from then on, it is answered.
        open.add(mine);
        Flight<S, Optional<S>> joined = wanted == Wanted.SOURCE_NOW ? loader.replace(mine) : loader.joinOr(mine);
        if (joined != mine || (wanted == Wanted.ROW && hasLanded(value, mine))) {
            open.remove(open.size() - 1);
        }
        return joined;
    }

    /** Whether another load brought the row between the caller's miss and now: it came in before its flight could not be joined any more. */
    private boolean hasLanded(K value, Flight<S, Optional<S>> flight) {
        Entry<S> entry = loader.fresh(key.slots().get(value));
        if (entry == null) {
            return false;
        }
        answer(flight, entry.answer());
        return true;
    }

    /** Whether any flight is its own. */
    boolean isNeeded() {
        return !open.isEmpty();
    }

    @Override
    void fail(RuntimeException failure) {
        try {
            open.forEach(loader::land);
        } finally {
            // Also if a key's own equals threw: nobody waits for what is over.
            open.forEach(flight -> flight.completeExceptionally(failure));
        }
    }

    @Override
    void load() {
        boolean outdated = wanted == Wanted.ROW && isWaitedFor() && findsOutdatedCopies();
        for (int attempt = 1; isWaitedFor(); attempt++) {
            if (attempt > 1 || outdated) {
                again();
            }
            read(attempt == MOST_ATTEMPTS);
        }
    }

    /** Whether somebody still waits; forgets what was answered, or given up. */
    private boolean isWaitedFor() {
        open.removeIf(this::isOver);
        return !open.isEmpty();
    }

    private boolean isOver(Flight<S, Optional<S>> flight) {
        boolean over = flight.isDone();
        if (over) {
            loader.land(flight);
        }
        return over;
    }

    private void again() {
        Ticket<S, ID> ticket = loader.open(key, asked());
        open.forEach(flight -> flight.retry(ticket));
        retry(ticket);
    }

    /** The values of the open flights. */
    private Set<K> asked() {
        if (open.size() == values.size()) {
            return values;
        }
        Set<K> asked = new LinkedHashSet<>();
        open.forEach(flight -> asked.add(value(flight)));
        return asked;
    }

    @SuppressWarnings("unchecked") // each flight was made of one of the values
    private K value(Flight<S, ?> flight) {
        return (K) flight.question().value();
    }

    private boolean carries(Entry<S> entry, K value) {
        return value.equals(key.model().of().apply(entry.snapshot()));
    }

    /** Answers with what the second level has; whether there was a copy that may be out of date, so that what the ticket saw speaks against the row. */
    private boolean findsOutdatedCopies() {
        Map<K, Copy<S>> copies = loader.copies(key, asked());
        boolean outdated = false;
        if (!copies.isEmpty()) {
            for (Flight<S, Optional<S>> flight : open) {
                Copy<S> copy = copies.get(value(flight));
                outdated |= copy != null && !isAnswered(flight, copy);
            }
        }
        return outdated;
    }

    /** Answers with a copy, unless the source must be asked. */
    private boolean isAnswered(Flight<S, Optional<S>> flight, Copy<S> copy) {
        K value = value(flight);
        Entry<S> entry = ticket().answers(value)
                ? loader.installCopy(ticket(), copy)
                : loader.refused().entry();
        if (entry == null || !carries(entry, value)) {
            return false;
        }
        answer(flight, entry.answer());
        return true;
    }

    /** Reads the source, and answers what can be answered. */
    private void read(boolean last) {
        Offering<S, ID> offering = loader.offering();
        Map<K, S> rows = loader.read(key, asked(), this);
        List<@Nullable Installed<S>> installed = new ArrayList<>(open.size());
        for (Flight<S, Optional<S>> flight : open) {
            K value = value(flight);
            S row = rows.get(value);
            Installed<S> kept = row == null ? null : install(value, row);
            if (kept != null) {
                offering.add(kept);
            }
            installed.add(kept);
        }
        // Before anybody has an answer, and may close the cache.
        if (wanted == Wanted.ROW) {
            offering.sendLacked();
        } else {
            offering.send();
        }
        for (int i = 0; i < open.size(); i++) {
            Flight<S, Optional<S>> flight = open.get(i);
            S row = rows.get(value(flight));
            Installed<S> kept = installed.get(i);
            if (row == null || kept == null) {
                answerNone(flight);
            } else {
                answer(flight, row, kept, last);
            }
        }
    }

    private Installed<S> install(K value, S row) {
        return ticket().answers(value) ? loader.install(ticket(), row) : loader.refused();
    }

    private void answerNone(Flight<S, Optional<S>> flight) {
        K value = value(flight);
        if (wanted != Wanted.ROW) {
            loader.gone(key, value);
        }
        loader.none(key, value, ticket());
        answer(flight, Optional.empty());
    }

    /** Answers one flight, unless the row should be read again. */
    private void answer(Flight<S, Optional<S>> flight, S row, Installed<S> installed, boolean last) {
        // Nobody joins from here on: what is right now is right for all who wait.
        loader.land(flight);
        Optional<S> chosen = choose(value(flight), row, installed);
        if (chosen.isPresent() || last) {
            flight.complete(chosen.isPresent() ? chosen : Optional.of(row));
        }
    }

    private void answer(Flight<S, Optional<S>> flight, Optional<S> answer) {
        loader.land(flight);
        flight.complete(answer);
    }

    /** What to answer with; empty if it should be read again. */
    private Optional<S> choose(K value, S row, Installed<S> installed) {
        Entry<S> entry = installed.entry();
        if (entry != null && !entry.isDead() && carries(entry, value)) {
            return entry.answer();
        }
        boolean contradicted = installed.outcome() == Outcome.CONTRADICTED
                || (installed.outcome() == Outcome.REFUSED && ticket().answers(value));
        return contradicted || !loader.handOut(ticket(), row) ? Optional.empty() : Optional.of(row);
    }
}
