package com.example.stranger.stress;

import java.util.concurrent.atomic.AtomicReferenceArray;

/** By row, the latest copy that answers have shown. */
final class Seen {
    private static final Copy NONE = new Copy(0, -1);

    private final AtomicReferenceArray<Copy> copies = new AtomicReferenceArray<>(Operation.ROWS);

    /** The number of the write that it shows, and its version. */
    record Copy(long number, long version) {}

    Copy of(int row) {
        Copy copy = copies.get(row);
        return copy == null ? NONE : copy;
    }

    void show(int row, Copy copy) {
        copies.accumulateAndGet(row, copy, (old, it) -> old == null || old.number() < it.number() ? it : old);
    }
}
