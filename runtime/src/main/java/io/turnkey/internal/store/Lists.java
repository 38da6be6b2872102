package io.turnkey.internal.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Complete lists of rows by keys that are not unique: a FIFO bounded by the number of rows in all of them. Its lock is a leaf; a hit takes none. */
public final class Lists<S> {
    /** A list; {@code ids} are the rows that {@link #byRow} finds it by. */
    private record Kept<S>(List<S> rows, List<?> ids, int start, long expiresAt) {}

    private final int capacity;
    private final Lifetime lifetime;
    private final Function<S, ?> id;
    private final ConcurrentHashMap<Question, Kept<S>> lists = new ConcurrentHashMap<>();
    private final Map<Question, Integer> weights = new LinkedHashMap<>();
    private final ListsByRow byRow = new ListsByRow();
    private int weight;

    /** A list whose load began before this moment of the sequence is out of date. */
    private int oldest;

    /** At most {@code capacity} rows, which {@code id} tells apart. */
    public Lists(int capacity, Lifetime lifetime, Function<S, ?> id) {
        this.capacity = capacity;
        this.lifetime = lifetime;
        this.id = id;
    }

    /** The list, or {@code null} if it is not in memory or has expired. */
    public @Nullable List<S> get(Question question) {
        Kept<S> kept = lists.get(question);
        return kept == null || kept.expiresAt() <= lifetime.now() ? null : kept.rows();
    }

    /** Keeps a list, unless the ticket was taken back or saw one of its rows change; answers whether it still allowed it. A list longer than the capacity is not kept. */
    public boolean install(Ticket<S, ?> ticket, Question question, List<S> list) {
        // Every change takes back the ticket of the list of all rows.
        List<?> ids = question.equals(Question.EVERYTHING)
                ? List.of()
                : list.stream().map(id).toList();
        return install(ticket, question, list, ids);
    }

    private synchronized boolean install(Ticket<S, ?> ticket, Question question, List<S> list, List<?> ids) {
        if (!ticket.answers(question.value()) || !ticket.sawNoChangeOf(ids) || ticket.start() - oldest < 0) {
            return false;
        }
        try {
            put(ticket, question, list, ids);
            return true;
        } catch (RuntimeException | Error e) {
            // A key's own equals threw, or there was no memory: a list that is half put in would not be found when its
            // rows change.
            dropAll();
            throw e;
        }
    }

    private void put(Ticket<S, ?> ticket, Question question, List<S> list, List<?> ids) {
        remove(question);
        if (list.size() <= capacity) {
            lists.put(
                    question, new Kept<>(list, ids, ticket.start(), lifetime.expiry(ticket.opened(), ticket.start())));
            byRow.add(question, ids);
            // An empty list weighs as much as a row, or their number would have no bound.
            weights.put(question, Math.max(1, list.size()));
            weight += Math.max(1, list.size());
            while (weight > capacity) {
                remove(weights.keySet().iterator().next());
            }
        }
    }

    /** Drops the lists that may not be true any more; to be called after the tickets have been marked. */
    public synchronized void drop(Change<?> change) {
        Set<Question> touched = change.touched();
        Set<?> ids = change.ids();
        if (touched == null && ids == null) {
            dropAll();
        } else if (touched == null || ids == null) {
            drop(change::touches);
        } else {
            touched.forEach(this::remove);
            ids.forEach(row -> byRow.of(row).forEach(this::remove));
        }
    }

    /** At once: one by one, a million lists would keep a writer waiting for half a second. */
    private void dropAll() {
        lists.clear();
        weights.clear();
        byRow.clear();
        weight = 0;
    }

    /** Drops lists; to be called after the tickets have been marked. */
    public synchronized void drop(Predicate<Question> which) {
        List.copyOf(weights.keySet()).stream().filter(which).forEach(this::remove);
    }

    /** Drops the lists whose load began before {@code moment} of {@link Tickets}' sequence, and refuses those that are still being loaded. */
    public synchronized void dropOlder(int moment) {
        oldest = moment;
        drop(question -> isOlder(question, moment));
    }

    private boolean isOlder(Question question, int moment) {
        Kept<S> kept = lists.get(question);
        return kept != null && kept.start() - moment < 0;
    }

    /** Drops what expired before {@code moment}. */
    public void expire(long moment) {
        drop(question -> isExpired(question, moment));
    }

    private boolean isExpired(Question question, long moment) {
        Kept<S> kept = lists.get(question);
        return kept != null && kept.expiresAt() <= moment;
    }

    /** What the lists in memory answer. */
    public List<Question> questions() {
        return List.copyOf(lists.keySet());
    }

    /** How many lists are in memory. */
    public int size() {
        return lists.size();
    }

    /** How many rows all of them hold together. */
    public int rows() {
        return lists.values().stream().mapToInt(kept -> kept.rows().size()).sum();
    }

    /** What the lists' rows are found by; for tests. */
    synchronized Map<Object, Set<Question>> byRow() {
        return byRow.all();
    }

    /** The lists; for tests. */
    synchronized Map<Question, List<S>> all() {
        return lists.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, list -> list.getValue().rows()));
    }

    /** What the lists weigh against the capacity; for tests. */
    synchronized int weight() {
        return weight;
    }

    private void remove(Question question) {
        Integer freed = weights.remove(question);
        Kept<S> kept = lists.remove(question);
        if (freed != null && kept != null) {
            byRow.remove(question, kept.ids());
            weight -= freed;
        }
    }
}
