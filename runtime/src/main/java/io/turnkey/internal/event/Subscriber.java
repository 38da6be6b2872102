package io.turnkey.internal.event;

import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Closed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One listener and the events that wait for it. The lock is held while the queue is touched, never while the listener runs or something is logged. */
final class Subscriber<E extends CacheEvent> {
    private final @Nullable String model;
    private final List<Class<? extends E>> types;
    private final Consumer<? super E> listener;
    private final Executor executor;
    private final SquashedLog log;
    private final Drops drops;

    private final Object lock = new Object();

    // Guarded by the lock.
    private final EventQueue<E> queue;
    private final Set<String> closedModels = new HashSet<>();
    /** Whether a task that empties the queue is running or on its way. */
    private boolean draining;
    /** The thread of that task, once it runs. */
    private @Nullable Thread drainer;
    /** How many events were dropped since the queue was empty. */
    private long dropped;

    private boolean ended;

    /**
     * A listener.
     *
     * @param model whose events it gets; {@code null} for those of all models and of the group
     * @param types of which classes
     * @param capacity how many events may wait, of rows and others
     */
    Subscriber(
            @Nullable String model,
            List<Class<? extends E>> types,
            Consumer<? super E> listener,
            int capacity,
            Executor executor,
            SquashedLog log,
            Drops drops) {
        this.model = model;
        this.types = types;
        this.listener = listener;
        this.queue = new EventQueue<>(capacity);
        this.executor = executor;
        this.log = log;
        this.drops = drops;
    }

    boolean wants(Class<? extends CacheEvent> candidate) {
        for (Class<? extends E> type : types) {
            if (type.isAssignableFrom(candidate)) {
                return true;
            }
        }
        return false;
    }

    private @Nullable E wanted(CacheEvent event) {
        for (Class<? extends E> type : types) {
            if (type.isInstance(event)) {
                return type.cast(event);
            }
        }
        return null;
    }

    /** Queues the event if the listener wants it; never waits. */
    void offer(CacheEvent event) {
        if (model == null || model.equals(event.model())) {
            E wanted = wanted(event);
            if (wanted != null || event instanceof Closed) {
                enqueue(event, wanted);
            }
        }
    }

    private void enqueue(CacheEvent event, @Nullable E wanted) {
        E displaced;
        boolean idle;
        boolean firstDrop;
        synchronized (lock) {
            if (ended || isOver(event) || wanted == null) {
                return;
            }
            displaced = queue.add(wanted);
            firstDrop = displaced != null && dropped++ == 0;
            idle = !draining;
            draining = true;
        }
        if (displaced != null) {
            drops.add(displaced);
        }
        if (firstDrop) {
            warn(event.model());
        }
        if (idle) {
            schedule(event.model());
        }
    }

    /** Whether its model said its last word before: a load that is only now ending is not worth an event any more. */
    private boolean isOver(CacheEvent event) {
        if (event instanceof Closed) {
            closedModels.add(event.model());
            return false;
        }
        return closedModels.contains(event.model());
    }

    /** On another thread, since to log may take long, and whoever publishes is reading or committing. */
    private void warn(String publisher) {
        try {
            executor.execute(() -> log.failure(
                    publisher,
                    this + ": dropped events",
                    this + " cannot keep up: events are dropped, the oldest first, and counted",
                    null));
        } catch (RuntimeException | OutOfMemoryError e) {
            // It is counted in any case.
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
        boolean finished = false;
        try {
            for (E event = next(); event != null; event = next()) {
                deliver(event);
            }
            finished = true;
        } finally {
            if (!finished) {
                // What is queued waits for the next event.
                rest();
            }
        }
    }

    private @Nullable E next() {
        E event;
        long lost = 0;
        synchronized (lock) {
            event = queue.poll();
            if (queue.isEmpty()) {
                lost = dropped;
                dropped = 0;
            }
            if (event == null) {
                rest();
            }
        }
        if (lost > 0) {
            log.failure(name(), this + ": lost events", this + " lost " + lost + " events", null);
        }
        return event;
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
        boolean waiting;
        synchronized (lock) {
            ended = true;
            waiting = !draining && !queue.isEmpty();
            draining |= waiting;
        }
        if (waiting) {
            schedule(name());
        }
    }

    /** Waits until the queue is empty and the listener has returned; at the deadline forgets what is still queued. Who is interrupted waits no longer; what is queued is delivered all the same. */
    void awaitEnd(long deadline) {
        try {
            if (isDrained(deadline)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        List<E> lost;
        synchronized (lock) {
            lost = queue.clear();
        }
        lost.forEach(drops::add);
        log.failure(
                name(),
                this + ": hung",
                this + " has not returned: closing without waiting for it, " + lost.size() + " queued events are lost",
                null);
    }

    private boolean isDrained(long deadline) throws InterruptedException {
        synchronized (lock) {
            while (draining && drainer != Thread.currentThread()) {
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                lock.wait(left);
            }
            return draining || queue.isEmpty();
        }
    }

    private String name() {
        return model == null ? "events" : model;
    }

    @Override
    public String toString() {
        return "The listener " + listener.getClass().getName() + " of "
                + types.get(0).getSimpleName() + " events";
    }
}
