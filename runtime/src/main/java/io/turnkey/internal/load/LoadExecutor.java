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
import org.jspecify.annotations.Nullable;

/** Runs loads, at most so many at once; those that wait are run in the order in which they came. */
public final class LoadExecutor implements AutoCloseable {
    private static final long IDLE_SECONDS = 10;

    private final Executor executor;
    private final @Nullable ExecutorService owned;
    private final int most;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger pending = new AtomicInteger();

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
     * @throws RejectedExecutionException if the executor has been shut down
     */
    public void execute(Runnable load) {
        waiting.add(load);
        if (pending.getAndIncrement() < most) {
            dispatch();
        }
    }

    private void dispatch() {
        executor.execute(this::runNext);
    }

    private void runNext() {
        try {
            Runnable load = waiting.poll();
            if (load != null) {
                load.run();
            }
        } finally {
            if (pending.getAndDecrement() > most) {
                dispatchUnlessClosed();
            }
        }
    }

    private void dispatchUnlessClosed() {
        try {
            dispatch();
        } catch (RejectedExecutionException e) {
            // Shut down since: whoever waits for what is left was told when its cache was closed.
            waiting.clear();
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
