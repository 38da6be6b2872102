package io.turnkey.internal.store;

import io.turnkey.CacheEvent.EvictionCause;
import io.turnkey.CacheOptions;
import io.turnkey.internal.store.Installed.Outcome;
import io.turnkey.internal.store.Judge.Verdict;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows in memory. The package says how it is kept right under concurrent use. */
public final class Store<S, ID> {
    private final EntityModel<?, S, ID> model;
    private final Tickets<S, ID> tickets;
    private final Lifetime lifetime;
    private final Coverage<ID> coverage;
    private final StoreListener<S, ID> listener;
    private final Judge<S> judge;
    private final int maxSize;
    private final @Nullable EvictionPolicy<S> policy;
    private final EntryTable<ID, S> entries = new EntryTable<>();
    private final List<KeyIndex<S, ?>> indexes;
    private final Departed<S, ID> departed;

    /**
     * An empty store.
     *
     * @param takesCopies whether copies may come in that another process read
     */
    public Store(
            EntityModel<?, S, ID> model,
            CacheOptions options,
            Tickets<S, ID> tickets,
            Lifetime lifetime,
            Coverage<ID> coverage,
            StoreListener<S, ID> listener,
            boolean takesCopies) {
        this.model = model;
        this.tickets = tickets;
        this.lifetime = lifetime;
        this.coverage = coverage;
        this.listener = listener;
        this.judge = new Judge<>(model.version());
        this.departed = new Departed<>(judge, takesCopies);
        this.maxSize = options.maxSize();
        this.policy = maxSize == CacheOptions.UNLIMITED ? null : new EvictionPolicy<>(maxSize);
        this.indexes = KeyIndex.of(model.keys());
    }

    /** The entries by id; only to be read. */
    public EntryTable<ID, S> entries() {
        return entries;
    }

    /** The entries by a unique key. */
    public <K> Lookup<K, Entry<S>> entries(KeyModel<S, K> key) {
        return KeyIndex.find(indexes, key);
    }

    /** How many rows are in memory. */
    public int size() {
        // The table adds up counters that others are changing, and may thus be ahead of itself for a moment.
        return Math.min(entries.size(), maxSize);
    }

    /** The id of a row. */
    public ID id(S snapshot) {
        ID id = model.id().of().apply(snapshot);
        if (id == null) {
            throw new IllegalStateException("A row of " + model + " has no id");
        }
        return id;
    }

    /** The entry, if it may be served now. */
    public @Nullable Entry<S> fresh(@Nullable Entry<S> entry) {
        return entry != null && entry.isFresh(lifetime.now()) ? entry : null;
    }

    /** Waits until the step that killed {@code entry} has been finished. */
    public void awaitSettled(Entry<S> entry) {
        entries.computeIfPresent(id(entry.snapshot()), (id, present) -> present);
    }

    /** The only way in: keeps the row if the ticket still allows it and no newer copy is there. */
    public Installed<S> install(Ticket<S, ID> ticket, S snapshot) {
        return install(ticket, snapshot, Room.MADE);
    }

    /** The same for a row that nobody asked for: no other one leaves to make room for it. */
    public Installed<S> installIfRoom(Ticket<S, ID> ticket, S snapshot) {
        return install(ticket, snapshot, Room.FREE);
    }

    /** The same for a row that is only wanted if it is in memory. */
    public Installed<S> installIfPresent(Ticket<S, ID> ticket, S snapshot) {
        return install(ticket, snapshot, Room.NONE);
    }

    /** The same for a copy that another process read, nobody knows when, and that may be served for {@code left}, see {@link Lifetime#left}: of what memory has none is known to be older. */
    public Installed<S> installCopy(Ticket<S, ID> ticket, S snapshot, long left) {
        return install(new Installation<>(this, ticket, id(snapshot), snapshot, left), Room.MADE);
    }

    private Installed<S> install(Ticket<S, ID> ticket, S snapshot, Room room) {
        return install(new Installation<>(this, ticket, id(snapshot), snapshot), room);
    }

