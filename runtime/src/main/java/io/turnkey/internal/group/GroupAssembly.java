package io.turnkey.internal.group;

import io.turnkey.CacheOptions;
import jakarta.persistence.EntityManagerFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes a group of what its builder planned. Everything that can be wrong without a database is checked before one is touched. */
final class GroupAssembly {
    private final Settings settings;
    private final Map<PlannedCache, CacheOptions> caches = new LinkedHashMap<>();
    private final Adapters adapters;

    GroupAssembly(Settings settings, List<PlannedCache> planned, Adapters adapters) {
        this.settings = settings;
        this.adapters = adapters;
        requireDistinctNames(planned);
        planned.forEach(cache -> caches.put(cache, cache.options()));
    }

    private static void requireDistinctNames(List<PlannedCache> planned) {
        Map<String, PlannedCache> byName = new HashMap<>();
        for (PlannedCache cache : planned) {
            PlannedCache other = byName.putIfAbsent(cache.name(), cache);
            if (other != null) {
                throw new IllegalArgumentException("Two models are called '" + cache.name() + "': "
                        + other.type().getName() + " and " + cache.type().getName()
                        + "; rename one with @Cacheable(name = ...) or leave one out with without(..)");
            }
        }
    }

    /** The group, not initialized. */
    Group build(EntityManagerFactory factory) {
        Resources resources = new Resources(settings, adapters, factory);
        List<Member> members = new ArrayList<>();
        try {
            List<String> leftOut = new ArrayList<>();
            caches.forEach((cache, options) -> {
                if (resources.sources().manages(cache.definition().model().entity())) {
                    members.add(cache.open(options, resources));
                } else {
                    leftOut.add(cache.name());
                }
            });
            if (!leftOut.isEmpty()) {
                resources
                        .log()
                        .info(
                                settings.name(),
                                "Left out, since the persistence unit does not have their entities: "
                                        + leftOut.stream().sorted().collect(Collectors.joining(", ")));
            }
            RedisConnection redis = resources.redis();
            if (redis != null && !members.isEmpty()) {
                redis.start();
            }
            return new Group(
                    settings.name(), members, resources.events(), resources.starter(members), redis, resources::close);
        } catch (RuntimeException | Error e) {
            Attempts closings = new Attempts();
            members.forEach(member -> closings.attempt(member.name(), member.shutdown()));
            closings.attempt("what the models share", resources::close).addTo(e);
            throw e;
        }
    }

    /** The group, initialized: what failed is tried again in the background, or closes everything if {@code failFast}. */
    Group open(EntityManagerFactory factory, boolean failFast) {
        Group group = build(factory);
        try {
            Map<String, Throwable> failures = group.start();
            if (failFast && !failures.isEmpty()) {
                throw group.failed(failures);
            }
            return group;
        } catch (RuntimeException | Error e) {
            new Attempts().attempt("the group", group::close).addTo(e);
            throw e;
        }
    }
}
