package io.turnkey.internal.store;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What memory is known to lack. A model kept whole is {@linkplain #isWhole whole} until any row leaves; a model that does not read through must still
 * read what it once held and lost, since "empty" would be a lie.
 */
public final class Coverage<ID> {
    private final boolean tracksLost;
    private final int most;
    private final Set<ID> lost = ConcurrentHashMap.newKeySet();
    private volatile boolean whole;
    private volatile boolean lostTooMany;
    private long losses;

    /**
     * Nothing is known.
     *
     * @param tracksLost whether lost rows are remembered one by one
     * @param most how many are; with more, anything may be lost
     */
    public Coverage(boolean tracksLost, int most) {
        this.tracksLost = tracksLost;
        this.most = most;
    }

    /** How often something was lost; to be asked before a load of the whole table. */
    public synchronized long losses() {
        return losses;
    }

    /** A load of the whole table that began at {@code losses} has been kept: unless something was lost since, memory is whole. */
    public synchronized void complete(long losses) {
        if (this.losses == losses) {
            lost.clear();
            lostTooMany = false;
            whole = true;
        }
    }

    /** Whether the whole table is in memory. */
    public boolean isWhole() {
        return whole;
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
        whole = false;
        if (tracksLost && !lostTooMany) {
            lost.add(id);
            if (lost.size() > most) {
                lostAll();
            }
        }
    }

    /** To be called before all rows leave, or any may have. */
    public synchronized void lostAll() {
        losses++;
        whole = false;
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
