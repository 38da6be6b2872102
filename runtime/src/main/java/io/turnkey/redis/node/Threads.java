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
        this.group = group;
        this.io = new ThreadPoolExecutor(
                most,
                most,
                30,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                named("io"),
                new ThreadPoolExecutor.DiscardPolicy());
        io.allowCoreThreadTimeOut(true);
    }

    ThreadFactory named(String role) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(
                    null, task, "turnkey-" + group + "-redis-" + role + "-" + count.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void execute(Runnable task) {
        io.execute(task);
    }

    /** Waits for what is under way, and interrupts it after the limit. */
    void close(Duration limit) throws InterruptedException {
        io.shutdown();
        if (!io.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            io.shutdownNow();
        }
    }
}
