package io.turnkey.internal.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which lists hold a row. Most rows are in one or two, one for each key: then there is one small object a row. Guarded by the lock of {@link Lists}. */
final class ListsByRow {
    private final Map<Object, List<Question>> lists = new HashMap<>();

    /** These lists, as they are now. */
    List<Question> of(Object id) {
        return lists.getOrDefault(id, List.of());
    }

    /** The list holds these rows. */
    void add(Question list, Collection<?> ids) {
        ids.forEach(id -> lists.merge(id, List.of(list), ListsByRow::both));
    }

    /** The list, which held these rows, has left. */
    void remove(Question list, Collection<?> ids) {
        ids.forEach(id -> lists.computeIfPresent(id, (row, held) -> without(list, held)));
    }

    private static List<Question> both(List<Question> some, List<Question> others) {
        Set<Question> all = new HashSet<>(some);
        all.addAll(others);
        return List.copyOf(all);
    }

    private static @Nullable List<Question> without(Question list, List<Question> held) {
        List<Question> rest = held.stream().filter(other -> !other.equals(list)).toList();
        return rest.isEmpty() ? null : List.copyOf(rest);
    }

    /** Every list has left. */
    void clear() {
        lists.clear();
    }

    /** All of it; for tests. */
    Map<Object, Set<Question>> all() {
        Map<Object, Set<Question>> all = new HashMap<>();
        lists.forEach((id, held) -> all.put(id, Set.copyOf(held)));
        return all;
    }
}
