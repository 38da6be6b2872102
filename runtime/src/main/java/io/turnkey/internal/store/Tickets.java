package io.turnkey.internal.store;

import io.turnkey.internal.time.CoarseClock;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** The open tickets of a model, and the sequence in which loads begin and entries come in. */
public final class Tickets<S, ID> {
    private final EntityModel<?, S, ID> model;
    private final CoarseClock clock;
    private final Set<Ticket<S, ID>> open = ConcurrentHashMap.newKeySet();
    private final List<Change<ID>> blocks = new CopyOnWriteArrayList<>();
    private final AtomicInteger sequence = new AtomicInteger();
    private volatile boolean refusing;

    /** The tickets of a model. */
    public Tickets(EntityModel<?, S, ID> model, CoarseClock clock) {
        this.model = model;
        this.clock = clock;
    }

    /** For a load of the rows that carry one of {@code values}. */
    public Ticket<S, ID> open(KeyModel<S, ?> key, Collection<?> values) {
        return register(
                new Ticket<>(this, sequence.incrementAndGet(), clock.millis(), ordinal(key), Set.copyOf(values)));
    }

    /** For a load of the whole table. */
    public Ticket<S, ID> openForAll() {
        Question all = Question.EVERYTHING;
        return register(
                new Ticket<>(this, sequence.incrementAndGet(), clock.millis(), all.key(), List.of(all.value())));
    }

    /** For rows that come from elsewhere than the source, and may be older than anything that memory has, had or was told. */
    Ticket<S, ID> openForImport() {
        return register(new Ticket<>(this, sequence.incrementAndGet(), clock.millis(), Question.NOTHING, List.of()));
    }

    private Ticket<S, ID> register(Ticket<S, ID> ticket) {
        open.add(ticket);
        // After the registration: refuse() sets the flag first, and block() adds its change, so that one of the two
        // sees
        // the other.
        if (refusing) {
            ticket.cancel();
        }
        if (!blocks.isEmpty()) {
            ticket.beginUnder(List.copyOf(blocks));
        }
        return ticket;
    }

    void close(Ticket<S, ID> ticket) {
        open.remove(ticket);
    }

    /** Marks every open ticket; to be called before the change is applied to the store. */
    public void observe(Change<ID> change) {
        open.forEach(ticket -> ticket.observe(change));
    }

    /**
     * Marks every open ticket, and each that is opened until this very change is given to {@link #unblock}; to be called before the change is applied to the store. Several changes of one row
     * may be under way, each blocks for itself.
     */
    public void block(Change<ID> change) {
        blocks.add(change);
        observe(change);
    }

    /** The outcome of the change is in the source: what is read from now on may be kept. */
    @SuppressWarnings("ReferenceEquality") // equal changes of two transactions block each for itself
    public void unblock(Change<ID> change) {
        blocks.removeIf(active -> active == change);
    }

    /** Cancels every open ticket, and each that is opened until this is called with {@code false}. */
    public void refuse(boolean refuse) {
        refusing = refuse;
        observe(Change.everything());
    }

    /** Whether new tickets are void from the start. */
    public boolean isRefusing() {
        return refusing;
    }

    /** Nobody knows which copy of this row is right: none that is under way may be kept. */
    void contradicted(ID row) {
        open.forEach(ticket -> ticket.refuse(row));
    }

    /** This copy is in memory no more, or never was, but was answered: of the loads that were under way at {@code stamp}, none may bring an older one, nor may an import. */
    void left(ID row, S copy, int stamp, Judge<S> judge) {
        open.forEach(ticket -> {
            if (ticket.isImport() || stamp - ticket.start() > 0) {
                ticket.atLeast(row, copy, judge);
            }
        });
    }

    /** A load found that there is no such row. */
    void absent(Question question) {
        open.forEach(ticket -> {
            if (ticket.isImport()) {
                ticket.absent(question);
            }
        });
    }

    @SuppressWarnings("ReferenceEquality") // as for unblock
    boolean isActive(Change<ID> change) {
        return blocks.stream().anyMatch(active -> active == change);
    }

    /** What the loads that are under way were asked for by a key or an id. */
    public Set<Question> asked() {
        Set<Question> asked = new HashSet<>();
        open.forEach(ticket -> asked.addAll(ticket.asked()));
        return asked;
    }

    /** A moment in the sequence: every ticket opened so far is older. */
    public int now() {
        return nextStamp();
    }

    /** How many tickets are open; for tests. */
    int open() {
        return open.size();
    }

    int nextStamp() {
        return sequence.incrementAndGet();
    }

    Question question(KeyModel<S, ?> key, Object value) {
        return new Question(ordinal(key), value);
    }

    int ordinal(KeyModel<S, ?> key) {
        return isId(key) ? Question.BY_ID : model.keys().indexOf(key) + 1;
    }

    boolean isId(KeyModel<S, ?> key) {
        return model.id().equals(key);
    }
}
