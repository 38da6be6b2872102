package io.turnkey.internal.load;

import io.turnkey.internal.load.SharedRows.Copy;
import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Installed;
import io.turnkey.internal.store.Installed.Outcome;
import io.turnkey.internal.store.Ticket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One load of some rows, as it runs on a loader's thread: what the second level does not have is read from the source. Rows that contradict another copy are read again under a new ticket, a few times; after that the last
 * one read is answered and not kept.
 */
final class RowLoad<S, ID, K> {
    private static final int MOST_ATTEMPTS = 3;

    private final RowLoader<S, ID> loader;
    private final UniqueKey<S, K> key;
    private final Map<K, Flight<S, Optional<S>>> flights;
    private final boolean takesCopies;
    private final List<Ticket<S, ID>> tickets = new ArrayList<>(1);

    RowLoad(
            RowLoader<S, ID> loader,
            UniqueKey<S, K> key,
            Map<K, Flight<S, Optional<S>>> flights,
            Ticket<S, ID> first,
            boolean takesCopies) {
        this.loader = loader;
        this.key = key;
        this.flights = flights;
        this.takesCopies = takesCopies;
        this.tickets.add(first);
    }

    void run() {
        try {
            Map<K, Flight<S, Optional<S>>> open = new LinkedHashMap<>(flights);
            boolean outdated = takesCopies && isWaitedFor(open) && copies(open, tickets.get(0));
            for (int attempt = 1; isWaitedFor(open); attempt++) {
                Ticket<S, ID> ticket = attempt == 1 && !outdated ? tickets.get(0) : again(open);
                answer(open, ticket, attempt == MOST_ATTEMPTS);
            }
        } finally {
            tickets.forEach(Ticket::close);
        }
    }

    /** Whether somebody still waits; takes out of {@code open} what was answered, or given up. */
    private boolean isWaitedFor(Map<K, Flight<S, Optional<S>>> open) {
        open.values().removeIf(flight -> {
            boolean over = flight.answer().isDone();
            if (over) {
                loader.land(flight);
            }
            return over;
        });
        return !open.isEmpty();
    }

    /** Answers what the second level has; whether there was a copy that may be out of date, so that what the ticket saw speaks against the row. */
    private boolean copies(Map<K, Flight<S, Optional<S>>> open, Ticket<S, ID> ticket) {
        Map<K, Copy<S>> copies = loader.copies(key, List.copyOf(open.keySet()));
        boolean[] outdated = new boolean[1];
        copies.forEach((value, copy) -> {
            Flight<S, Optional<S>> flight = open.get(value);
            if (flight != null && !answer(value, flight, copy, ticket)) {
                outdated[0] = true;
            }
        });
        return outdated[0];
    }

    /** Answers one flight with a copy, unless the source must be asked. */
    private boolean answer(K value, Flight<S, Optional<S>> flight, Copy<S> copy, Ticket<S, ID> ticket) {
        Entry<S> entry = ticket.answers(value)
                ? loader.installCopy(ticket, copy)
                : loader.refused().entry();
        if (entry == null || !value.equals(key.model().of().apply(entry.snapshot()))) {
            return false;
        }
        loader.land(flight);
        flight.answer().complete(entry.answer());
        return true;
    }

    private Ticket<S, ID> again(Map<K, Flight<S, Optional<S>>> open) {
        Ticket<S, ID> ticket = loader.open(key, open.keySet());
        tickets.add(ticket);
        open.values().forEach(flight -> flight.retry(ticket));
        return ticket;
    }

    /** Answers what can be answered. */
    private void answer(Map<K, Flight<S, Optional<S>>> open, Ticket<S, ID> ticket, boolean last) {
        Progress progress = open.values().iterator().next().progress();
        Offering<S, ID> offering = loader.offering();
        Map<K, S> rows = loader.read(key, open.keySet(), progress);
        Map<K, Installed<S>> installed = new LinkedHashMap<>();
        rows.forEach((value, row) ->
                installed.put(value, ticket.answers(value) ? loader.install(ticket, row) : loader.refused()));
        installed.values().forEach(offering::add);
        // Before anybody has an answer, and may close the cache.
        if (takesCopies) {
            offering.sendLacked();
        } else {
            offering.send();
        }
        open.forEach((value, flight) -> {
            S row = rows.get(value);
            if (row == null) {
                answerNone(value, flight, ticket);
            } else {
                answer(value, flight, row, ticket, last, Objects.requireNonNull(installed.get(value)));
            }
        });
    }

    private void answerNone(K value, Flight<S, Optional<S>> flight, Ticket<S, ID> ticket) {
        if (!takesCopies) {
            loader.gone(key, value);
        }
        loader.none(key, value, ticket);
        loader.land(flight);
        flight.answer().complete(Optional.empty());
    }

    /** Answers one flight, unless the row should be read again. */
    private void answer(
            K value, Flight<S, Optional<S>> flight, S row, Ticket<S, ID> ticket, boolean last, Installed<S> installed) {
        // Nobody joins from here on: what is right now is right for all who wait.
        loader.land(flight);
        Optional<S> chosen = choose(value, row, ticket, installed);
        if (chosen.isPresent() || last) {
            flight.answer().complete(chosen.isPresent() ? chosen : Optional.of(row));
        }
    }

    /** What to answer with; empty if it should be read again. */
    private Optional<S> choose(K value, S row, Ticket<S, ID> ticket, Installed<S> installed) {
        Entry<S> entry = installed.entry();
        if (entry != null && !entry.isDead() && value.equals(key.model().of().apply(entry.snapshot()))) {
            return entry.answer();
        }
        boolean contradicted = installed.outcome() == Outcome.CONTRADICTED
                || (installed.outcome() == Outcome.REFUSED && ticket.answers(value));
        return contradicted || !loader.handOut(ticket, row) ? Optional.empty() : Optional.of(row);
    }
}
