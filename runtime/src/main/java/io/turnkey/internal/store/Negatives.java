package io.turnkey.internal.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Remembers for a while that a key has no row: a bounded FIFO. Its lock is a leaf. */
public final class Negatives {
    private final int capacity;
    private final Lifetime lifetime;
    private final Map<Question, Long> expiries = new LinkedHashMap<>();

    /** Written under the lock, read without. */
    private volatile int size;

    /** At most {@code capacity} answers. */
    public Negatives(int capacity, Lifetime lifetime) {
        this.capacity = capacity;
        this.lifetime = lifetime;
    }

    /** Whether "no such row" is remembered at all. */
    public boolean isUsed() {
        return lifetime.remembersNegatives();
    }

    /** Whether it is known that there is no such row. */
    public boolean knows(Question question) {
        if (!isUsed()) {
            return false;
        }
        synchronized (this) {
            Long expiry = expiries.get(question);
            return expiry != null && expiry > lifetime.now();
        }
    }

    /** What is remembered. */
    public synchronized List<Question> questions() {
        return List.copyOf(expiries.keySet());
    }

    /** Remembers it, unless the ticket was taken back; answers whether it still allowed it. */
    public boolean remember(Ticket<?, ?> ticket, Question question) {
        if (!isUsed()) {
            return true;
        }
        synchronized (this) {
            if (!ticket.answers(question.value())) {
                return false;
            }
            expiries.remove(question);
            expiries.put(question, lifetime.negativeExpiry(ticket.opened()));
            if (expiries.size() > capacity) {
                expiries.remove(expiries.keySet().iterator().next());
            }
            size = expiries.size();
            return true;
        }
    }

    /** Forgets the answers that may not be true any more; to be called after the tickets have been marked. */
    public synchronized void forget(Change<?> change) {
        Set<Question> touched = change.touched();
        if (touched == null) {
            expiries.keySet().removeIf(change::touches);
        } else {
            touched.forEach(expiries::remove);
        }
        size = expiries.size();
    }

    /** Forgets every answer; to be called after the tickets have been marked. */
    public synchronized void clear() {
        expiries.clear();
        size = 0;
    }

    /** Forgets what has expired. */
    public synchronized void expire(long moment) {
        expiries.values().removeIf(expiry -> expiry <= moment);
        size = expiries.size();
    }

    /** How many answers are remembered. */
    public int size() {
        return size;
    }
}
