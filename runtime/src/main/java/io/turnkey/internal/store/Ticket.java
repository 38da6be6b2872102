package io.turnkey.internal.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The right to keep what a load finds, taken before the source is read. Every change while it is open takes back what the change may have made untrue: the
 * changed row, and the answer for each key value that the load asked for.
 */
public final class Ticket<S, ID> implements AutoCloseable {
    /** An import lasts as long as somebody's stream does, and must not remember what happens in all that time. */
    private static final int MOST = 1_000_000;

    private static final VarHandle MARKS;

    static {
        try {
            MARKS = MethodHandles.lookup().findVarHandle(Ticket.class, "marks", Marks.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /**
     * What happened while it was open.
     *
     * @param changed the rows that changed
     * @param refused the rows of which nobody knows which copy is right
     * @param values those of the values asked for whose answer changed
     * @param floors rows that left, or were handed out
     */
    private record Marks<S, ID>(Set<Object> changed, Set<Object> refused, Set<Object> values, Map<ID, S> floors) {
        Marks() {
            this(
                    ConcurrentHashMap.newKeySet(1),
                    ConcurrentHashMap.newKeySet(1),
                    ConcurrentHashMap.newKeySet(1),
                    new ConcurrentHashMap<>(1));
        }

        int count() {
            return changed.size() + refused.size() + floors.size();
        }
    }

    private final Tickets<S, ID> tickets;
    private final int start;
    private final long opened;
    private final int key;
    private final Collection<?> values;

    /** What was found not to exist, or given to another row; of an import alone. */
    private final Set<Question> absent;

    /** What it saw; {@code null} while that is nothing, as it is for most. Set once, by a compare-and-set: it is marked under any lock. */
    private volatile @Nullable Marks<S, ID> marks;

    private volatile List<Change<ID>> blocks = List.of();
    private volatile boolean outrun;
    private volatile boolean voided;

    /** More happened than an import remembers: from then on it keeps nothing. Set where a mark would be, so that it is seen where the mark would be; {@link #cancel} cannot be called under the locks that are held there. */
    private volatile boolean overflowed;

    /** For a load of the rows whose {@code key}, by its position in the model, has one of {@code values}. */
    Ticket(Tickets<S, ID> tickets, int start, long opened, int key, Collection<?> values) {
        this.tickets = tickets;
        this.start = start;
        this.opened = opened;
        this.key = key;
        this.values = values;
        this.absent = key == Question.NOTHING ? ConcurrentHashMap.newKeySet() : Set.of();
    }

    /** Whether what comes in under it was not read from the source. */
    boolean isImport() {
        return key == Question.NOTHING;
    }

    void absent(Question question) {
        if (!isFull()) {
            absent.add(question);
        }
    }

    boolean knowsAbsent(Question question) {
        return overflowed || absent.contains(question);
    }

    /** Whether no more is remembered. */
    private boolean isFull() {
        Marks<S, ID> seen = marks;
        if (isImport() && absent.size() + (seen == null ? 0 : seen.count()) >= MOST) {
            overflowed = true;
        }
        return overflowed;
    }

    /** What was asked for. */
    List<Question> asked() {
        return values.stream().map(value -> new Question(key, value)).toList();
    }

    int start() {
        return start;
    }

    /** When it was opened: what is loaded under it is as old as this. */
    long opened() {
        return opened;
    }

    /**
     * Takes everything back. Waits for a row that is just being put in under this ticket: a step that empties the map finds what is in it, but does not, as one that
     * removes a row does, wait for what is coming.
     */
    public synchronized void cancel() {
        voided = true;
    }

    /** Whether a row with this id may be kept. */
    public boolean admits(ID id) {
        Marks<S, ID> seen = marks;
        return !voided && !overflowed && (seen == null || !seen.refused.contains(id)) && !hasSeenChange(id);
    }

    /** Whether none of these rows has changed since it was opened. */
    boolean sawNoChangeOf(Collection<?> ids) {
        Marks<S, ID> seen = marks;
        boolean sawNone = (seen == null || seen.changed.isEmpty()) && blocks.isEmpty();
        return !voided && (sawNone || ids.stream().noneMatch(this::hasSeenChange));
    }

    private boolean hasSeenChange(Object id) {
        Marks<S, ID> seen = marks;
        return (seen != null && seen.changed.contains(id)) || isBlocked(id);
    }

    private boolean isBlocked(Object id) {
        for (Change<ID> block : blocks) {
            if (block.concerns(id)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the answer for this value that was asked for, but for rows that changed, may be kept. */
    public boolean answers(Object value) {
        Marks<S, ID> seen = marks;
        return !voided && (seen == null || !seen.values.contains(value));
    }

    /** Whether the answer for this value may be given to a caller who comes now. */
    public boolean mayBeJoined(Object value) {
        return answers(value) && !outrun;
    }

    /** Whether everything was taken back. */
    public boolean isCancelled() {
        return voided;
    }

    void observe(Change<ID> change) {
        Set<ID> ids = change.ids();
        if (ids == null) {
            cancel();
            return;
        }
        if (!isFull()) {
            marks().changed.addAll(ids);
            observeAnswers(change);
        }
    }

    /** The load begins while these writes are under way: it may read what was before them as well as what is after. */
    void beginUnder(List<Change<ID>> active) {
        blocks = active;
        for (Change<ID> block : active) {
            if (block.ids() == null) {
                cancel();
            }
            observeAnswers(block);
        }
    }

    /** The rows that were being written when the load began and still are. */
    Set<ID> stillBlocked() {
        Set<ID> ids = new HashSet<>();
        for (Change<ID> block : blocks) {
            if (block.ids() != null && tickets.isActive(block)) {
                ids.addAll(block.ids());
            }
        }
        return ids;
    }

    private void observeAnswers(Change<ID> change) {
        if (key != Question.BY_ID && !change.complete()) {
            outrun = true;
        }
        Set<Question> touched = change.touched();
        if (isImport() && touched != null) {
            absent.addAll(touched);
        }
        for (Object value : values) {
            if (change.touches(new Question(key, value))) {
                marks().values.add(value);
            }
        }
    }

    /** Whether this copy is not older than one that left, or was handed out, while the load was under way. */
    boolean follows(ID id, S copy, Judge<S> judge) {
        Marks<S, ID> seen = marks;
        S floor = seen == null ? null : seen.floors.get(id);
        return floor == null || judge.order(floor, copy) >= 0;
    }

    void atLeast(ID id, S copy, Judge<S> judge) {
        if (isFull()) {
            return;
        }
        if (judge.knowsVersions()) {
            marks().floors.merge(id, copy, judge::newer);
        } else {
            refuse(id);
        }
    }

    void refuse(ID id) {
        if (!isFull()) {
            marks().refused.add(id);
        }
    }

    private Marks<S, ID> marks() {
        Marks<S, ID> seen = marks;
        if (seen != null) {
            return seen;
        }
        Marks<S, ID> mine = new Marks<>();
        return MARKS.compareAndSet(this, null, mine) ? mine : marks();
    }

    /** Its number, which no other open ticket has: the machine's own hash costs a call when it is asked for first. */
    @Override
    public int hashCode() {
        return start;
    }

    @Override
    public void close() {
        tickets.close(this);
    }
}
