package io.turnkey.internal.load;

import io.turnkey.CacheLoadException;
import io.turnkey.internal.store.Ticket;
import io.turnkey.spi.LoadContext;
import java.time.Duration;

/** A load of one model, under a ticket that is closed in the end. It knows how far it has come, so that one that takes too long can say what it was waiting for. */
abstract class Load<S, ID> extends Turn implements LoadContext {
    private enum Phase {
        WAITING,
        CONNECTING,
        READING
    }

    private static final String NO_CONNECTION =
            "no database connection could be had; callers may hold all of the pool's, give loads a pool of their own with loadFrom(DataSource)";

    private final Loads loads;
    private final String method;

    /** What is found is kept under it; changed on the loader's thread. */
    private Ticket<S, ID> ticket;

    private volatile Phase phase = Phase.WAITING;

    /** Written under the lock of this. */
    private volatile boolean failed;

    /** Whether the executor counts this load among those that wait for a connection; of the loader's thread. */
    private boolean counted;

    /** Whether the source has answered; of the loader's thread. */
    private boolean read;

    Load(Loads loads, String method, Ticket<S, ID> ticket) {
        super(loads.timeout());
        this.loads = loads;
        this.method = method;
        this.ticket = ticket;
    }

    /** Answers the flights; on a loader's thread. */
    abstract void load();

    /** Answers the flights that have no answer with a failure. */
    abstract void fail(RuntimeException failure);

    @Override
    protected final String operation() {
        return loads.model() + "." + method;
    }

    /** What an event calls it. */
    String event() {
        return operation();
    }

    @Override
    public final Duration timeout() {
        return loads.timeout();
    }

    final Ticket<S, ID> ticket() {
        return ticket;
    }

    /** The source is read again under this ticket, and nothing comes in under the one before. */
    final void retry(Ticket<S, ID> again) {
        ticket.close();
        ticket = again;
    }

    @Override
    protected final void run() {
        try {
            begin();
            load();
            loads.succeeded(this);
        } catch (Throwable e) {
            loads.failed(this, e);
        } finally {
            ticket.close();
            end();
        }
    }

    @Override
    protected final void refuse(CacheLoadException failure) {
        ticket.close();
        loads.unanswered(this, failure);
        loads.fail(this, failure);
    }

    /** The key's own code, or want of memory, threw {@code cause} while it was put together. To be called instead of handing it over: whoever joined is told. */
    final void abandon(Throwable cause) {
        ticket.close();
        fail(new CacheLoadException(operation() + " was not begun", cause));
    }

    final void begin() {
        phase = Phase.CONNECTING;
        counted = true;
        loads.executor().connecting();
    }

    @Override
    public final void connected() {
        end();
        phase = Phase.READING;
    }

    /** It has ended, however far it came. */
    private void end() {
        if (counted) {
            counted = false;
            loads.executor().connected();
        }
    }

    /** The source has answered. */
    final void read() {
        read = true;
    }

    /** Whether the source was asked, and answered: the second level may have had all there is. */
    final boolean hasRead() {
        return read;
    }

    /** Marks the load as failed, and answers whether it was not before. */
    final synchronized boolean failsFirst() {
        boolean first = !failed;
        failed = true;
        return first;
    }

    final boolean hasFailed() {
        return failed;
    }

    final String timedOut() {
        return operation() + " took longer than loadTimeout = " + timeout() + ": "
                + switch (phase) {
                    case WAITING ->
                        loads.executor().isStarved()
                                ? NO_CONNECTION
                                : "all loaders of the group were busy; look for slow statements, or raise maxConcurrentLoads";
                    case CONNECTING -> NO_CONNECTION;
                    case READING -> "the database did not answer";
                };
    }

    final String failed() {
        return operation()
                + (phase == Phase.READING
                        ? " could not read the database"
                        : " could not get a database connection; if callers hold all of the pool's, give loads a pool of their own with loadFrom(DataSource)");
    }
}
