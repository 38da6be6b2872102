package io.turnkey.redis.node;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs what the protocol does, one task at a time, in the order in which they came: on a thread of its own or, by {@link #executeHere}, on the caller's. What comes after it was closed is dropped. */
@SuppressWarnings("FutureReturnValueIgnored") // what a task throws is told
final class Control implements Executor {
    private final ScheduledThreadPoolExecutor thread;
    private final Consumer<Throwable> failed;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();

    /** Whether a thread has the control, which runs tasks or is about to. */
    private final AtomicBoolean taken = new AtomicBoolean();

    /**
     * @param failed told what a task threw
     */
    Control(ThreadFactory threads, Consumer<Throwable> failed) {
        this.failed = failed;
        this.thread = new ScheduledThreadPoolExecutor(1, threads, new ThreadPoolExecutor.DiscardPolicy());
        thread.setRemoveOnCancelPolicy(true);
        thread.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        // Where no thread can be made nothing is opened; from here on it is there, whatever is thrown.
        thread.prestartCoreThread();
    }

    @Override
    public void execute(Runnable task) {
        waiting.add(task);
        wake();
    }

    /** Runs it now if nothing is to be run before it; else as {@link #execute}. Waits for nobody. */
    void executeHere(Runnable task) {
        if (waiting.isEmpty() && taken.compareAndSet(false, true)) {
            try {
                run(task);
            } finally {
                release();
            }
        } else {
            execute(task);
        }
    }

    void after(Duration delay, Runnable task) {
        thread.schedule(() -> execute(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Counts from the end of one run to the beginning of the next. */
    void every(Duration interval, Runnable task) {
        after(interval, () -> {
            run(task);
            every(interval, task);
        });
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

    private void wake() {
        if (!waiting.isEmpty() && taken.compareAndSet(false, true)) {
            thread.execute(this::runAll);
        }
    }

    private void runAll() {
        try {
            for (@Nullable Runnable task = waiting.poll(); task != null; task = waiting.poll()) {
                run(task);
            }
        } finally {
            release();
        }
    }

    /** What came meanwhile is for the thread. */
    private void release() {
        taken.set(false);
        wake();
    }

    private void run(Runnable task) {
        if (thread.isShutdown()) {
            return;
        }
        try {
            task.run();
        } catch (Throwable e) {
            failed.accept(e);
        }
    }
}
