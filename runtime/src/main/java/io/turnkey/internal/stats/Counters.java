package io.turnkey.internal.stats;

import java.util.concurrent.atomic.LongAdder;

/** The counters of one cache, made so that readers on different cores do not share a cache line. */
public final class Counters {
    /** Reads by id or key that memory answered. */
    public final HitCounter hits = new HitCounter();

    /** Reads by id or key that memory could not answer. */
    public final LongAdder misses = new LongAdder();

    /** Reads answered by a remembered "no such row". */
    public final LongAdder negativeHits = new LongAdder();

    /** Lists that memory answered. */
    public final LongAdder listHits = new LongAdder();

    /** Lists that had to be read. */
    public final LongAdder listMisses = new LongAdder();

    /** Reads answered by an expired row. */
    public final LongAdder staleServes = new LongAdder();

    /** Rows that an audit found to differ from the source. */
    public final LongAdder divergences = new LongAdder();

    /** Rows that left because the cache was full. */
    public final LongAdder evictions = new LongAdder();

    /** Rows that left because they had expired. */
    public final LongAdder expirations = new LongAdder();

    /** Reads of the source that succeeded. */
    public final LongAdder loads = new LongAdder();

    /** Reads of the source that failed. */
    public final LongAdder loadFailures = new LongAdder();

    /** The nanoseconds that successful reads of the source took. */
    public final LongAdder loadNanos = new LongAdder();

    /** Rows and answers that were not kept, since they might have been out of date. */
    public final LongAdder refusedInstalls = new LongAdder();

    /** Rows that the source matched and Java does not. */
    public final LongAdder mismatches = new LongAdder();

    /** Rows that the second level had. */
    public final LongAdder l2Hits = new LongAdder();

    /** Rows that the second level was asked for and did not have. */
    public final LongAdder l2Misses = new LongAdder();
}
