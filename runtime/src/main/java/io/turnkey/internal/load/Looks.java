package io.turnkey.internal.load;

import io.turnkey.internal.store.Question;
import io.turnkey.internal.store.Ticket;
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
    <K, T> T look(String operation, UniqueKey<S, K> key, Set<K> values, BiFunction<Ticket<S, ID>, Map<K, S>, T> look) {
        Look<K, T> load = new Look<>(operation, key, values, look);
        flights.add(load.flight);
        try {
            loads.execute(load);
            return loads.await(load.flight);
        } finally {
            flights.remove(load.flight);
        }
    }

    private final class Look<K, T> extends Load<S, ID> {
        private final UniqueKey<S, K> key;
        private final Set<K> values;
        private final BiFunction<Ticket<S, ID>, Map<K, S>, T> look;
        private final Flight<S, T> flight;

        Look(String operation, UniqueKey<S, K> key, Set<K> values, BiFunction<Ticket<S, ID>, Map<K, S>, T> look) {
            super(loads, operation, loader.open(key, values));
            this.key = key;
            this.values = values;
            this.look = look;
            this.flight = new Flight<>(new Question(key.ordinal(), values), this);
        }

        @Override
        void load() {
            flight.complete(look.apply(ticket(), loader.read(key, values, this)));
        }

        @Override
        void fail(RuntimeException failure) {
            flight.completeExceptionally(failure);
        }
    }

    int size() {
        return flights.size();
    }

    void failAll(RuntimeException failure) {
        flights.forEach(flight -> flight.fail(failure));
    }
}
