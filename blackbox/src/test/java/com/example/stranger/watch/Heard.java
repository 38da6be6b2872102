package com.example.stranger.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A listener that remembers what it heard. */
public final class Heard implements Consumer<CacheEvent> {
    private static final long PATIENCE_SECONDS = 60;

    private final List<CacheEvent> events = new ArrayList<>();

    @Override
    public synchronized void accept(CacheEvent event) {
        events.add(event);
        notifyAll();
    }

    /** What it heard so far. */
    public synchronized List<CacheEvent> all() {
        return List.copyOf(events);
    }

    /** What it heard of one type so far. */
    public synchronized <E extends CacheEvent> List<E> of(Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    /** Waits until it has heard so many of one type, and answers with them. */
    public synchronized <E extends CacheEvent> List<E> await(Class<E> type, int count) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (of(type).size() < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            assertThat(left).as("%s of %s in %s", count, type, events).isPositive();
            try {
                wait(left);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return of(type);
    }
}
