package io.turnkey.spi;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * One key that is not unique, of an open cache.
 *
 * @param <K> the key
 * @param <S> the snapshot
 */
public interface ListIndex<K, S> {
    /** Every row that carries this key, complete; from memory, else from the source. */
    List<S> list(K key);

    /** The same for many keys, in argument order; a key without rows has an empty list. */
    Map<K, List<S>> listMany(Collection<? extends K> keys);

    /** Whether {@link #list} would answer from memory. */
    boolean isCached(K key);

    /** Drops this list and its members. */
    void invalidate(K key);

    /** Drops all lists of this key, not the rows. */
    void clear();
}
