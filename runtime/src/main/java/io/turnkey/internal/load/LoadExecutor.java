package io.turnkey.internal.load;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs loads, at most so many at once; those that wait are run in the order in which they came. */
public final class LoadExecutor implements AutoCloseable {
    private record Waiting(Runnable load, Consumer<RejectedExecutionException> refused) {}

    private static final long IDLE_SECONDS = 10;

    private final Executor executor;
    private final @Nullable ExecutorService owned;
    private final int most;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger connecting = new AtomicInteger();

    /**
     * An executor for loads.
     *
     * @param most how many run at once
     * @param given runs them; {@code null} for threads of its own, which end when they are idle
     * @param threads makes its own threads
     */
    public LoadExecutor(int most, @Nullable Executor given, ThreadFactory threads) {
        this.most = most;
        if (given == null) {
            ExecutorService pool = pool(most, threads);
            this.owned = pool;
            this.executor = pool;
        } else {
            this.owned = null;
            this.executor = given;
        }
    }

    private static ExecutorService pool(int most, ThreadFactory threads) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                most, most, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * Runs the load, now or when another one has ended.
     *
     * @param refused is called instead if the executor takes no more
     */
    public void execute(Runnable load, Consumer<RejectedExecutionException> refused) {
        waiting.add(new Waiting(load, refused));
        if (pending.getAndIncrement() < most) {
            dispatch();
        }
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

    private void dispatch() {
        do {
            try {
                executor.execute(this::runNext);
                return;
            } catch (RejectedExecutionException e) {
                refuse(e);
            } catch (OutOfMemoryError e) {
                // No thread to be had.
                refuse(new RejectedExecutionException(e));
            }
        } while (pending.getAndDecrement() > most);
    }

    private void refuse(RejectedExecutionException reason) {
        Waiting next = waiting.poll();
        if (next != null) {
            next.refused().accept(reason);
        }
    }

    private void runNext() {
        try {
            Waiting next = waiting.poll();
            if (next != null) {
                next.load().run();
            }
        } finally {
            if (pending.getAndDecrement() > most) {
                dispatch();
            }
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
