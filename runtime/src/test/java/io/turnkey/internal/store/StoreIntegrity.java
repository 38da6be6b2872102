package io.turnkey.internal.store;

import io.turnkey.spi.KeyModel;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** What must be true of a store whenever nothing is under way. Plain conditions, since it runs inside Lincheck and after each of many operations. */
public final class StoreIntegrity {
    private StoreIntegrity() {}

    /** Fails if an index, the policy, a list or a ticket does not agree with the rows. */
    public static <S, ID> void check(Store<S, ID> store, Lists<S> lists, int maxSize) {
        require(
                store.entries().size() <= maxSize,
                "more rows than maxSize",
                store.entries().size());
        store.entries().forEach(entry -> {
            ID id = store.id(entry.snapshot());
            require(!entry.isDead(), "a dead row in memory", entry.snapshot());
            require(entry.number == Entry.number(id), "a row under another's number", id);
            require(Objects.equals(entry.key(), Entry.key(id)), "a row under another's id", id);
        });
        store.indexes().forEach(index -> checkIndex(store, index));
        checkQueues(store);
        require(store.tickets().open() == 0, "open tickets", store.tickets().open());
        require(lists.rows() <= maxSize, "more rows in lists than maxSize", lists.rows());
        int weight = lists.all().values().stream()
                .mapToInt(list -> Math.max(1, list.size()))
                .sum();
        require(lists.weight() == weight && weight <= maxSize, "weight of the lists", lists.weight());
        checkLists(store, lists);
    }

    /** Lets the row that stands under {@code other} stand under {@code value} too. */
    public static <S, K> void breakIndex(Store<S, ?> store, KeyModel<S, K> key, K value, K other) {
        KeyIndex<S, K> index = KeyIndex.find(store.indexes(), key);
        index.put(value, Objects.requireNonNull(index.get(other)));
    }

    /** Fails if a row's lists are not those that hold it. */
    public static <S, ID> void checkLists(Store<S, ID> store, Lists<S> lists) {
        Map<Object, Set<Question>> byRow = new HashMap<>();
        lists.all().forEach((question, rows) -> {
            if (!question.equals(Question.EVERYTHING)) {
                rows.forEach(row -> byRow.computeIfAbsent(store.id(row), id -> new HashSet<>())
                        .add(question));
            }
        });
        require(byRow.equals(lists.byRow()), "the lists of each row", lists.byRow());
    }

    private static <S, ID, K> void checkIndex(Store<S, ID> store, KeyIndex<S, K> index) {
        long standing = store.entries().stream()
                .filter(entry -> {
                    K value = index.key().of().apply(entry.snapshot());
                    return value != null && index.get(value) == entry;
                })
                .count();
        require(standing == index.size(), "an index holds what is not a row's, or not its key's", index.size());
    }

    private static <S, ID> void checkQueues(Store<S, ID> store) {
        EvictionPolicy<S> policy = store.policy();
        if (policy != null) {
            List<Entry<S>> queued = policy.queued();
            Set<Entry<S>> distinct = new HashSet<>(queued);
            require(distinct.size() == queued.size(), "an entry stands in the queues twice", queued.size());
            require(
                    distinct.equals(store.entries().stream().collect(Collectors.toSet())),
                    "the queues do not hold the rows that memory holds",
                    queued.size());
            require(policy.taken() == distinct.size(), "places taken", policy.taken());
        }
    }

    private static void require(boolean condition, String otherwise, Object found) {
        if (!condition) {
            throw new AssertionError(otherwise + ": " + found);
        }
    }
}
