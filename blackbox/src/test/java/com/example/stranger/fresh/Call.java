package com.example.stranger.fresh;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What another thread does. */
public final class Call<T> {
    private static final long PATIENCE_SECONDS = 60;

    private final FutureTask<T> task;
    private final Thread thread;

    private Call(Callable<T> work) {
        task = new FutureTask<>(work);
        thread = new Thread(task, "call");
        thread.setDaemon(true);
    }

    public static <T> Call<T> to(Callable<T> work) {
        Call<T> call = new Call<>(work);
        call.thread.start();
        return call;
    }

    public static Call<Boolean> toRun(Runnable work) {
        return to(() -> {
            work.run();
            return true;
        });
    }

    public boolean isDone() {
        return task.isDone();
    }

    /** Waits until it waits, with a time limit, for what somebody else does. */
    public void awaitWaiting() {
        await(Thread.State.TIMED_WAITING);
    }

    /** Waits until it waits for a sync, which has no time limit as long as rows arrive. */
    public void awaitWaitingForSync() {
        await(Thread.State.WAITING);
    }

    private void await(Thread.State state) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (thread.getState() != state) {
            if (isDone() || System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("it is " + thread.getState() + ", and does not wait");
            }
            Thread.onSpinWait();
        }
    }

    /** What it answered; throws what it threw. */
    public T result() {
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
