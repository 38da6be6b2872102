package io.turnkey.internal.load;

import io.turnkey.internal.store.Question;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The flights under way: at most one a question that callers can still join. */
final class SingleFlight<S, T> {
    private final ConcurrentHashMap<Question, Flight<S, T>> flights = new ConcurrentHashMap<>();

    /** The flight that a caller may join, if there is one. */
    @Nullable
    Flight<S, T> joinable(Question question) {
        Flight<S, T> flight = flights.get(question);
        return flight != null && flight.isJoinable() ? flight : null;
    }

    /** Registers {@code flight}, unless another one can be joined; answers with the one to wait for. */
    Flight<S, T> joinOr(Flight<S, T> flight) {
        return flights.merge(flight.question(), flight, (present, mine) -> present.isJoinable() ? present : mine);
    }

    /** Registers {@code flight} in any case: callers from now on join it. */
    void replace(Flight<S, T> flight) {
        flights.put(flight.question(), flight);
    }

    /** The flight has ended. */
    void land(Flight<S, T> flight) {
        flights.remove(flight.question(), flight);
    }

    /** How many flights are under way; for tests. */
    int size() {
        return flights.size();
    }

    /** Ends every flight with {@code failure}. */
    void failAll(RuntimeException failure) {
        flights.values().forEach(flight -> flight.fail(failure));
        flights.clear();
    }
}
