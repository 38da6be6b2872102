package io.turnkey.redis.node;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The thread that owns the protocol. What comes after it was closed is dropped. */
@SuppressWarnings("FutureReturnValueIgnored") // what a task throws is told
final class Control implements Executor {
    private final ScheduledThreadPoolExecutor thread;
    private final Consumer<Throwable> failed;

    /**
     * @param failed told what a task threw
     */
    Control(ThreadFactory threads, Consumer<Throwable> failed) {
        this.failed = failed;
        this.thread = new ScheduledThreadPoolExecutor(1, threads, new ThreadPoolExecutor.DiscardPolicy());
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        thread.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
    }

    @Override
    public void execute(Runnable task) {
        thread.execute(guarded(task));
    }

    void after(Duration delay, Runnable task) {
        thread.schedule(guarded(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    void every(Duration interval, Runnable task) {
        thread.scheduleWithFixedDelay(guarded(task), interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends after what waits, and then this. */
    void close(Runnable last) {
        execute(() -> {
            try {
                last.run();
            } finally {
                thread.shutdown();
            }
        });
    }

    /** Waits for what is under way. */
    boolean await(Duration limit) throws InterruptedException {
        return thread.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Runnable guarded(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (Throwable e) {
                failed.accept(e);
            }
        };
    }
}
