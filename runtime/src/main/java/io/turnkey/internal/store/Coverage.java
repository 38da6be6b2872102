package io.turnkey.internal.store;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What memory is known to lack. A model kept whole is {@linkplain #isWhole whole} once a sync is {@linkplain #complete complete}, but for the rows that left since; each of them makes it whole again by coming
 * back. A row that did not come from the source lacks its proof: it counts as missing until the source has confirmed it. A model that does not read through must still read what it once held and lost, since
 * "empty" would be a lie.
 */
public final class Coverage<ID> {
    private static final long NOT_WHOLE = Long.MIN_VALUE;

    private final boolean readsThrough;
    private final int most;
    private final Lifetime lifetime;

    /** The rows that left, each with the number of its loss. */
    private final Map<ID, Long> lost = new ConcurrentHashMap<>();

    /** The rows in memory that the source has not confirmed, each with the number of its coming. */
    private final Map<ID, Long> unverified = new ConcurrentHashMap<>();

    private volatile long wholeUntil = NOT_WHOLE;
    private volatile boolean keptWhole;

    /** Whether more may be missing than {@link #lost} says. */
    private volatile boolean doubted;

    /** Whether all was lost, and no sync has begun since: only one that begins later can make the table whole, and will bring what is lost until then. */
    private boolean awaitsSync;

    /** Counted once it is written down: who reads the same number before it asks whether the table is whole, and after it has walked through it, has seen every row. */
    private volatile long losses;

    private long lastDoubt;
    private long lastLossOfAll;
    private int fillings;

    /**
     * Nothing is known.
     *
     * @param keptWhole whether the model is meant to be kept whole
     * @param readsThrough whether the source is asked for what memory lacks in any case
     * @param most how many lost rows are remembered one by one; with more, anything may be lost
     * @param lifetime how long a table stays whole: rows that somebody else inserted make it less so
     */
    public Coverage(boolean keptWhole, boolean readsThrough, int most, Lifetime lifetime) {
        this.keptWhole = keptWhole;
        this.readsThrough = readsThrough;
        this.most = most;
        this.lifetime = lifetime;
    }

    /** Whether the model is meant to be kept whole. */
    public boolean isKeptWhole() {
        return keptWhole;
    }

    /** Whether it is from now on; to be called before {@link #begin}. What is not meant to be whole never is. */
    public synchronized void keepWhole(boolean whole) {
        if (keptWhole != whole) {
            keptWhole = whole;
            // What left in the meantime was not written down.
            wholeUntil = NOT_WHOLE;
            lastLossOfAll = ++losses;
            unverified.clear();
            if (!isTracking()) {
                lost.clear();
            }
        }
    }

    /** A sync begins: to be called before its ticket is opened. The number is for {@link #complete}. */
    public synchronized long begin() {
        awaitsSync = false;
        // A row whose step has not ended is not seen by a sweep: what such a sync finds proves nothing.
        return fillings > 0 ? NOT_WHOLE : losses;
    }

    /** How often something was lost so far: the same number twice means that nothing left in between. */
    public long losses() {
        return losses;
    }

    /**
     * A sync, which began at {@code begun}, offered each row of the table to the store under {@code ticket}: what was lost before is in memory, or gone. What was lost since stays lost, and so
     * does what the ticket was not allowed to bring.
     */
    public synchronized void complete(Ticket<?, ID> ticket, long begun) {
        if (!keptWhole || ticket.isCancelled() || lastLossOfAll > begun) {
            return;
        }
        // A new row among them may be committed by now, and was not there to be read.
        ticket.stillBlocked().forEach(this::lost);
        lost.entrySet().removeIf(loss -> loss.getValue() <= begun && ticket.admits(loss.getKey()));
        unverified.entrySet().removeIf(row -> row.getValue() <= begun && ticket.admits(row.getKey()));
        if (lastDoubt <= begun) {
            doubted = false;
        }
        if (lastLossOfAll <= begun) {
            wholeUntil = lifetime.expiry(ticket.opened(), ticket.start());
        }
    }

    /** Whether the whole table is in memory. */
    public boolean isWhole() {
        return wholeUntil > lifetime.now() && lost.isEmpty() && unverified.isEmpty();
    }

    /** Whether a row that memory does not have at {@code now} is known not to exist. */
    public boolean knowsAbsent(ID id, long now) {
        return wholeUntil > now && !lost.containsKey(id);
    }

    /** The rows that memory lacks, or that the source has yet to confirm, as far as it knows of them; {@code null} if it may lack others too. */
    public @Nullable Set<ID> lost() {
        Set<ID> known = new HashSet<>(lost.keySet());
        known.addAll(unverified.keySet());
        return doubted ? null : Set.copyOf(known);
    }

    /** Whether a row that memory does not have may have been there before. */
    public boolean mayHaveLost(ID id) {
        return doubted || lost.containsKey(id);
    }

    /** Whether any row may have been lost. */
    public boolean mayHaveLostAny() {
        return doubted || !lost.isEmpty();
    }

    /** To be called before a row leaves, of a row that exists and may not come in, and at the end of a block. */
    public synchronized void lost(ID id) {
        long loss = losses + 1;
        if (isTracking() && !awaitsSync) {
            lost.put(id, loss);
        }
        unverified.remove(id);
        losses = loss;
        if (lost.size() > most) {
            lostAll();
        }
    }

    /** To be called before all rows leave, or any may have. */
    public synchronized void lostAll() {
        wholeUntil = NOT_WHOLE;
        doubt();
        lastLossOfAll = losses;
        awaitsSync = true;
        lost.clear();
    }

    /** From now on a miss proves nothing; to be called before an index is dropped whose rows stay. */
    synchronized void doubt() {
        lastDoubt = ++losses;
        doubted = true;
    }

    /** The row in memory came from the source, or none is known to exist. */
    void settled(ID id) {
        lost.remove(id);
        unverified.remove(id);
    }

    /** By which loss memory lacks this row; {@code null} if it does not. To be called in the step in which it comes in. */
    @Nullable
    Long loss(ID id) {
        return lost.get(id);
    }

    /** The row came back from this loss: to be called when readers can find it, for from then on they need not look elsewhere. If it has left again meanwhile, that is another loss, which stays. */
    void found(ID id, Long loss) {
        lost.remove(id, loss);
    }

    /** To be called before the step in which a row may come in from elsewhere than the source, outside of it. */
    synchronized void beginFilling() {
        fillings++;
    }

    /** To be called after that step. */
    synchronized void endFilling() {
        fillings--;
    }

    /** To be called in that step, if the row comes in. */
    synchronized void unverified(ID id) {
        long coming = losses + 1;
        if (keptWhole) {
            unverified.put(id, coming);
        }
        losses = coming;
    }

    private boolean isTracking() {
        return keptWhole || !readsThrough;
    }
}
