package io.turnkey.internal.sync;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Passes items on in batches, so that another thread works on them while this one fetches the next. Few batches wait; if no other thread takes them, who brings them does the work. Items keep their order, and no two
 * threads work at once.
 */
final class Pipeline<T> implements AutoCloseable {
    /** Items in a batch. */
    static final int BATCH = 512;

    /** Batches that wait at most. */
    static final int WAITING = 4;

    private final Executor executor;
    private final Consumer<T> work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition progress = lock.newCondition();
    private List<T> batch = new ArrayList<>(BATCH);

    // Guarded by the lock.
    private final Deque<List<T>> waiting = new ArrayDeque<>(WAITING);
    private boolean asked;
    private boolean working;
    private @Nullable Throwable failure;

    /**
     * An empty one.
     *
     * @param executor may run what it is given, on this thread or on another, at any time, or never; it must not throw
     * @param work takes an item
     */
    Pipeline(Executor executor, Consumer<T> work) {
        this.executor = executor;
        this.work = work;
    }

    /** Passes an item on; waits, or works, while too many wait. Throws what working on an earlier one threw. */
    void add(T item) {
        batch.add(item);
        if (batch.size() == BATCH) {
            pass();
        }
    }

    /** Waits until all is done, and does what nobody else does. Throws what working on one threw. */
    void finish() {
        pass();
        settle();
    }

    /** What waits is dropped; when this returns, nobody works any more. */
    @Override
    public void close() {
        lock.lock();
        try {
            waiting.clear();
            awaitIdle();
        } finally {
            lock.unlock();
        }
    }

    private void pass() {
        List<T> full = batch;
        batch = new ArrayList<>(BATCH);
        if (awaitRoom()) {
            settle();
        }
        boolean ask;
        lock.lock();
        try {
            throwIfFailed();
            waiting.add(full);
            // Who works will find it.
            ask = !asked && !working;
            asked |= ask;
        } finally {
            lock.unlock();
        }
        if (ask) {
            executor.execute(this::run);
        }
    }

    /** Answers whether there is none, and nobody works who could make some. */
    private boolean awaitRoom() {
        lock.lock();
        try {
            while (waiting.size() == WAITING && working) {
                progress.awaitUninterruptibly();
            }
            return waiting.size() == WAITING;
        } finally {
            lock.unlock();
        }
    }

    private void settle() {
        lock.lock();
        try {
            awaitIdle();
            drain();
            throwIfFailed();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        lock.lock();
        try {
            asked = false;
            if (!working) {
                drain();
            }
        } finally {
            lock.unlock();
        }
    }

    // What follows is called under the lock.

    private void awaitIdle() {
        while (working) {
            progress.awaitUninterruptibly();
        }
    }

    /** Works, without the lock, until nothing waits. */
    private void drain() {
        working = true;
        for (List<T> next = waiting.poll(); next != null; next = waiting.poll()) {
            progress.signalAll();
            Throwable thrown = workOn(next);
            if (thrown != null) {
                failure = thrown;
                waiting.clear();
            }
        }
        working = false;
        progress.signalAll();
    }

    private @Nullable Throwable workOn(List<T> items) {
        lock.unlock();
        try {
            items.forEach(work);
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        } finally {
            lock.lock();
        }
    }

    private void throwIfFailed() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
    }
}
