package io.turnkey.internal.load;

import io.turnkey.internal.store.Question;
import io.turnkey.internal.store.Ticket;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;

/** Reads rows to look at them. Nobody joins such a load, for it must begin after what asks for it; and nothing of it is kept. */
final class Looks<S, ID> {
    private final RowLoader<S, ID> loader;
    private final Loads loads;
    private final Set<Flight<S, ?>> flights = ConcurrentHashMap.newKeySet();

    Looks(RowLoader<S, ID> loader, Loads loads) {
        this.loader = loader;
        this.loads = loads;
    }

    /** See {@link RowLoader#look}. */
    <K, T> T look(
            Progress progress,
            UniqueKey<S, K> key,
            Collection<K> values,
            BiFunction<Ticket<S, ID>, Map<K, S>, T> look) {
        Ticket<S, ID> ticket = loader.open(key, values);
        Flight<S, T> flight = new Flight<>(new Question(key.ordinal(), values), progress, ticket);
        flights.add(flight);
        try {
            loads.execute(
                    progress,
                    ticket,
                    () -> flight.answer().complete(look.apply(ticket, loader.read(key, values, progress))),
                    flight.answer()::completeExceptionally);
            return loads.await(flight);
        } finally {
            flights.remove(flight);
        }
    }

    int size() {
        return flights.size();
    }

    void failAll(RuntimeException failure) {
        flights.forEach(flight -> flight.fail(failure));
    }
}
