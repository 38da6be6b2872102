package io.turnkey.spi;

/**
 * A cache that takes part in a shared model; called on the second level's thread, one call at a time, in the order in which things happened. No method waits for a database or the network.
 *
 * <p>It begins as if {@link #disconnected}, and is told so again if the first attempt to connect fails. Where nodes do not tell each other of writes it is {@link #connected} once, at the start, and never disconnected: there is nothing to be heard.
 */
public interface Member {
    /**
     * Another process wrote these rows: none of them is served any more once this returns. Maybe this process did: after a gap, what it wrote itself is told with the rest. Several writes may come as one, and one, if it is large, as several; a
     * change without ids ended what is remembered of keys and lists only.
     */
    void changed(SharedChange change);

    /** Messages were lost and nobody can say which, or the second level lost its history: nothing that was loaded before this call is served any more once it returns. Always told once before the first {@link #connected}. */
    void lost();

    /** From now on the others' writes are not heard: what is in memory, and what comes in, is served no longer than {@code disconnectedTtl}. */
    void disconnected();

    /** The others' writes are heard again, and {@link #changed} or {@link #lost} has told of what was missed. */
    void connected();
}
