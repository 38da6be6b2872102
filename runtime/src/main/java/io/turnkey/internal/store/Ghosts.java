package io.turnkey.internal.store;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Remembers which rows were evicted lately, by a fingerprint of their id. A table with room for twice the number it remembers, probed over a few
 * neighbours; each slot holds a fingerprint and when it came. A fingerprint overwritten early, or shared by two rows, costs a little hit ratio and nothing else; so there is no lock, and of two
 * threads at one slot one may be lost.
 */
final class Ghosts {
    private static final int PROBES = 4;
    private static final int MOST = 1 << 22;

    private final int capacity;
    private volatile long @Nullable [] slots;
    private final AtomicInteger evictions = new AtomicInteger();

    Ghosts(int capacity) {
        this.capacity = Math.max(1, Math.min(capacity, MOST));
    }

    void add(int hash) {
        long[] table = slots;
        if (table == null) {
            // Allocated at the first eviction: a cache that never fills pays nothing.
            table = new long[Integer.highestOneBit(capacity * 2 - 1) << 1];
            slots = table;
        }
        int now = evictions.getAndIncrement();
        int fingerprint = fingerprint(hash);
        int oldest = slot(table, fingerprint, 0);
        for (int probe = 0; probe < PROBES; probe++) {
            int slot = slot(table, fingerprint, probe);
            if (table[slot] == 0 || (int) (table[slot] >>> 32) == fingerprint) {
                oldest = slot;
                break;
            }
            if (now - (int) table[slot] > now - (int) table[oldest]) {
                oldest = slot;
            }
        }
        table[oldest] = ((long) fingerprint << 32) | (now & 0xFFFFFFFFL);
    }

    /** Whether the row was evicted lately; forgets it. */
    boolean remove(int hash) {
        long[] table = slots;
        if (table == null) {
            return false;
        }
        int fingerprint = fingerprint(hash);
        for (int probe = 0; probe < PROBES; probe++) {
            int slot = slot(table, fingerprint, probe);
            if ((int) (table[slot] >>> 32) == fingerprint) {
                boolean recent = evictions.get() - (int) table[slot] <= capacity;
                table[slot] = 0;
                return recent;
            }
        }
        return false;
    }

    private static int slot(long[] table, int fingerprint, int probe) {
        return (fingerprint + probe) & (table.length - 1);
    }

    /** Spreads the hash; never 0, which marks a free slot. */
    private static int fingerprint(int hash) {
        int mixed = hash * 0x9E3779B9;
        mixed ^= mixed >>> 15;
        return mixed == 0 ? 1 : mixed;
    }
}
