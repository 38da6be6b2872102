package io.turnkey.spi;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * One unique key of an open cache, or its id; what each generated getter delegates to.
 *
 * @param <K> the key
 * @param <S> the snapshot
 */
public interface UniqueIndex<K, S> {
    /** From memory, else from the source. */
    Optional<S> get(K key);

    /** Found keys only, in argument order. */
    Map<K, S> getMany(Collection<? extends K> keys);

    /** From memory only. */
    Optional<S> peek(K key);

    /** Whether {@link #peek} would answer. */
    boolean isCached(K key);

    /** Drops the row that carries this key, cached or not. */
    void invalidate(K key);

    /** Drops the index, not the rows. */
    void clear();
}
