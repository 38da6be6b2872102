package io.turnkey.internal.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One row in memory. What is found under many keys is this one object; see the package for how its fields are guarded. */
public sealed class Entry<S> permits KeyedEntry {
    private static final long DEAD = Long.MIN_VALUE;
    private static final byte MOST_USES = 3;

    /** What the {@link EntryTable} finds it by: its id, if that is a whole number, and else its hash. */
    final long number;

    private final Optional<S> answer;
    private volatile long expiresAt;

    /** When it came in, or was last proved unchanged, in the sequence of {@link Tickets}; guarded by the id's stripe. */
    int stamp;

    /** Whether it was not read from the source, nor compared with it; changed under the id's stripe, and read outside of it where a row too many may leave. */
    boolean unverified;

    /** How often it was hit since the policy looked, up to a cap; racy on purpose: a lost update costs a little accuracy. */
    byte uses;

    /** Which queue holds it, see {@link EvictionPolicy}; guarded by the policy's lock, as are the links. */
    byte queue;

    @Nullable
    Entry<S> previous;

    @Nullable
    Entry<S> next;

    Entry(long number, S snapshot, int stamp, long expiresAt) {
        this.number = number;
        this.answer = Optional.of(snapshot);
        this.stamp = stamp;
        this.expiresAt = expiresAt;
    }

    /** The entry of the row with this id. */
    static <S> Entry<S> of(Object id, S snapshot, int stamp, long expiresAt) {
        return key(id) == null
                ? new Entry<>(number(id), snapshot, stamp, expiresAt)
                : new KeyedEntry<>(id, snapshot, stamp, expiresAt);
    }

    /** The number of the row with this id. */
    static long number(Object id) {
        if (id instanceof Long number) {
            return number;
        }
        return id instanceof Integer number ? number : id.hashCode();
    }

    /** What is to be compared if the number is the same; {@code null} if nothing is. */
    static @Nullable Object key(Object id) {
        return id instanceof Long || id instanceof Integer ? null : id;
    }

    /** The same of this entry's id. */
    @Nullable
    Object key() {
        return null;
    }

    /** The snapshot, in the {@code Optional} that every hit shares. */
    public Optional<S> answer() {
        return answer;
    }

    /** The snapshot. */
    public S snapshot() {
        return answer.orElseThrow();
    }

    /** Whether it may be served at {@code now}. */
    public boolean isFresh(long now) {
        return expiresAt > now;
    }

    /** Whether it was removed or replaced. */
    public boolean isDead() {
        return expiresAt == DEAD;
    }

    /** Counts a hit. */
    public void touch() {
        byte seen = uses;
        if (seen < MOST_USES) {
            uses = (byte) (seen + 1);
        }
    }

    long expiresAt() {
        return expiresAt;
    }

    void renew(int stamp, long expiresAt) {
        this.stamp = stamp;
        this.expiresAt = expiresAt;
        unverified = false;
    }

    void kill() {
        expiresAt = DEAD;
    }

    boolean overlaps(Ticket<?, ?> ticket) {
        return stamp - ticket.start() > 0;
    }
}
