package io.turnkey.internal.load;

import io.turnkey.CacheLoadException;
import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Installed;
import io.turnkey.internal.store.Lists;
import io.turnkey.internal.store.Question;
import io.turnkey.internal.store.Store;
import io.turnkey.internal.store.Ticket;
import io.turnkey.internal.store.Tickets;
import io.turnkey.spi.EntitySource;
import io.turnkey.spi.KeyModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Loads complete lists, and keeps them and their rows. */
public final class ListLoader<S, ID> {
    private final EntitySource<S> source;
    private final SharedRows<S, ID> shared;
    private final Store<S, ID> store;
    private final Tickets<S, ID> tickets;
    private final Lists<S> lists;
    private final Loads loads;
    private final Mismatches mismatches;
    private final int maxListSize;
    private final SingleFlight<S, List<S>> flights = new SingleFlight<>();

    /** Loads into {@code lists} and {@code store}; a list longer than {@code maxListSize} fails. */
    public ListLoader(
            EntitySource<S> source,
            SharedRows<S, ID> shared,
            Store<S, ID> store,
            Tickets<S, ID> tickets,
            Lists<S> lists,
            Loads loads,
            Mismatches mismatches,
            int maxListSize) {
        this.source = source;
        this.shared = shared;
        this.store = store;
        this.tickets = tickets;
        this.lists = lists;
        this.loads = loads;
        this.mismatches = mismatches;
        this.maxListSize = maxListSize;
    }

    /** The lists by their keys, from loads that are under way or one new one. */
    public <K> Map<K, List<S>> load(KeyModel<S, K> key, int ordinal, Collection<K> values) {
        return load(
                key.method(),
                values,
                value -> new Question(ordinal, value),
                missing -> tickets.open(key, missing),
                (missing, load) -> read(key, missing, load));
    }

    /** Every row of the table. */
    public List<S> loadAll() {
        Object all = Question.EVERYTHING.value();
        return load(
                        "listAll",
                        List.of(all),
                        value -> Question.EVERYTHING,
                        missing -> tickets.openForAll(),
                        (missing, load) -> Map.of(all, readAll(load)))
                .getOrDefault(all, List.of());
    }

    /** How many loads are under way; for tests. */
    public int flights() {
        return flights.size();
    }

    /** Ends every load with {@code failure}. */
    public void close(RuntimeException failure) {
        flights.failAll(failure);
    }

    /** Reads lists from the source. */
    private interface Reading<S, ID, K> {
        Map<K, List<S>> read(Collection<K> values, Load<S, ID> load);
    }

    private <K> Map<K, List<S>> load(
            String method,
            Collection<K> values,
            Function<K, Question> question,
            Function<Collection<K>, Ticket<S, ID>> open,
            Reading<S, ID, K> reading) {
        long deadline = loads.deadline();
        Map<K, Flight<S, List<S>>> waiting = new LinkedHashMap<>();
        ListLoad<K> load = new ListLoad<>(method, open.apply(values), reading);
        try {
            for (K value : values) {
                waiting.put(value, load.join(value, question.apply(value)));
            }
        } catch (Throwable e) {
            load.abandon(e);
            throw e;
        }
        if (load.mine.isEmpty()) {
            load.ticket().close();
        } else {
            loads.execute(load);
        }
        Map<K, List<S>> found = new LinkedHashMap<>();
        waiting.forEach((value, flight) -> found.put(value, loads.await(flight, deadline)));
        return found;
    }

    /** Whether another load brought the list between the caller's miss and now. */
    private boolean hasLanded(Flight<S, List<S>> flight) {
        List<S> list = lists.get(flight.question());
        if (list == null) {
            return false;
        }
        flights.land(flight);
        return flight.complete(list);
    }

    private final class ListLoad<K> extends Load<S, ID> {
        private final Reading<S, ID, K> reading;
        private final Map<K, Flight<S, List<S>>> mine = new LinkedHashMap<>();

        ListLoad(String method, Ticket<S, ID> ticket, Reading<S, ID, K> reading) {
            super(loads, method, ticket);
            this.reading = reading;
        }