    private Installed<S> install(Installation<S, ID> step, Room room) {
        boolean reserved = false;
        try {
            do {
                if (!reserved && !entries.containsKey(step.id())) {
                    reserved = reserve(room);
                    if (!reserved) {
                        return room == Room.NONE ? new Installed<>(Outcome.NO_ROOM, null) : noRoom(step.id());
                    }
                }
                step.reserved(reserved);
                synchronized (step.ticket()) {
                    entries.compute(step.id(), step);
                }
                step.visible();
            } while (step.lacksPlace());
        } finally {
            step.releaseUnused();
        }
        return settle(step);
    }

    private Installed<S> noRoom(ID row) {
        entries.compute(row, (id, present) -> {
            if (present == null) {
                coverage.lost(id);
            }
            return present;
        });
        return new Installed<>(Outcome.NO_ROOM, null);
    }

    private Installed<S> settle(Installation<S, ID> step) {
        Installed<S> result = step.result();
        boolean contradicted = false;
        for (Entry<S> loser : step.displaced()) {
            contradicted |= step.overlaps(loser);
            contradict(loser);
        }
        Entry<S> entry = result.entry();
        if (contradicted && entry != null) {
            contradict(entry);
            result = new Installed<>(Outcome.CONTRADICTED, null);
        }
        switch (result.outcome()) {
            case KEPT, REPLACED -> listener.installed(step.id(), step.snapshot(), step.replaced());
            case REFUSED, CONTRADICTED, OUTDATED -> listener.refused();
            case RENEWED, NO_ROOM -> {}
        }
        return result;
    }

    /** Of two rows under one unique key, or two copies of one row, at least one is out of date: what is not known to be right leaves. */
    private void contradict(Entry<S> entry) {
        ID id = id(entry.snapshot());
        tickets.contradicted(id);
        removeIfPresent(id, entry);
    }

    /**
     * A copy is about to be answered that is not kept. Where versions can tell, nothing older is answered from then on: older copies leave, and the loads under way
     * may not bring one. Answers {@code false} if it is this copy that is older than another one.
     */
    public boolean handOut(Ticket<S, ID> ticket, S snapshot) {
        if (!judge.knowsVersions() || tickets.isRefusing()) {
            return true;
        }
        boolean[] newest = new boolean[1];
        entries.compute(id(snapshot), (id, present) -> {
            Verdict verdict =
                    present == null ? Verdict.SAME : judge.compare(present, snapshot, present.overlaps(ticket));
            newest[0] = verdict != Verdict.OLDER && ticket.follows(id, snapshot, judge);
            boolean replaces = newest[0] && present != null && verdict == Verdict.NEWER;
            if (replaces) {
                detach(id, present, false);
            }
            if (newest[0]) {
                tickets.left(id, snapshot, tickets.nextStamp(), judge);
                departed.add(id, snapshot);
            }
            return replaces ? null : present;
        });
        return newest[0];
    }

    /**
     * Applies a change to this row: whatever is there leaves.
     *
     * @param gone whether the row is known not to exist any more
     */
    public void remove(ID id, boolean gone) {
        entries.compute(id, (key, entry) -> {
            if (entry == null) {
                leaves(id, gone);
            } else {
                detach(id, entry, gone);
            }
            return null;
        });
    }

    /** Another row carries this key's value, or none does: one that nobody found in the source leaves. To be called after the tickets have been marked. */
    public void disprove(Question question) {
        for (KeyIndex<S, ?> index : indexes) {
            boolean asked = tickets.ordinal(index.key()) == question.key();
            Entry<S> owner = asked ? index.owner(question.value()) : null;
            if (owner != null && owner.unverified) {
                remove(id(owner.snapshot()), false);
            }
        }
    }

    /** A load found no row that carries this value: what memory says of it leaves, unless that is newer than the load. */
    public <K> void missing(Ticket<S, ID> ticket, KeyModel<S, K> key, K value) {
        if (tickets.isId(key)) {
            gone(ticket, model.id().type().cast(value));
            return;
        }
        tickets.absent(tickets.question(key, value));
        Entry<S> entry = entries(key).get(value);
        if (entry != null) {
            entries.computeIfPresent(
                    id(entry.snapshot()),
                    (id, present) -> present == entry ? withoutOlder(ticket, id, present, false) : present);
        }
    }

