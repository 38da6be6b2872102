package io.turnkey.internal.sync;

import io.turnkey.CacheLoadException;
import io.turnkey.SyncMode;
import io.turnkey.internal.load.Turn;
import io.turnkey.internal.store.Ticket;
import io.turnkey.spi.LoadContext;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One sync, which callers wait for together. It can be ended before its thread comes back; from then on that thread changes nothing. */
final class Run<S, ID> implements LoadContext {
    private static final int LOOKS_PER_TIMEOUT = 4;

    private final String operation;
    private final Duration timeout;
    private final boolean initial;
    private final CompletableFuture<Void> result = new CompletableFuture<>();
    private volatile SyncMode mode;

    /** Tells of what takes back all that was read so far; open until the run has ended. */
    private volatile @Nullable Ticket<S, ID> witness;

    /** What is being read is read under this one. */
    private volatile @Nullable Ticket<S, ID> ticket;

    /** How many imports had come when it began; guarded by the synchronizer's lock. */
    private long imports;

    private volatile boolean ended;
    private volatile boolean connected;

    /** How much has arrived; written by the run's thread alone. */
    private volatile long arrived;

    /** How much of that was put in; written by one thread at a time, each after the one before it. */
    private volatile long putIn;

    // Guarded by this.
    private boolean waits = true;
    private long seen;
    private int idleLooks;
    private @Nullable ScheduledFuture<?> watch;

    /**
     * A run.
     *
     * @param timeout how long it may wait for the next row
     * @param initial whether it is the load at the start
     */
    Run(String operation, SyncMode mode, Duration timeout, boolean initial) {
        this.operation = operation;
        this.mode = mode;
        this.timeout = timeout;
        this.initial = initial;
    }

    /** What is done, for messages. */
    String operation() {
        return operation;
    }

    boolean isInitial() {
        return initial;
    }

    long imports() {
        return imports;
    }

    void imports(long imports) {
        this.imports = imports;
    }

    SyncMode mode() {
        return mode;
    }

    /** It reads every row. */
    void readAll() {
        mode = SyncMode.FULL;
    }

    /** Whether who wants {@code wanted} may wait for this one. */
    boolean serves(SyncMode wanted) {
        Ticket<S, ID> whole = witness;
        boolean outdated = whole != null && whole.isCancelled();
        return !ended && !outdated && (wanted == SyncMode.INCREMENTAL || mode == SyncMode.FULL);
    }

    /** Calls {@code expired} when it is its turn and nothing arrives, or nothing any more. */
    synchronized void watch(
            Turn turn, @Nullable ScheduledExecutorService timers, Consumer<CacheLoadException> expired) {
        if (timers != null && !ended) {
            long pause = Math.max(1, TimeUnit.NANOSECONDS.convert(timeout) / LOOKS_PER_TIMEOUT);
            try {
                watch = timers.scheduleWithFixedDelay(() -> look(turn, expired), pause, pause, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException e) {
                // The cache is being closed, which ends the run too.
                watch = null;
            }
        }
    }

    private void look(Turn turn, Consumer<CacheLoadException> expired) {
        boolean over;
        synchronized (this) {
            // Those before it are watched themselves, so that it gets its turn.
            long progress = arrived + putIn;
            boolean idle = waits && progress == seen && !turn.isWaiting();
            idleLooks = idle ? idleLooks + 1 : 0;
            seen = progress;
            over = idleLooks >= LOOKS_PER_TIMEOUT && end();
        }
        if (over) {
            cancelTickets();
            expired.accept(expired(turn));
        }
    }

    /** What a run that was given up failed with. */
    private CacheLoadException expired(Turn turn) {
        if (!turn.hasBegun()) {
            return new CacheLoadException(
                    operation + " could not be run: the executor of the group has not begun with it for loadTimeout = "
                            + timeout);
        }
        return new CacheLoadException(
                operation + " got nothing from the database for loadTimeout = " + timeout
                        + (connected
                                ? ": look for locks and slow statements, or raise loadTimeout"
                                : ": no connection could be had; callers may hold all of the pool's, give loads a pool of their own with loadFrom(DataSource)"));
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    @Override
    public void connected() {
        connected = true;
        arrived();
    }

    /** Something came from the source. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes it
    void arrived() {
        arrived++;
        checkWanted();
    }

    /** Something of it was put in: whoever reads may be waiting for that, and not for the source. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // no two threads put in at once
    void putIn() {
        putIn++;
    }

    private void checkWanted() {
        if (ended) {
            throw new Abandoned();
        }
    }

    /** All that is read from here on is read under this ticket, which {@link #release} closes. */
    Ticket<S, ID> witnessedBy(Ticket<S, ID> opened) {
        release();
        witness = opened;
        return under(opened);
    }

    void release() {
        Ticket<S, ID> whole = witness;
        if (whole != null) {
            whole.close();
        }
    }

    /** What is read from here on is read under this ticket. */
    Ticket<S, ID> under(Ticket<S, ID> opened) {
        ticket = opened;
        // After the assignment: who ends a run does so first, so that one of the two sees the other.
        if (ended) {
            opened.cancel();
        }
        return opened;
    }

    /** Everything was read: from here to {@link #waitsAgain} the run is not given up. */
    synchronized void waitsNoMore() {
        checkWanted();
        waits = false;
    }

    synchronized void waitsAgain() {
        waits = true;
        arrived();
    }

    /** Ends it, and answers whether that had not been done before. */
    synchronized boolean end() {
        boolean first = !ended;
        ended = true;
        if (watch != null) {
            watch.cancel(false);
        }
        return first;
    }

    /** To be called after {@link #end}. */
    void cancelTickets() {
        cancel(witness);
        cancel(ticket);
    }

    private static void cancel(@Nullable Ticket<?, ?> ticket) {
        if (ticket != null) {
            ticket.cancel();
        }
    }

    /** Tells who waits; to be called after {@link #end}. */
    void tell(@Nullable Throwable failure) {
        if (failure == null) {
            result.complete(null);
        } else {
            result.completeExceptionally(failure);
        }
    }

    /** Waits until it has ended, even if the caller is interrupted: what it began goes on. */
    void join() {
        try {
            result.join();
        } catch (CompletionException e) {
            throw forThisCaller(e.getCause());
        }
    }

    /** Waits until it has ended. */
    void await() {
        try {
            result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CacheLoadException(operation + " was interrupted while it waited for the database", e);
        } catch (ExecutionException e) {
            throw forThisCaller(e.getCause());
        }
    }

    /** A new exception for each caller, with this caller's stack. */
    private static RuntimeException forThisCaller(@Nullable Throwable failure) {
        String message = failure == null ? null : failure.getMessage();
        return failure instanceof IllegalStateException
                ? new IllegalStateException(message, failure)
                : new CacheLoadException(String.valueOf(message), failure);
    }

    /** Ends the source's work when nobody wants it any more; reaches no caller. */
    static final class Abandoned extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Abandoned() {
            super("The sync has been given up", null, false, false);
        }
    }
}
