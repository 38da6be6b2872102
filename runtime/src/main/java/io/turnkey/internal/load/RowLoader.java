package io.turnkey.internal.load;

import io.turnkey.CacheLoadException;
import io.turnkey.internal.load.RowLoad.Wanted;
import io.turnkey.internal.load.SharedRows.Copy;
import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Installed;
import io.turnkey.internal.store.Installed.Outcome;
import io.turnkey.internal.store.Negatives;
import io.turnkey.internal.store.Store;
import io.turnkey.internal.store.Ticket;
import io.turnkey.internal.store.Tickets;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Loads rows by id or unique key, one statement for all that are asked for together, and keeps them. */
public final class RowLoader<S, ID> {
    /** Rows that a database without a unique constraint, or with a lax collation, may match beyond one a value. */
    private static final int EXTRA_ROWS = 100;

    private final EntitySource<S> source;
    private final SharedRows<S, ID> shared;
    private final Store<S, ID> store;
    private final Tickets<S, ID> tickets;
    private final Negatives negatives;
    private final Loads loads;
    private final Mismatches mismatches;
    private final SingleFlight<S, Optional<S>> flights = new SingleFlight<>();
    private final Looks<S, ID> looks;

    /** Loads into {@code store}. */
    public RowLoader(
            EntitySource<S> source,
            SharedRows<S, ID> shared,
            Store<S, ID> store,
            Tickets<S, ID> tickets,
            Negatives negatives,
            Loads loads,
            Mismatches mismatches) {
        this.source = source;
        this.shared = shared;
        this.store = store;
        this.tickets = tickets;
        this.negatives = negatives;
        this.loads = loads;
        this.mismatches = mismatches;
        this.looks = new Looks<>(this, loads);
    }

    /** The row, from a load that is under way or a new one; if that fails, what {@code ifFailed} has. */
    public <K> Optional<S> load(UniqueKey<S, K> key, K value, Function<K, Optional<S>> ifFailed) {
        Flight<S, Optional<S>> joined = flights.joinable(key.question(value));
        Flight<S, Optional<S>> flight = joined != null ? joined : start(key, value, Wanted.ROW);
        return await(value, flight, loads.deadline(flight), ifFailed);
    }

    private <K> Optional<S> await(
            K value, Flight<S, Optional<S>> flight, long deadline, Function<K, Optional<S>> ifFailed) {
        try {
            return loads.await(flight, deadline);
        } catch (CacheLoadException e) {
            Optional<S> kept = ifFailed.apply(value);
            if (kept.isEmpty()) {
                throw e;
            }
            return kept;
        }
    }

    /** The row, from a load that begins now. */
    public <K> Optional<S> reload(UniqueKey<S, K> key, K value) {
        return loads.await(start(key, value, Wanted.SOURCE_NOW));
    }

    /** Loads of these rows, those that are under way or new ones; nobody waits for them. */
    <K> Map<K, Flight<S, Optional<S>>> refresh(UniqueKey<S, K> key, Collection<K> values) {
        return start(key, values, Wanted.RENEWAL);
    }

    private <K> Flight<S, Optional<S>> start(UniqueKey<S, K> key, K value, Wanted wanted) {
        RowLoad<S, ID, K> load = new RowLoad<>(this, loads, key, Set.of(value), wanted);
        Flight<S, Optional<S>> flight;
        try {
            flight = load.join(value);
        } catch (Throwable e) {
            load.abandon(e);
            throw e;
        }
        run(load);
        return flight;
    }

    private <K> Map<K, Flight<S, Optional<S>>> start(UniqueKey<S, K> key, Collection<K> values, Wanted wanted) {
        Map<K, Flight<S, Optional<S>>> flights = new LinkedHashMap<>();
        RowLoad<S, ID, K> load = new RowLoad<>(this, loads, key, new LinkedHashSet<>(values), wanted);
        try {
            values.forEach(value -> flights.put(value, load.join(value)));
        } catch (Throwable e) {
            load.abandon(e);
            throw e;
        }
        run(load);
        return flights;
    }

    private void run(RowLoad<S, ID, ?> load) {
        if (load.isNeeded()) {
            loads.execute(load);
        } else {
            load.ticket().close();
        }
    }

    /** The id of the row that carries {@code value} in the source now. */
    public <K> Optional<ID> findId(UniqueKey<S, K> key, K value) {
        return looks.look(
                key.model().method(),
                key,
                Set.of(value),
                (ticket, rows) -> Optional.ofNullable(rows.get(value)).map(store::id));
    }

    /**
     * Reads the rows that carry one of {@code values}, those that exist, and answers with what {@code look}, on the loader's thread, makes of them. Nothing of what is read is kept; the ticket tells what
     * was changed since before the rows were read.
     */
    public <K, T> T look(
            String operation, UniqueKey<S, K> key, Set<K> values, BiFunction<Ticket<S, ID>, Map<K, S>, T> look) {
        return looks.look(operation, key, values, look);
    }

