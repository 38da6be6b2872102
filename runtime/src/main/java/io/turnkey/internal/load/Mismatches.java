package io.turnkey.internal.load;

import io.turnkey.internal.event.SquashedLog;
import io.turnkey.internal.stats.Counters;
import io.turnkey.spi.KeyModel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Rows that the database matched and Java does not, because of a collation, or a key that is not unique after all: counted, and warned of once a key. */
public final class Mismatches {
    private final String model;
    private final Counters counters;
    private final SquashedLog log;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    /** Counts in {@code counters} and warns in {@code log}. */
    public Mismatches(String model, Counters counters, SquashedLog log) {
        this.model = model;
        this.counters = counters;
        this.log = log;
    }

    void add(KeyModel<?, ?> key) {
        counters.mismatches.increment();
        if (warned.add(key.name())) {
            log.warn(
                    model,
                    "{} was answered with a row whose key is not equal to the one asked for, or with a second row for one key; such rows are left out."
                            + " Is the column's collation case-insensitive, or its unique constraint missing?",
                    key.method());
        }
    }
}
