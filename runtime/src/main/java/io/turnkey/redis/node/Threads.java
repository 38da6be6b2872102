package io.turnkey.redis.node;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that talk to Redis, daemons named {@code turnkey-<group>-redis-io-<n>}; they go when there is nothing to do. */
final class Threads implements Executor {
    private final String group;
    private final ThreadPoolExecutor io;

    Threads(String group, int most) {
        this(group, most, named(group, "io"));
    }

    /** With threads made by {@code threads}. */
    Threads(String group, int most, ThreadFactory threads) {
        this.group = group;
        this.io = new ThreadPoolExecutor(most, most, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads);
        io.allowCoreThreadTimeOut(true);
    }

    ThreadFactory named(String role) {
        return named(group, role);
    }

    private static ThreadFactory named(String group, String role) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(
                    null, task, "turnkey-" + group + "-redis-" + role + "-" + count.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Runs it soon; does nothing after {@link #close}. If no thread can be made the task waits for one that is there, or for the next task, with which it is tried again. */
    @Override
    public void execute(Runnable task) {
        if (io.isShutdown()) {
            return;
        }
        // In this order, unlike the pool itself, which would lose the task with the thread that could not be made.
        io.getQueue().add(task);
        try {
            io.prestartCoreThread();
        } catch (OutOfMemoryError e) {
            // "Unable to create native thread". A heartbeat that is not answered lets the connection be made again, and
            // that is a task.
        }
    }

    /** Waits for what is under way, and interrupts it after the limit. */
    void close(Duration limit) throws InterruptedException {
        io.shutdown();
        if (!io.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            io.shutdownNow();
        }
    }
}
