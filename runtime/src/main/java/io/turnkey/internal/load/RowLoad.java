package io.turnkey.internal.load;

import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Installed;
import io.turnkey.internal.store.Installed.Outcome;
import io.turnkey.internal.store.Ticket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One load of some rows, as it runs on a loader's thread. Rows that contradict another copy are read again under a new ticket, a few times; after that the last
 * one read is answered and not kept.
 */
final class RowLoad<S, ID, K> {
    private static final int MOST_ATTEMPTS = 3;

    private final RowLoader<S, ID> loader;
    private final UniqueKey<S, K> key;
    private final Map<K, Flight<S, Optional<S>>> flights;
    private final List<Ticket<S, ID>> tickets = new ArrayList<>(1);

    RowLoad(RowLoader<S, ID> loader, UniqueKey<S, K> key, Map<K, Flight<S, Optional<S>>> flights, Ticket<S, ID> first) {
        this.loader = loader;
        this.key = key;
        this.flights = flights;
        this.tickets.add(first);
    }

    void run() {
        try {
            Map<K, Flight<S, Optional<S>>> open = new LinkedHashMap<>(flights);
            for (int attempt = 1; isWaitedFor(open); attempt++) {
                Ticket<S, ID> ticket = attempt == 1 ? tickets.get(0) : again(open);
                answer(open, ticket, attempt == MOST_ATTEMPTS);
            }
        } finally {
            tickets.forEach(Ticket::close);
        }
    }

    /** Whether somebody still waits; takes out of {@code open} the flights that were given up. */
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

    private Ticket<S, ID> again(Map<K, Flight<S, Optional<S>>> open) {
        Ticket<S, ID> ticket = loader.open(key, open.keySet());
        tickets.add(ticket);
        open.values().forEach(flight -> flight.retry(ticket));
        return ticket;
    }

    /** Answers what can be answered, and takes it out of {@code open}. */
    private void answer(Map<K, Flight<S, Optional<S>>> open, Ticket<S, ID> ticket, boolean last) {
        Progress progress = open.values().iterator().next().progress();
        Map<K, S> rows = loader.read(key, open.keySet(), progress);
        open.entrySet()
                .removeIf(asked -> answer(asked.getKey(), asked.getValue(), rows.get(asked.getKey()), ticket, last));
    }

    /** Answers one flight, unless the row should be read again. */
    private boolean answer(
            K value, Flight<S, Optional<S>> flight, @Nullable S row, Ticket<S, ID> ticket, boolean last) {
        if (row == null) {
            loader.none(key, value, ticket);
            loader.land(flight);
            flight.answer().complete(Optional.empty());
            return true;
        }
        Installed<S> installed = ticket.answers(value) ? loader.install(ticket, row) : loader.refused();
        // Nobody joins from here on: what is right now is right for all who wait.
        loader.land(flight);
        Optional<S> answer = choose(value, row, ticket, installed).or(() -> last ? Optional.of(row) : Optional.empty());
        if (answer.isPresent()) {
            flight.answer().complete(answer);
        }
        return answer.isPresent();
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
