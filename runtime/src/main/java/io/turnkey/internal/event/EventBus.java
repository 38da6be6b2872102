package io.turnkey.internal.event;

import io.turnkey.CacheEvent;
import io.turnkey.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Carries events from the engine to listeners. Each subscription has a bounded queue that one thread of the executor at a time empties: events keep their order,
 * and a listener that is slow or throws disturbs neither the cache nor other listeners. After {@code Closed} no listener gets an event of that model any more. With {@code Runnable::run} as executor, listeners run inside {@link #publish}.
 */
public final class EventBus implements AutoCloseable {
    private static final int CAPACITY = 10_000;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Subscriber<?>[] NONE = {};

    private final Executor executor;
    private final SquashedLog log;
    private final int capacity;
    private final Duration patience;
    private final Drops drops = new Drops();

    /** Copied on each change, so that publishing takes no lock. */
    private volatile Subscriber<?>[] subscribers = NONE;

    /** Guarded by this. */
    private boolean closed;

    /** A bus that delivers on {@code executor}, of which each busy listener holds one thread. */
    public EventBus(Executor executor, SquashedLog log) {
        this(executor, log, CAPACITY, PATIENCE);
    }

    EventBus(Executor executor, SquashedLog log, int capacity, Duration patience) {
        this.executor = executor;
        this.log = log;
        this.capacity = capacity;
        this.patience = patience;
    }

    /**
     * Subscribes to the events of type {@code type}, {@code CacheEvent.class} for all.
     *
     * @param model whose events; {@code null} for those of every model and of the group
     * @throws IllegalStateException if the bus is closed
     */
    public <E extends CacheEvent> Subscription on(@Nullable String model, Class<E> type, Consumer<? super E> listener) {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(listener, "listener");
        return onAny(model, List.of(type), listener);
    }

    /** Subscribes to the events of several types, in the order in which they are published. */
    <E extends CacheEvent> Subscription onAny(
            @Nullable String model, List<Class<? extends E>> types, Consumer<? super E> listener) {
        Subscriber<E> subscriber = new Subscriber<>(model, types, listener, capacity, executor, log, drops);
        synchronized (this) {
            if (closed) {
                throw new IllegalStateException("No events can be subscribed to any more: the cache is closed");
            }
            Subscriber<?>[] more = Arrays.copyOf(subscribers, subscribers.length + 1);
            more[subscribers.length] = subscriber;
            subscribers = more;
        }
        return () -> unsubscribe(subscriber);
    }

    private void unsubscribe(Subscriber<?> subscriber) {
        synchronized (this) {
            List<Subscriber<?>> fewer = new ArrayList<>(Arrays.asList(subscribers));
            fewer.remove(subscriber);
            subscribers = fewer.toArray(NONE);
        }
        subscriber.cancel();
    }

    /** Whether anybody listens to events of this type, of any model; ask before making an event. */
    public boolean wants(Class<? extends CacheEvent> type) {
        for (Subscriber<?> subscriber : subscribers) {
            if (subscriber.wants(type)) {
                return true;
            }
        }
        return false;
    }

    /** Hands the event to everybody who listens to it; never waits for them, unless the executor runs on the calling thread. */
    public void publish(CacheEvent event) {
        Subscriber<?>[] all = subscribers;
        if (all.length == 0) {
            return;
        }
        for (Subscriber<?> subscriber : all) {
            subscriber.offer(event);
        }
    }

    /** How many events of this model, or of the group of this name, did not reach a listener that was subscribed to them. */
    public long dropped(String model) {
        return drops.of(model);
    }

    /** The log that goes with the events. */
    public SquashedLog log() {
        return log;
    }

    /**
     * Takes no more events, and waits until those that are queued have been handed over. A listener that does not return
     * within five seconds loses what is still queued for it, which is counted and logged; called by a listener, this does not wait for that one. A caller
     * who is interrupted waits no more; what is queued is delivered without it.
     */
    @Override
    public void close() {
        Subscriber<?>[] all;
        synchronized (this) {
            closed = true;
            all = subscribers;
            subscribers = NONE;
        }
        for (Subscriber<?> subscriber : all) {
            subscriber.complete();
        }
        long deadline = System.nanoTime() + patience.toNanos();
        for (Subscriber<?> subscriber : all) {
            subscriber.awaitEnd(deadline);
        }
    }
}
