package io.turnkey.spi;

/** A cache that takes part in a shared model; called on the second level's thread, one call at a time, in the order in which things happened. No method waits for a database or the network. */
public interface Member {
    /** Another process wrote these rows: none of them is served any more once this returns. */
    void changed(SharedChange change);

    /** Messages were lost and nobody can say which: nothing that was loaded before this call is served any more once it returns. */
    void lost();

    /** From now on the others' writes are not heard: what is in memory, and what comes in, is served no longer than {@code disconnectedTtl}. */
    void disconnected();

    /** The others' writes are heard again, and {@link #changed} or {@link #lost} has told of what was missed. */
    void connected();
}
