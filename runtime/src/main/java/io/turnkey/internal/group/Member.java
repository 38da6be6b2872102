package io.turnkey.internal.group;

import io.turnkey.EntityCache;
import io.turnkey.internal.engine.Condition;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One cache of a group.
 *
 * @param type the generated class
 * @param cache the cache; closing it does nothing
 * @param condition tells how it is
 * @param shutdown closes it
 * @param onReady takes what is to be run once the cache is ready and listeners have been told
 */
record Member(
        Class<?> type,
        EntityCache<?, ?> cache,
        Supplier<Condition> condition,
        Runnable shutdown,
        Consumer<Runnable> onReady) {
    String name() {
        return cache.model();
    }
}
