package io.turnkey.internal.store;

import org.jspecify.annotations.Nullable;

/** What can be found by a key, as a reader sees it. */
public interface Lookup<K, V> {
    /** What stands under {@code key}. */
    @Nullable
    V get(K key);

    /** Whether something stands under {@code key}. */
    default boolean containsKey(K key) {
        return get(key) != null;
    }

    /** How many keys there are; while others change that, it may be a number that there never were. */
    int size();
}
