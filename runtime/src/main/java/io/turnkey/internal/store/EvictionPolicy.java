package io.turnkey.internal.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which row leaves when a new one needs room: S3-FIFO (Yang et al., "FIFO queues are all you need for cache eviction", SOSP '23), with a probation queue of a tenth
 * of the room and promotion on the first re-use. New rows wait in the probation queue; those that are not used again leave from there and are remembered as ghosts;
 * those that are, and those that come back while their ghost is remembered, go to the main queue, where a row that was used gets another round. A hit takes no lock, it
 * only raises the entry's counter.
 *
 * <p>The queues and the places have a lock, which is a leaf. What is looked up elsewhere, a row's hash and its ghost, is so outside of it: that may cost the memory's time, and whoever misses comes through here. Room is counted here: a row that comes in {@linkplain #reserve takes a place} or {@linkplain #evict takes over a victim's}.
 */
final class EvictionPolicy<S> {
    private final int capacity;
    private final int probationRoom;
    private final EntryQueue<S> probation = new EntryQueue<>((byte) 1);
    private final EntryQueue<S> main = new EntryQueue<>((byte) 2);
    private final Ghosts ghosts;

    /** Written under the lock. */
    private volatile int taken;

    /** A policy for {@code capacity} rows. */
    EvictionPolicy(int capacity) {
        this.capacity = capacity;
        this.probationRoom = Math.max(1, capacity / 10);
        this.ghosts = new Ghosts(capacity - probationRoom);
    }

    /** Takes a free place and answers whether there was one. */
    boolean reserve() {
        // A cache that is full mostly stays so: finding that out costs no lock.
        return taken < capacity && take();
    }

    private synchronized boolean take() {
        boolean free = taken < capacity;
        if (free) {
            taken++;
        }
        return free;
    }

    /**
     * Takes over the place of a victim, which is unlinked: the caller removes it from the table before it uses the place. Answers with {@code null} if every place is
     * reserved by rows that are just coming in.
     */
    @Nullable
    Entry<S> evict() {
        Entry<S> victim;
        boolean unproven;
        synchronized (this) {
            victim = choose();
            if (victim == null) {
                return null;
            }
            unproven = probation.holds(victim);
            queueOf(victim).remove(victim);
        }
        if (unproven) {
            ghosts.add(Long.hashCode(victim.number));
        }
        return victim;
    }

    /** Under the lock. */
    private @Nullable Entry<S> choose() {
        while (true) {
            Entry<S> waiting = probation.head();
            Entry<S> settled = main.head();
            if (waiting != null && (settled == null || probation.size() >= probationRoom)) {
                if (waiting.uses == 0) {
                    return waiting;
                }
                waiting.uses = 0;
                probation.remove(waiting);
                main.add(waiting);
            } else if (settled == null || settled.uses == 0) {
                return settled;
            } else {
                settled.uses--;
                main.remove(settled);
                main.add(settled);
            }
        }
    }

    /** Gives back a place that was not used. */
    synchronized void release() {
        taken--;
    }

    /** Queues an entry that has a place. */
    void link(Entry<S> entry) {
        EntryQueue<S> queue = ghosts.remove(Long.hashCode(entry.number)) ? main : probation;
        synchronized (this) {
            queue.add(entry);
        }
    }

    /** Takes the entry out and frees its place, unless an eviction has taken it over. */
    synchronized void unlink(Entry<S> entry) {
        if (entry.queue != EntryQueue.NONE) {
            queueOf(entry).remove(entry);
            taken--;
        }
    }

    /** Lets {@code entry} stand where {@code old}, the same row, stands; answers {@code false} if an eviction has taken over the place. */
    synchronized boolean replace(Entry<S> old, Entry<S> entry) {
        if (old.queue == EntryQueue.NONE) {
            return false;
        }
        entry.uses = old.uses;
        queueOf(old).replace(old, entry);
        return true;
    }

    /** Every entry that stands in a queue; for tests. */
    synchronized List<Entry<S>> queued() {
        List<Entry<S>> queued = new ArrayList<>();
        for (EntryQueue<S> queue : List.of(probation, main)) {
            for (Entry<S> entry = queue.head(); entry != null; entry = entry.next) {
                queued.add(entry);
            }
        }
        return queued;
    }

    /** How many places are taken; for tests. */
    synchronized int taken() {
        return taken;
    }

    private EntryQueue<S> queueOf(Entry<S> entry) {
        return probation.holds(entry) ? probation : main;
    }
}
