package io.turnkey.redis.node;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Runs tasks one after the other, on threads that many lanes share. */
final class Lane implements Executor {
    private final Executor threads;
    private final Object lock = new Object();

    /** Guarded by the lock. */
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    /** Guarded by the lock. */
    private boolean running;

    Lane(Executor threads) {
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        synchronized (lock) {
            waiting.add(task);
            if (running) {
                return;
            }
            running = true;
        }
        threads.execute(this::runOne);
    }

    private void runOne() {
        Runnable task = next();
        if (task == null) {
            return;
        }
        try {
            task.run();
        } finally {
            threads.execute(this::runOne);
        }
    }

    private @Nullable Runnable next() {
        synchronized (lock) {
            Runnable task = waiting.poll();
            running = task != null;
            return task;
        }
    }
}
