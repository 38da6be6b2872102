package io.turnkey.internal.store;

import io.turnkey.internal.store.Installed.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** One attempt to bring a row in; {@link #apply} is the step that runs inside {@code compute}. */
final class Installation<S, ID> implements BiFunction<ID, @Nullable Entry<S>, @Nullable Entry<S>> {
    private final Store<S, ID> store;
    private final Ticket<S, ID> ticket;
    private final ID id;
    private final S snapshot;

    /** Whether it is not known when the source was read, but that it was before the ticket was opened. */
    private final boolean copy;

    /** When it expires at the latest. */
    private final long end;

    /** Other rows that stood under its keys: next to never is there one. */
    private List<Entry<S>> displaced = List.of();

    private boolean reserved;
    private boolean usedPlace;
    private @Nullable S replaced;

    /** That which the row comes back from. */
    private @Nullable Long loss;

    /** The entry that was to stand for the row. */
    private @Nullable Entry<S> made;

    private @Nullable Installed<S> result;

    /** Why it came to no result. */
    private @Nullable Throwable failure;

    /** Of a row that was read from the source under {@code ticket}. */
    Installation(Store<S, ID> store, Ticket<S, ID> ticket, ID id, S snapshot) {
        this(store, ticket, id, snapshot, false, Lifetime.FOREVER);
    }

    /** Of a copy that another process read; its life is counted from before it was had. */
    Installation(Store<S, ID> store, Ticket<S, ID> ticket, ID id, S snapshot, long left) {
        this(store, ticket, id, snapshot, true, left == Lifetime.FOREVER ? left : ticket.opened() + left);
    }

    private Installation(Store<S, ID> store, Ticket<S, ID> ticket, ID id, S snapshot, boolean copy, long end) {
        this.store = store;
        this.ticket = ticket;
        this.id = id;
        this.snapshot = snapshot;
        this.copy = copy;
        this.end = end;
    }

    @Override
    public @Nullable Entry<S> apply(ID key, @Nullable Entry<S> old) {
        try {
            return decide(old);
        } catch (RuntimeException | Error e) {
            // A key's own equals threw, or there was no memory: what is half put in leaves, for a change would miss it.
            failure = e;
            store.coverage().lostAll();
            if (old != null) {
                attempt(() -> {
                    store.left(id, old);
                    store.departed().add(id, old.snapshot());
                });
                discard(old);
            }
            if (made != null) {
                discard(made);
            }
            return null;
        }
    }

    /** Dead first: who finds it under a key that cannot be compared asks the source. */
    private void discard(Entry<S> entry) {
        entry.kill();
        EvictionPolicy<S> policy = store.policy();
        if (policy != null) {
            policy.unlink(entry);
        }
        store.indexes().forEach(index -> attempt(() -> index.remove(entry)));
    }

    @SuppressWarnings("ReferenceEquality") // the JVM may throw one and the same error again
    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            if (failure != null && failure != e) {
                failure.addSuppressed(e);
            }
        }
    }

    private @Nullable Entry<S> decide(@Nullable Entry<S> old) {
        if (!ticket.admits(id)) {
            return refuse(Outcome.REFUSED, old);
        }
        if (!ticket.follows(id, snapshot, store.judge())
                || (copy && old == null && !store.departed().isFollowedBy(id, snapshot))) {
            return refuse(Outcome.OUTDATED, old);
        }
        if (old == null) {
            return reserved ? take(newEntry()) : null;
        }
        return switch (store.judge().compare(old, snapshot, overlaps(old))) {
            case SAME -> renew(old);
            case NEWER -> replace(old);
            case OLDER -> {
                result = new Installed<>(Outcome.OUTDATED, old);
                yield old;
            }
            case CONTRADICTION -> {
                result = new Installed<>(Outcome.CONTRADICTED, null);
                store.tickets().contradicted(id);
                store.detach(id, old, false);
                yield null;
            }
        };
    }

    private @Nullable Entry<S> refuse(Outcome why, @Nullable Entry<S> old) {
        result = new Installed<>(why, null);
        if (old == null) {
            // It exists, as far as this load knows, and memory is without it.
            store.coverage().lost(id);
        }
        return old;
    }

    private Entry<S> newEntry() {
        int stamp = store.tickets().nextStamp();
        Entry<S> entry = Entry.of(id, snapshot, stamp, expiry(stamp));
        made = entry;
        return entry;
    }

    private long expiry(int stamp) {
        return Math.min(end, store.lifetime().expiry(ticket.opened(), stamp));
    }

    /** Whether {@code entry} may have been read after the row. */
    boolean overlaps(Entry<S> entry) {
        return copy || entry.overlaps(ticket);
    }

    private Entry<S> renew(Entry<S> old) {
        int stamp = store.tickets().nextStamp();
        old.renew(stamp, Math.max(old.expiresAt(), expiry(stamp)));
        index(old);
        store.coverage().settled(id);
        result = new Installed<>(Outcome.RENEWED, old);
        return old;
    }

    /** A new row, in the place that was reserved for it. */
    private Entry<S> take(Entry<S> entry) {
        index(entry);
        EvictionPolicy<S> policy = store.policy();
        if (policy != null) {
            policy.link(entry);
        }
        usedPlace = true;
        loss = store.coverage().loss(id);
        result = new Installed<>(Outcome.KEPT, entry);
        return entry;
    }

    /** Another copy of a row that is there, in the same place. */
    private @Nullable Entry<S> replace(Entry<S> old) {
        Entry<S> entry = newEntry();
        EvictionPolicy<S> policy = store.policy();
        if (policy != null && !policy.replace(old, entry)) {
            // An eviction has chosen the old copy and taken over its place, so it leaves here; the new one needs a
            // place of its own.
            store.left(id, old);
            store.detach(id, old, false);
            return reserved ? take(entry) : null;
        }
        old.kill();
        // The new one first: a reader by a key that did not change finds the dead copy or the new one, never nothing.
        index(entry);
        store.indexes().forEach(index -> index.remove(old));
        replaced = old.snapshot();
        store.coverage().settled(id);
        result = new Installed<>(Outcome.REPLACED, entry);
        return entry;
    }

    private void index(Entry<S> entry) {
        for (KeyIndex<S, ?> index : store.indexes()) {
            Entry<S> owner = index.add(entry);
            if (owner != null && owner != entry && !owner.isDead()) {
                displace(owner);
            }
        }
    }

    private void displace(Entry<S> owner) {
        if (displaced.isEmpty()) {
            displaced = new ArrayList<>();
        }
        displaced.add(owner);
    }

    void reserved(boolean reserved) {
        this.reserved = reserved;
    }

    boolean lacksPlace() {
        return result == null && failure == null;
    }

    /** To be called in the end: gives back a place that was reserved and not used. */
    void releaseUnused() {
        EvictionPolicy<S> policy = store.policy();
        if (reserved && !usedPlace && policy != null) {
            policy.release();
        }
    }

    /** Readers can find the row. */
    void visible() {
        if (loss != null) {
            store.coverage().found(id, loss);
        }
    }

    /** What became of the row; throws what was thrown. */
    Installed<S> result() {
        if (failure instanceof RuntimeException e) {
            throw e;
        }
        if (failure instanceof Error e) {
            throw e;
        }
        if (result == null) {
            throw new IllegalStateException("The step has not been taken");
        }
        return result;
    }

    Ticket<S, ID> ticket() {
        return ticket;
    }

    ID id() {
        return id;
    }

    S snapshot() {
        return snapshot;
    }

    List<Entry<S>> displaced() {
        return displaced;
    }

    @Nullable
    S replaced() {
        return replaced;
    }
}
