package io.turnkey.internal.group;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of its caches a builder keeps: those of {@code only}, all if there are none, without those of {@code without}. */
final class Selection {
    private final Set<Class<?>> only = new HashSet<>();
    private final Set<Class<?>> without = new HashSet<>();

    void only(Class<?>... types) {
        if (types.length == 0) {
            throw new IllegalArgumentException("only() needs at least one cache");
        }
        only.addAll(Arrays.asList(types));
    }

    void without(Class<?>... types) {
        without.addAll(Arrays.asList(types));
    }

    /**
     * What is kept of {@code caches}.
     *
     * @throws IllegalArgumentException if a class was named that is not among them
     */
    List<PlannedCache> keep(List<PlannedCache> caches) {
        requireKnown("only", only, caches);
        requireKnown("without", without, caches);
        return caches.stream()
                .filter(cache -> only.isEmpty() || only.contains(cache.type()))
                .filter(cache -> !without.contains(cache.type()))
                .toList();
    }

    /** Refuses a class that was handed to the builder's method {@code method} and is none of {@code caches}. */
    static void requireKnown(String method, Collection<Class<?>> types, List<PlannedCache> caches) {
        for (Class<?> type : types) {
            if (caches.stream().noneMatch(cache -> cache.type() == type)) {
                String known =
                        caches.stream().map(cache -> cache.type().getName()).collect(Collectors.joining(", "));
                throw new IllegalArgumentException(
                        method + "(..) names " + type.getName() + ", which is not in this registry; it has " + known);
            }
        }
    }
}
