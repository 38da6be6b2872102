package io.turnkey.internal.load;

import io.turnkey.internal.store.Installed;
import io.turnkey.internal.store.Ticket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            for (int attempt = 1; !open.isEmpty(); attempt++) {
                Ticket<S, ID> ticket = attempt == 1 ? tickets.get(0) : again(open);
                answer(open, ticket, attempt == MOST_ATTEMPTS);
            }
        } finally {
            tickets.forEach(Ticket::close);
        }
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
        Map<Flight<S, Optional<S>>, Optional<S>> answers = new LinkedHashMap<>();
        open.forEach((value, flight) -> {
            S row = rows.get(value);
            if (row == null) {
                loader.none(key, value, ticket);
                answers.put(flight, Optional.empty());
            } else {
                keep(value, row, ticket, last).ifPresent(answer -> answers.put(flight, Optional.of(answer)));
            }
        });
        open.values().removeAll(answers.keySet());
        answers.forEach(
                (flight, answer) -> loader.land(flight, () -> flight.answer().complete(answer)));
    }

    /** What to answer with; empty if it should be read again. */
    private Optional<S> keep(K value, S row, Ticket<S, ID> ticket, boolean last) {
        if (!ticket.answers(value)) {
            loader.refused();
            return Optional.of(row);
        }
        Installed<S> installed = loader.install(ticket, row);
        return switch (installed.outcome()) {
            case KEPT, RENEWED -> installed.answer();
            case OUTDATED ->
                installed
                        .answer()
                        .filter(newer -> value.equals(key.model().of().apply(newer)))
                        .or(() -> last ? Optional.of(row) : Optional.empty());
            case CONTRADICTED -> last ? Optional.of(row) : Optional.empty();
            case REFUSED, NO_ROOM -> Optional.of(row);
        };
    }
}
