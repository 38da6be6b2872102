package io.turnkey.internal.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What memory is known to lack. A model kept whole is {@linkplain #isWhole whole} until any row leaves; a model that does not read through must still
 * read what it once held and lost, since "empty" would be a lie.
 */
public final class Coverage<ID> {
    private static final long NOT_WHOLE = Long.MIN_VALUE;

    private final boolean tracksLost;
    private final int most;
    private final Lifetime lifetime;
    private final Set<ID> lost = ConcurrentHashMap.newKeySet();
    private volatile long wholeUntil = NOT_WHOLE;
    private volatile boolean lostTooMany;
    private long losses;

    /**
     * Nothing is known.
     *
     * @param tracksLost whether lost rows are remembered one by one
     * @param most how many are; with more, anything may be lost
     * @param lifetime how long a table stays whole: rows that somebody else inserted make it less so
     */
    public Coverage(boolean tracksLost, int most, Lifetime lifetime) {
        this.tracksLost = tracksLost;
        this.most = most;
        this.lifetime = lifetime;
    }

    /** How often something was lost; to be asked before a load of the whole table. */
    public synchronized long losses() {
        return losses;
    }

    /** All that a load of the whole table found, which began at {@code losses}, was kept: unless something was lost or taken back since, memory is whole. */
    public synchronized void complete(Ticket<?, ID> ticket, long losses) {
        if (this.losses == losses && ticket.isWhole()) {
            lost.clear();
            lostTooMany = false;
            wholeUntil = lifetime.expiry(ticket.opened(), ticket.start());
        }
    }

    /** Whether the whole table is in memory. */
    public boolean isWhole() {
        return wholeUntil > lifetime.now();
    }

    /** Whether a row that memory does not have may have been there before. */
    public boolean mayHaveLost(ID id) {
        return lostTooMany || lost.contains(id);
    }

    /** Whether any row may have been lost. */
    public boolean mayHaveLostAny() {
        return lostTooMany || !lost.isEmpty();
    }

    /** To be called before a row leaves. */
    synchronized void lost(ID id) {
        losses++;
        wholeUntil = NOT_WHOLE;
        if (tracksLost && !lostTooMany) {
            lost.add(id);
            if (lost.size() > most) {
                doubt();
            }
        }
    }

    /** To be called before all rows leave, or any may have. */
    public synchronized void lostAll() {
        wholeUntil = NOT_WHOLE;
        doubt();
    }

    /** From now on a miss proves nothing; to be called before an index is dropped whose rows stay. */
    synchronized void doubt() {
        losses++;
        lostTooMany = true;
        lost.clear();
    }

    /** The row came in, or is known not to exist. */
    void settled(ID id) {
        if (tracksLost) {
            lost.remove(id);
        }
    }
}
