package io.turnkey.internal.load;

import io.turnkey.CacheLoadException;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Loads rows by id or unique key, one statement for all that are asked for together, and keeps them. */
public final class RowLoader<S, ID> {
    /** Rows that a database without a unique constraint, or with a lax collation, may match beyond one a value. */
    private static final int EXTRA_ROWS = 100;

    /** What a load is started for. */
    private enum Wanted {
        /** The row: one that another load has brought meanwhile will do. */
        ROW,
        /** What the source says: a load under way will do, memory will not. */
        SOURCE,
        /** What the source says now. */
        SOURCE_NOW
    }

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
        Flight<S, Optional<S>> flight = flights.joinable(key.question(value));
        return await(value, flight != null ? flight : start(key, value, Wanted.ROW), loads.deadline(), ifFailed);
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
        return start(key, values, Wanted.SOURCE, loads.refreshing());
    }

    private <K> Flight<S, Optional<S>> start(UniqueKey<S, K> key, K value, Wanted wanted) {
        return start(key, List.of(value), wanted, progress(key))
                .values()
                .iterator()
                .next();
    }

    private Progress progress(UniqueKey<S, ?> key) {
        return loads.progress(key.model().method());
    }

    /** The id of the row that carries {@code value} in the source now. */
    public <K> Optional<ID> findId(UniqueKey<S, K> key, K value) {
        return looks.look(
                progress(key),
                key,
                List.of(value),
                (ticket, rows) -> Optional.ofNullable(rows.get(value)).map(store::id));
    }

    /**
     * Reads the rows that carry one of {@code values}, those that exist, and answers with what {@code look}, on the loader's thread, makes of them. Nothing of what is read is kept; the ticket tells what
     * was changed since before the rows were read.
     */
    public <K, T> T look(
            String operation, UniqueKey<S, K> key, Collection<K> values, BiFunction<Ticket<S, ID>, Map<K, S>, T> look) {
        return looks.look(loads.progress(operation), key, values, look);
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
            waiting.putAll(start(key, missing, Wanted.ROW, progress(key)));
        }
        Map<K, S> found = new LinkedHashMap<>();
        waiting.forEach(
                (value, flight) -> await(value, flight, deadline, ifFailed).ifPresent(row -> found.put(value, row)));
        return found;
    }

    /** Reads these rows, by loads that are under way or a new one, and waits for them. */
    public <K> void confirm(UniqueKey<S, K> key, Collection<K> values) {
        long deadline = loads.deadline();
        start(key, values, Wanted.SOURCE, progress(key)).values().forEach(flight -> loads.await(flight, deadline));
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

    private <K> Map<K, Flight<S, Optional<S>>> start(
            UniqueKey<S, K> key, Collection<K> values, Wanted wanted, Progress progress) {
        boolean anew = wanted == Wanted.SOURCE_NOW;
        Ticket<S, ID> ticket = tickets.open(key.model(), values);
        Map<K, Flight<S, Optional<S>>> all = new LinkedHashMap<>(2 * values.size());
        Map<K, Flight<S, Optional<S>>> mine = new LinkedHashMap<>(2 * values.size());
        for (K value : values) {
            Flight<S, Optional<S>> flight = new Flight<>(key.question(value), progress, ticket);
            if (anew) {
                flights.replace(flight);
            }
            Flight<S, Optional<S>> joined = anew ? flight : flights.joinOr(flight);
            all.put(value, joined);
            if (joined == flight && !(wanted == Wanted.ROW && hasLanded(key, value, flight))) {
                mine.put(value, flight);
            }
        }
        if (mine.isEmpty()) {
            ticket.close();
        } else {
            loads.execute(
                    progress,
                    ticket,
                    () -> new RowLoad<>(this, key, mine, ticket, wanted == Wanted.ROW).run(),
                    failure -> fail(mine, failure));
        }
        return all;
    }

    /** Whether another load brought the row between the caller's miss and now: it came in before its flight could not be joined any more. */
    private <K> boolean hasLanded(UniqueKey<S, K> key, K value, Flight<S, Optional<S>> flight) {
        Entry<S> entry = store.fresh(key.slots().get(value));
        if (entry == null) {
            return false;
        }
        land(flight);
        return flight.answer().complete(entry.answer());
    }

    private void fail(Map<?, Flight<S, Optional<S>>> flights, RuntimeException failure) {
        flights.values().forEach(flight -> {
            land(flight);
            flight.answer().completeExceptionally(failure);
        });
    }

    void land(Flight<S, Optional<S>> flight) {
        flights.land(flight);
    }

    /** Reads the rows that carry one of {@code values}, by that value; a row that Java does not find equal to any is counted and left out. */
    <K> Map<K, S> read(UniqueKey<S, K> key, Collection<K> values, Progress progress) {
        KeyModel<S, K> model = key.model();
        int limit = values.size() + EXTRA_ROWS;
        List<S> rows = loads.read(progress, () -> source.read(model, values, limit, progress));
        if (rows.size() > limit) {
            // The rest was cut off: a value without a row may have one.
            throw new CacheLoadException(
                    progress.operation() + " found more than " + limit + " rows for " + values.size()
                            + " keys: is the key's unique constraint missing, or its collation case-insensitive?");
        }
        Map<K, S> byValue = new LinkedHashMap<>(2 * rows.size());
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
