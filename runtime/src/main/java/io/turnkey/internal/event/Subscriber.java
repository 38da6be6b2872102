package io.turnkey.internal.event;

import io.turnkey.CacheEvent;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One listener and the events that wait for it. The lock is held while the queue is touched, never while the listener runs. */
final class Subscriber<E extends CacheEvent> {
    private final @Nullable String model;
    private final Class<E> type;
    private final Consumer<? super E> listener;
    private final int capacity;
    private final Executor executor;
    private final SquashedLog log;

    private final Object lock = new Object();
    private final Queue<E> queue = new ArrayDeque<>();
    /** Whether a task that empties the queue is running or on its way. */
    private boolean draining;
    /** The thread of that task, once it runs. */
    private @Nullable Thread drainer;

    private boolean ended;

    Subscriber(
            @Nullable String model,
            Class<E> type,
            Consumer<? super E> listener,
            int capacity,
            Executor executor,
            SquashedLog log) {
        this.model = model;
        this.type = type;
        this.listener = listener;
        this.capacity = capacity;
        this.executor = executor;
        this.log = log;
    }

    boolean wants(Class<? extends CacheEvent> candidate) {
        return type.isAssignableFrom(candidate);
    }

    private boolean hears(String candidate) {
        return model == null || model.equals(candidate);
    }

    void offer(CacheEvent event) {
        if (type.isInstance(event) && hears(event.model())) {
            enqueue(type.cast(event));
        }
    }

    private void enqueue(E event) {
        boolean full;
        boolean idle;
        synchronized (lock) {
            if (ended) {
                return;
            }
            full = queue.size() == capacity;
            if (full) {
                queue.remove();
            }
            queue.add(event);
            idle = !draining;
            draining = true;
        }
        if (full) {
            log.failure(
                    event.model(),
                    this + ": dropped events",
                    this + " cannot keep up: the oldest events are dropped",
                    null);
        }
        if (idle) {
            schedule(event.model());
        }
    }

    private void schedule(String publisher) {
        try {
            executor.execute(this::drain);
        } catch (RuntimeException | OutOfMemoryError e) {
            // No thread to be had: the events stay queued, and the next one tries again.
            rest();
            log.failure(
                    publisher, this + ": undelivered events", "Events for " + this + " could not be delivered yet", e);
        }
    }

    private void drain() {
        synchronized (lock) {
            drainer = Thread.currentThread();
        }
        for (E event = next(); event != null; event = next()) {
            deliver(event);
        }
    }

    private @Nullable E next() {
        synchronized (lock) {
            E event = queue.poll();
            if (event == null) {
                rest();
            }
            return event;
        }
    }

    private void rest() {
        synchronized (lock) {
            draining = false;
            drainer = null;
            lock.notifyAll();
        }
    }

    private void deliver(E event) {
        try {
            listener.accept(event);
        } catch (Throwable e) {
            log.failure(event.model(), this + ": failures", this + " threw; it keeps getting events", e);
        }
    }

    /** Forgets what is queued and takes no more. */
    void cancel() {
        synchronized (lock) {
            ended = true;
            queue.clear();
        }
    }

    /** Takes no more, but delivers what is queued. */
    void complete() {
        synchronized (lock) {
            ended = true;
        }
    }

    /** Waits until the queue is empty and the listener has returned; at the deadline forgets what is still queued. */
    void awaitEnd(long deadline) {
        if (isDrained(deadline)) {
            return;
        }
        int lost;
        synchronized (lock) {
            lost = queue.size();
            queue.clear();
        }
        log.failure(
                model == null ? "events" : model,
                this + ": hung",
                this + " has not returned: closing without waiting for it, " + lost + " queued events are lost",
                null);
    }

    private boolean isDrained(long deadline) {
        synchronized (lock) {
            while (draining && drainer != Thread.currentThread()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                try {
                    lock.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public String toString() {
        return "The listener " + listener.getClass().getName() + " of " + type.getSimpleName() + " events";
    }
}
