package io.turnkey.internal.group;

import io.turnkey.CacheException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Does several things of which none may keep the others from being done, and tells at the end what failed. */
final class Attempts {
    private final Map<String, Throwable> failures = new LinkedHashMap<>();

    /** Does one thing; {@code name} says later that it was this one that failed. */
    Attempts attempt(String name, Runnable action) {
        try {
            action.run();
        } catch (Throwable e) {
            failures.merge(name, e, Attempts::together);
        }
        return this;
    }

    /** The first one, which tells of the later one too. */
    @SuppressWarnings("ReferenceEquality") // nothing can be told along with itself
    private static Throwable together(Throwable first, Throwable later) {
        if (first != later) {
            first.addSuppressed(later);
        }
        return first;
    }

    /** What failed of things that were done elsewhere. */
    Attempts add(Map<String, Throwable> others) {
        failures.putAll(others);
        return this;
    }

    /**
     * Ends the attempts.
     *
     * @throws CacheException if some failed: {@code what}, their names, and each failure, by its name, as a suppressed exception
     */
    void orThrow(String what) {
        if (!failures.isEmpty()) {
            CacheException failed = new CacheException(what + " failed for " + String.join(", ", failures.keySet()));
            addTo(failed);
            throw failed;
        }
    }

    /** Adds each failure to {@code cause} as a suppressed exception that names what it is of. */
    static void suppress(Map<String, Throwable> failures, Throwable cause) {
        failures.forEach((name, failure) ->
                cause.addSuppressed(new CacheException(name + ": " + failure.getMessage(), failure)));
    }

    /** Ends the attempts; what failed is told along with {@code cause}, which led to them. */
    void addTo(Throwable cause) {
        suppress(failures, cause);
    }
}
