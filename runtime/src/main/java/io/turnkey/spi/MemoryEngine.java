package io.turnkey.spi;

/**
 * An engine whose rows are given instead of read from a database.
 *
 * @param <S> the snapshot
 * @param <ID> the id
 */
public interface MemoryEngine<S, ID> extends CacheEngine<S, ID> {
    /** Inserts the row, or replaces the one with the same id. */
    void put(S snapshot);

    /** Deletes the row and answers whether there was one. */
    boolean remove(ID id);
}
