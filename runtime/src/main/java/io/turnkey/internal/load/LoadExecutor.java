package io.turnkey.internal.load;

import io.turnkey.CacheLoadException;
import io.turnkey.internal.load.Turn.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Runs loads, at most so many at once; those that wait are run in the order in which they came. The package says what becomes of those that hang. */
public final class LoadExecutor implements AutoCloseable {
    private static final long IDLE_SECONDS = 10;

    private static final String FULL = "the executor of the group takes no more loads; it is full or was shut down";

    private static final String HANGING =
            " loads that were given up after loadTimeout have not ended yet, and no more begin until one does: give the database's driver a socket timeout, and if callers hold all of the pool's connections, give loads a pool of their own with loadFrom(DataSource)";

    private final Executor executor;
    private final @Nullable ExecutorService owned;
    private final int most;
    private final LongSupplier nanos;
    private final AtomicInteger connecting = new AtomicInteger();
    private final Object lock = new Object();

    // Guarded by the lock.
    private final Deque<Turn> waiting = new ArrayDeque<>();
    private final List<Turn> placed = new ArrayList<>();

    /** Whether any load waits for a place; written under the lock. */
    private volatile boolean queued;

    /** Written under the lock. */
    private final AtomicInteger givenUp = new AtomicInteger();

    /**
     * An executor for loads.
     *
     * @param most how many run at once, those that were given up not counted, of which there may be as many again
     * @param given runs them; {@code null} for threads of its own, which end when they are idle
     * @param threads makes its own threads
     */
    public LoadExecutor(int most, @Nullable Executor given, ThreadFactory threads) {
        this(most, given, threads, System::nanoTime);
    }

    LoadExecutor(int most, @Nullable Executor given, ThreadFactory threads, LongSupplier nanos) {
        this.most = most;
        this.nanos = nanos;
        if (given == null) {
            ExecutorService pool = pool(threads);
            this.owned = pool;
            this.executor = pool;
        } else {
            this.owned = null;
            this.executor = given;
        }
    }

    /** As many threads as there are loads under way, which are bounded here. */
    private static ExecutorService pool(ThreadFactory threads) {
        return new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), threads);
    }

    /** Runs the load, now or when another one has ended or was given up; or refuses it, now or later. */
    public void execute(Turn turn) {
        Turn next;
        synchronized (lock) {
            if (turn.state == State.WAITING) {
                waiting.add(turn);
            }
            next = next();
        }
        dispatch(next);
    }

    /**
     * Nobody waits for the load any more. If it has begun, its thread is left to end by itself, and another load has its place, unless too many hang already; else it is refused with {@code failure}.
     */
    public void giveUp(Turn turn, CacheLoadException failure) {
        synchronized (lock) {
            if (turn.state == State.WAITING && waiting.remove(turn)) {
                turn.state = State.ENDED;
            } else if (turn.state == State.PLACED) {
                displace(turn);
            } else {
                return;
            }
        }
        if (!turn.begun) {
            turn.refuse(failure);
        }
        dispatch(next());
    }

    /** Under the lock. */
    private void displace(Turn turn) {
        placed.remove(turn);
        turn.state = State.GIVEN_UP;
        givenUp.incrementAndGet();
    }

    void connecting() {
        connecting.incrementAndGet();
    }

    void connected() {
        connecting.decrementAndGet();
    }

    /** Whether every load that may run waits for a database connection, so that no other one gets its turn. */
    boolean isStarved() {
        return connecting.get() >= most;
    }

    private void dispatch(@Nullable Turn first) {
        // Whoever begins to wait after the look at the queue looks for a place after that.
        for (Turn next = first; next != null; next = queued ? next() : null) {
            handOver(next);
        }
        refuseIfAllHang();
    }

    /** The one whose turn it is, if there is a place for it. */
    private @Nullable Turn next() {
        synchronized (lock) {
            Turn next = waiting.isEmpty() ? null : place();
            boolean more = !waiting.isEmpty();
            if (queued != more) {
                queued = more;
            }
            return next;
        }
    }

    /** Under the lock. */
    private @Nullable Turn place() {
        if (!hasPlace()) {
            // Nobody may be left to give them up: callers can be interrupted.
            long now = nanos.getAsLong();
            List.copyOf(placed).stream()
                    .filter(turn -> turn.begun && turn.isOverdue(now))
                    .forEach(this::displace);
        }
        if (!hasPlace()) {
            return null;
        }
        Turn next = waiting.remove();
        next.state = State.PLACED;
        next.since = nanos.getAsLong();
        placed.add(next);
        return next;
    }

    private boolean hasPlace() {
        return placed.size() < most && placed.size() + givenUp.get() < 2L * most;
    }

    private void handOver(Turn turn) {
        try {
            executor.execute(() -> run(turn));
        } catch (Throwable e) {
            // Whatever it throws: no thread to be had, or an executor's own way to say no.
            boolean wanted;
            synchronized (lock) {
                if (turn.begun) {
                    // The load itself threw, on this thread.
                    throw e;
                }
                wanted = end(turn);
            }
            if (wanted) {
                turn.refuse(turn.refusal(FULL, e));
            }
        }
    }

    private void run(Turn turn) {
        try {
            if (begin(turn)) {
                turn.run();
            }
        } finally {
            Turn next;
            synchronized (lock) {
                end(turn);
                next = next();
            }
            dispatch(next);
        }
    }

    private boolean begin(Turn turn) {
        synchronized (lock) {
            boolean wanted = turn.state == State.PLACED;
            turn.begun |= wanted;
            return wanted;
        }
    }

    /** Answers whether it had not been given up. */
    private boolean end(Turn turn) {
        synchronized (lock) {
            boolean had = placed.remove(turn);
            if (turn.state == State.GIVEN_UP) {
                givenUp.decrementAndGet();
            }
            turn.state = State.ENDED;
            return had;
        }
    }

    /** Where no thread is left, and none may ever come back, waiting is no use. */
    private void refuseIfAllHang() {
        if (givenUp.get() < 2L * most) {
            // Who gives up one more, or lets one more wait, looks again after that.
            return;
        }
        List<Turn> hopeless;
        int hang;
        synchronized (lock) {
            hang = givenUp.get();
            if (hang < 2L * most || waiting.isEmpty()) {
                return;
            }
            hopeless = List.copyOf(waiting);
            waiting.clear();
            hopeless.forEach(turn -> turn.state = State.ENDED);
        }
        hopeless.forEach(turn -> turn.refuse(turn.refusal(hang + HANGING)));
    }

    /** Runs a part of a load that is under way, if there is a thread for it now or later: who asks must be able to do without. It does not count as a load, and is over as soon as nothing is left to do. */
    public void help(Runnable part) {
        try {
            executor.execute(part);
        } catch (Throwable e) {
            // No thread to be had: the load does it itself.
        }
    }

    /** Takes no more loads; those that run are left to end, for their results are not kept. */
    @Override
    public void close() {
        if (owned != null) {
            owned.shutdown();
        }
    }
}