    /** A load found no such row: the copy in memory leaves, unless it is newer than the load. Answers whether one left. */
    public boolean gone(Ticket<S, ID> ticket, ID row) {
        boolean[] left = new boolean[1];
        if (ticket.admits(row)) {
            tickets.absent(new Question(Question.BY_ID, row));
        }
        entries.compute(row, (id, present) -> {
            if (present != null) {
                Entry<S> kept = withoutOlder(ticket, id, present, true);
                left[0] = kept == null;
                return kept;
            }
            if (ticket.admits(id)) {
                coverage.settled(id);
            }
            return null;
        });
        return left[0];
    }

    /** A load of the whole table has offered each row: those that it did not find leave, unless they came in since it began. Calls {@code leaving} before, and answers how many left. */
    public long sweep(Ticket<S, ID> ticket, Consumer<? super ID> leaving) {
        LongAdder left = new LongAdder();
        entries.forEach(entry -> {
            if (!entry.overlaps(ticket)) {
                ID id = id(entry.snapshot());
                leaving.accept(id);
                left.add(gone(ticket, id) ? 1 : 0);
            }
        });
        return left.sum();
    }

    /** Removes every entry that had expired at {@code moment}. */
    public void expire(long moment) {
        entries.forEach(entry -> {
            if (!entry.isFresh(moment)) {
                ID id = id(entry.snapshot());
                if (leave(id, entry)) {
                    listener.evicted(id, EvictionCause.EXPIRED);
                }
            }
        });
    }

    /** Removes everything. */
    public void clear() {
        coverage.lostAll();
        entries.forEach(entry -> remove(id(entry.snapshot()), false));
    }

    /** Empties the index of a unique key; the rows stay. */
    public void clearIndex(KeyModel<S, ?> key) {
        coverage.doubt();
        KeyIndex.find(indexes, key).clear();
    }

    private boolean reserve(Room room) {
        if (room == Room.NONE) {
            return false;
        }
        if (policy == null || policy.reserve()) {
            return true;
        }
        Entry<S> victim = room == Room.FREE ? null : policy.evict();
        if (victim == null) {
            return false;
        }
        ID id = id(victim.snapshot());
        if (leave(id, victim)) {
            listener.evicted(id, EvictionCause.SIZE);
        }
        return true;
    }

    /** The row leaves although it did not change: an overlapping load may hold an older copy and must not bring it back. */
    private boolean leave(ID id, Entry<S> entry) {
        left(id, entry);
        return removeIfPresent(id, entry);
    }

    private boolean removeIfPresent(ID id, Entry<S> expected) {
        boolean[] removed = new boolean[1];
        entries.computeIfPresent(id, (key, entry) -> {
            if (entry != expected) {
                return entry;
            }
            detach(id, entry, false);
            removed[0] = true;
            return null;
        });
        return removed[0];
    }

    // What follows runs inside compute.

    private @Nullable Entry<S> withoutOlder(Ticket<S, ID> ticket, ID id, Entry<S> entry, boolean gone) {
        // A row that nobody found in the source is not newer than a load, whenever it came.
        if (!ticket.admits(id) || (entry.overlaps(ticket) && !entry.unverified)) {
            return entry;
        }
        left(id, entry);
        detach(id, entry, gone);
        return null;
    }

    /** Takes an entry out of everything but the table. */
    void detach(ID id, Entry<S> entry, boolean gone) {
        leaves(id, gone);
        departed.add(id, entry.snapshot());
        entry.kill();
        indexes.forEach(index -> index.remove(entry));
        if (policy != null) {
            policy.unlink(entry);
        }
    }

    private void leaves(ID id, boolean gone) {
        if (gone) {
            coverage.settled(id);
        } else {
            coverage.lost(id);
        }
    }

    Departed<S, ID> departed() {
        return departed;
    }

    void left(ID id, Entry<S> entry) {
        tickets.left(id, entry.snapshot(), entry.stamp, judge);
    }

    StoreListener<S, ID> listener() {
        return listener;
    }

    Judge<S> judge() {
        return judge;
    }

    Tickets<S, ID> tickets() {
        return tickets;
    }

    Lifetime lifetime() {
        return lifetime;
    }

    Coverage<ID> coverage() {
        return coverage;
    }

    List<KeyIndex<S, ?>> indexes() {
        return indexes;
    }

    @Nullable
    EvictionPolicy<S> policy() {
        return policy;
    }
}
