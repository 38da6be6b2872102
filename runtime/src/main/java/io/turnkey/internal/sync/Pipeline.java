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
        if (batch.size() == BATCH && pass(take())) {
            executor.execute(this::run);
        }
    }

    /** Waits until all is done, and does what nobody else does; asks nobody, for there is nothing else to do meanwhile. Throws what working on one threw. */
    void finish() {
        lock.lock();
        try {
            awaitIdle();
            throwIfFailed();
            waiting.add(take());
            drain();
            throwIfFailed();
        } finally {
            lock.unlock();
        }
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

    private List<T> take() {
        List<T> taken = batch;
        batch = new ArrayList<>(BATCH);
        return taken;
    }

    /** Answers whether another thread should be asked to work. */
    private boolean pass(List<T> full) {
        lock.lock();
        try {
            while (waiting.size() == WAITING && working) {
                progress.awaitUninterruptibly();
            }
            if (waiting.size() == WAITING) {
                // Nobody works who could make room.
                drain();
            }
            throwIfFailed();
            waiting.add(full);
            // Who works will find it.
            boolean ask = !asked && !working;
            asked |= ask;
            return ask;
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
        } catch (Throwable e) {
            // Also what nobody declared: else who waits for this thread would wait for ever.
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
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }
}
