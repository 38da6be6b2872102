package io.turnkey.internal.event;

import io.turnkey.CacheEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one listener, in the order in which it came. Events of rows have room of their own, and so have all others: a million rows that come in hide neither a failure nor a clear. Where there
 * is no room the oldest of the same sort leaves. Not safe for threads.
 */
final class EventQueue<E extends CacheEvent> {
    private record Waiting<E>(long number, E event) {}

    private final int capacity;
    private final Deque<Waiting<E>> ofRows = new ArrayDeque<>();
    private final Deque<Waiting<E>> others = new ArrayDeque<>();
    private long count;

    /** An empty queue for {@code capacity} events of each sort. */
    EventQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Adds an event, and answers with the one that left to make room for it. */
    @Nullable
    E add(E event) {
        Deque<Waiting<E>> sort = event instanceof CacheEvent.OfRow ? ofRows : others;
        E displaced = sort.size() == capacity ? sort.remove().event() : null;
        sort.add(new Waiting<>(count++, event));
        return displaced;
    }

    /** Takes out the event that came first. */
    @Nullable
    E poll() {
        Waiting<E> row = ofRows.peek();
        Waiting<E> other = others.peek();
        Deque<Waiting<E>> first = other == null || (row != null && row.number() < other.number()) ? ofRows : others;
        Waiting<E> next = first.poll();
        return next == null ? null : next.event();
    }

    boolean isEmpty() {
        return ofRows.isEmpty() && others.isEmpty();
    }

    /** Takes out everything. */
    List<E> clear() {
        List<E> all = new ArrayList<>(ofRows.size() + others.size());
        for (E event = poll(); event != null; event = poll()) {
            all.add(event);
        }
        return all;
    }
}