    /** The rows by their keys, those that exist; if a load fails, what {@code ifFailed} has for each of its keys. */
    public <K> Map<K, S> loadMany(UniqueKey<S, K> key, Collection<K> values, Function<K, Optional<S>> ifFailed) {
        long deadline = loads.deadline();
        Map<K, Flight<S, Optional<S>>> waiting = new LinkedHashMap<>();
        List<K> missing = new ArrayList<>();
        for (K value : values) {
            Flight<S, Optional<S>> flight = flights.joinable(key.question(value));
            if (flight == null) {
                missing.add(value);
            } else {
                waiting.put(value, flight);
            }
        }
        if (!missing.isEmpty()) {
            waiting.putAll(start(key, missing, Wanted.ROW));
        }
        Map<K, S> found = new LinkedHashMap<>();
        waiting.forEach(
                (value, flight) -> await(value, flight, deadline, ifFailed).ifPresent(row -> found.put(value, row)));
        return found;
    }

    /** Reads these rows, by loads that are under way or a new one, and waits for them. */
    public <K> void confirm(UniqueKey<S, K> key, Collection<K> values) {
        long deadline = loads.deadline();
        start(key, values, Wanted.SOURCE).values().forEach(flight -> loads.await(flight, deadline));
    }

    /** How many loads are under way; for tests. */
    public int flights() {
        return flights.size() + looks.size();
    }

    /** Ends every load with {@code failure}. */
    public void close(RuntimeException failure) {
        flights.failAll(failure);
        looks.failAll(failure);
    }

    /** Registers {@code flight}, unless another one can be joined; answers with the one to wait for. */
    Flight<S, Optional<S>> joinOr(Flight<S, Optional<S>> flight) {
        return flights.joinOr(flight);
    }

    /** Registers {@code flight} in any case. */
    Flight<S, Optional<S>> replace(Flight<S, Optional<S>> flight) {
        flights.replace(flight);
        return flight;
    }

    /** Callers cannot join it any more. */
    void land(Flight<S, Optional<S>> flight) {
        flights.land(flight);
    }

    /** Reads the rows that carry one of {@code values}, by that value; a row that Java does not find equal to any is counted and left out. */
    <K> Map<K, S> read(UniqueKey<S, K> key, Set<K> values, Load<S, ID> load) {
        int limit = values.size() + EXTRA_ROWS;
        return loads.read(
                load,
                () -> source.read(key.model(), values, limit, load),
                rows -> byValue(key.model(), values, rows, limit, load));
    }

    private <K> Map<K, S> byValue(KeyModel<S, K> model, Set<K> values, List<S> rows, int limit, Load<S, ID> load) {
        if (rows.size() > limit) {
            // The rest was cut off: a value without a row may have one.
            throw new CacheLoadException(load.operation() + " found more than " + limit + " rows for " + values.size()
                    + " keys: is the key's unique constraint missing, or its collation case-insensitive?");
        }
        Map<K, S> byValue = new HashMap<>(2 * rows.size());
        for (S row : rows) {
            K carried = model.of().apply(row);
            if (carried == null || !values.contains(carried) || byValue.putIfAbsent(carried, row) != null) {
                mismatches.add(model);
            }
        }
        return byValue;
    }

    Ticket<S, ID> open(UniqueKey<S, ?> key, Collection<?> values) {
        return tickets.open(key.model(), values);
    }

    @Nullable
    Entry<S> fresh(@Nullable Entry<S> entry) {
        return store.fresh(entry);
    }

    Installed<S> install(Ticket<S, ID> ticket, S row) {
        return store.install(ticket, row);
    }

    /** There is no such row: what memory says of it, if that is older than the load, leaves, and the answer is remembered. */
    <K> void none(UniqueKey<S, K> key, K value, Ticket<S, ID> ticket) {
        if (ticket.answers(value)) {
            store.missing(ticket, key.model(), value);
        }
        if (!negatives.remember(ticket, key.question(value))) {
            countRefused();
        }
    }

    /** What the second level has; nothing while nothing is to be kept. */
    <K> Map<K, Copy<S>> copies(UniqueKey<S, K> key, Collection<K> values) {
        return tickets.isRefusing() ? Map.of() : shared.read(key, values);
    }

    /** Keeps a copy; what stands for the row then, if that may be served. */
    @Nullable
    Entry<S> installCopy(Ticket<S, ID> ticket, Copy<S> copy) {
        Installed<S> installed = store.installCopy(ticket, copy.row(), copy.left());
        if (installed.outcome() == Outcome.OUTDATED || installed.outcome() == Outcome.CONTRADICTED) {
            shared.outdated(List.of(store.id(copy.row())));
        }
        return store.fresh(installed.entry());
    }

    /** There is no such row: the second level, which was not asked, has none to answer with. */
    @SuppressWarnings("unchecked") // what was asked for is an id
    <K> void gone(UniqueKey<S, K> key, K value) {
        if (key.ordinal() == 0) {
            shared.outdated(List.of((ID) value));
        }
    }

    /** A read of the source begins. */
    Offering<S, ID> offering() {
        return Offering.begin(shared, store::id, true);
    }

    private void countRefused() {
        if (!tickets.isRefusing()) {
            loads.counters().refusedInstalls.increment();
        }
    }

    /** The row was asked for by something that has changed since. */
    Installed<S> refused() {
        countRefused();
        return new Installed<>(Outcome.REFUSED, null);
    }

    boolean handOut(Ticket<S, ID> ticket, S row) {
        return store.handOut(ticket, row);
    }
}
