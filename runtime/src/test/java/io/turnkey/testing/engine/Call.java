package io.turnkey.testing.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** A call that runs on a thread of its own. */
public final class Call<T> {
    private static final long PATIENCE_SECONDS = 60;

    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final Thread thread;

    private Call(Supplier<T> call) {
        thread = new Thread(() -> {
            try {
                result.complete(call.get());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        });
        thread.setDaemon(true);
    }

    /** Starts the call. */
    public static <T> Call<T> of(Supplier<T> call) {
        Call<T> started = new Call<>(call);
        started.thread.start();
        return started;
    }

    /** Starts a call without an answer. */
    public static Call<Boolean> of(Runnable call) {
        return of(() -> {
            call.run();
            return true;
        });
    }

    /** Waits until the call waits for a load: the engine parks its callers, with a deadline, nowhere else. */
    public Call<T> awaitParked() {
        return awaitState(Thread.State.TIMED_WAITING);
    }

    /** Waits until the call waits for a sync: those have no deadline of their own. */
    public Call<T> awaitWaiting() {
        return awaitState(Thread.State.WAITING);
    }

    /** Waits until the call waits for a lock that another thread holds. */
    public Call<T> awaitBlocked() {
        return awaitState(Thread.State.BLOCKED);
    }

    private Call<T> awaitState(Thread.State state) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (thread.getState() != state) {
            if (result.isDone() || System.nanoTime() - deadline > 0) {
                throw new AssertionError("The call is " + thread.getState() + ", not " + state + ": " + result);
            }
            Thread.onSpinWait();
        }
        return this;
    }

    /** Interrupts the calling thread. */
    public void interrupt() {
        thread.interrupt();
    }

    /** The answer; throws what the call threw. */
    public T get() {
        try {
            return result.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