        /** The flight that will bring the list: one of this load, unless another one can be joined. */
        private Flight<S, List<S>> join(K value, Question question) {
            Flight<S, List<S>> flight = new Flight<>(question, this);
            mine.put(value, flight);
            Flight<S, List<S>> joined = flights.joinOr(flight);
            if (joined != flight || hasLanded(flight)) {
                mine.remove(value);
            }
            return joined;
        }

        @Override
        void load() {
            Offering<S, ID> offering = Offering.begin(shared, store::id, true);
            Map<K, List<S>> read = reading.read(mine.keySet(), this);
            Map<K, List<S>> kept = new HashMap<>();
            mine.forEach((value, flight) ->
                    kept.put(value, keep(ticket(), flight.question(), read.getOrDefault(value, List.of()), offering)));
            // Before anybody has an answer, and may close the cache.
            offering.send();
            mine.forEach((value, flight) -> {
                flights.land(flight);
                flight.complete(kept.getOrDefault(value, List.of()));
            });
        }

        @Override
        void fail(RuntimeException failure) {
            try {
                mine.values().forEach(flights::land);
            } finally {
                // Also if a key's own equals threw: nobody waits for what is over.
                mine.values().forEach(flight -> flight.completeExceptionally(failure));
            }
        }
    }

    /** Installs the rows, so that a list and the entries share one copy, and then the list. */
    private List<S> keep(Ticket<S, ID> ticket, Question question, List<S> read, Offering<S, ID> offering) {
        List<S> rows = new ArrayList<>(read.size());
        for (S row : read) {
            Entry<S> entry = null;
            if (ticket.answers(question.value())) {
                Installed<S> installed = store.install(ticket, row);
                offering.add(installed);
                entry = installed.entry();
            }
            // Another copy may be newer, but the list is one answer of one moment: only an equal copy may stand in for
            // the row.
            rows.add(entry != null && entry.snapshot().equals(row) ? entry.snapshot() : row);
        }
        List<S> list = List.copyOf(rows);
        if (!lists.install(ticket, question, list) && !tickets.isRefusing()) {
            loads.counters().refusedInstalls.increment();
        }
        return list;
    }

    private <K> Map<K, List<S>> read(KeyModel<S, K> key, Collection<K> values, Load<S, ID> load) {
        int limit = (int) Math.min(Integer.MAX_VALUE - 1L, (long) maxListSize * values.size());
        return loads.read(
                load, () -> source.read(key, values, limit, load), rows -> byValue(key, values, rows, limit, load));
    }

    private <K> Map<K, List<S>> byValue(
            KeyModel<S, K> key, Collection<K> values, List<S> rows, int limit, Load<S, ID> load) {
        Map<K, List<S>> byValue = new LinkedHashMap<>();
        values.forEach(value -> byValue.put(value, new ArrayList<>()));
        if (rows.size() > limit) {
            // The rest was cut off, rows that no value carries included: no list is known to be complete.
            throw tooLong(load);
        }
        for (S row : rows) {
            K carried = key.of().apply(row);
            List<S> list = carried == null ? null : byValue.get(carried);
            if (list == null) {
                mismatches.add(key);
            } else {
                list.add(row);
                checkLength(load, list);
            }
        }
        return byValue;
    }

    private List<S> readAll(Load<S, ID> load) {
        return loads.read(
                load,
                () -> {
                    List<S> rows = new ArrayList<>();
                    source.readAll(
                            (int) Math.min(Integer.MAX_VALUE, maxListSize + 1L),
                            row -> {
                                rows.add(row);
                                checkLength(load, rows);
                            },
                            load);
                    return rows;
                },
                rows -> rows);
    }

    private void checkLength(Load<S, ID> load, List<S> list) {
        if (list.size() > maxListSize) {
            throw tooLong(load);
        }
    }

    private CacheLoadException tooLong(Load<S, ID> load) {
        return new CacheLoadException(load.operation() + " found more than maxListSize = " + maxListSize
                + " rows: ask for fewer, or raise maxListSize if a list that long is wanted");
    }
}
