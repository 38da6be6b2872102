package io.turnkey.internal.store;

import org.jspecify.annotations.Nullable;

/** A FIFO of entries, linked through the entries themselves; guarded by the lock of the policy it belongs to. */
final class EntryQueue<S> {
    /** In no queue. */
    static final byte NONE = 0;

    private final byte mark;
    private @Nullable Entry<S> head;
    private @Nullable Entry<S> tail;
    private int size;

    /** A queue that marks its entries with {@code mark}. */
    EntryQueue(byte mark) {
        this.mark = mark;
    }

    int size() {
        return size;
    }

    boolean holds(Entry<S> entry) {
        return entry.queue == mark;
    }

    @Nullable
    Entry<S> head() {
        return head;
    }

    void add(Entry<S> entry) {
        entry.queue = mark;
        link(tail, entry);
        link(entry, null);
        size++;
    }

    void remove(Entry<S> entry) {
        Entry<S> before = entry.previous;
        Entry<S> after = entry.next;
        link(before, after);
        forget(entry);
        size--;
    }

    /** Puts {@code entry} where {@code old} stands. */
    void replace(Entry<S> old, Entry<S> entry) {
        Entry<S> before = old.previous;
        Entry<S> after = old.next;
        entry.queue = mark;
        link(before, entry);
        link(entry, after);
        forget(old);
    }

    private void link(@Nullable Entry<S> before, @Nullable Entry<S> after) {
        if (before == null) {
            head = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            tail = before;
        } else {
            after.previous = before;
        }
    }

    private static void forget(Entry<?> entry) {
        entry.queue = NONE;
        entry.previous = null;
        entry.next = null;
    }
}
