package io.turnkey.internal.store;

import io.turnkey.internal.time.CoarseClock;
import io.turnkey.spi.KeyModel;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The open tickets of a model, and the sequence in which loads begin and entries come in. */
public final class Tickets<S, ID> {
    private final KeyModel<S, ID> id;
    private final CoarseClock clock;
    private final Set<Ticket<S, ID>> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger sequence = new AtomicInteger();
    private volatile boolean refusing;

    /** The tickets of the model with this id. */
    public Tickets(KeyModel<S, ID> id, CoarseClock clock) {
        this.id = id;
        this.clock = clock;
    }

    /** For a load of the rows that carry one of {@code values}. */
    public Ticket<S, ID> open(KeyModel<S, ?> key, Collection<?> values) {
        return register(new Ticket<>(this, sequence.incrementAndGet(), clock.millis(), key, List.copyOf(values)));
    }

    /** For a load of the whole table. */
    public Ticket<S, ID> openForAll() {
        return register(new Ticket<>(this, sequence.incrementAndGet(), clock.millis(), null, List.of()));
    }

    private Ticket<S, ID> register(Ticket<S, ID> ticket) {
        open.add(ticket);
        // After the registration: refuse() sets the flag first, so that one of the two sees the other.
        if (refusing) {
            ticket.cancel();
        }
        return ticket;
    }

    void close(Ticket<S, ID> ticket) {
        open.remove(ticket);
    }

    /** Marks every open ticket; to be called before the change is applied to the store. */
    public void observe(Change<S, ID> change) {
        open.forEach(ticket -> ticket.observe(change));
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

    /** This copy is in memory no more, or never was, but was answered: of the loads that were under way at {@code stamp}, none may bring an older one. */
    void left(ID row, S copy, int stamp, Judge<S> judge) {
        open.forEach(ticket -> {
            if (stamp - ticket.start() > 0) {
                ticket.atLeast(row, copy, judge);
            }
        });
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

    boolean isId(@Nullable KeyModel<S, ?> key) {
        return id.equals(key);
    }
}
