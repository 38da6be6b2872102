package io.turnkey.internal.group;

import io.turnkey.EntityCache;

/**
 * One cache of a group.
 *
 * @param type the generated class
 * @param cache the cache; closing it does nothing
 * @param shutdown closes it
 */
record Member(Class<?> type, EntityCache<?, ?> cache, Runnable shutdown) {
    String name() {
        return cache.model();
    }
}
