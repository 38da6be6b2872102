/**
 * What an application calls.
 *
 * <p>{@link io.turnkey.EntityCache} is one model's cache; the generated {@code UserCache} adds the typed getters to it.
 * {@link io.turnkey.CacheGroup} holds the caches of an application and is opened by the generated {@code GeneratedCaches.all()}.
 * {@link io.turnkey.CacheOptions}, {@link io.turnkey.CacheStats} and {@link io.turnkey.CacheEvent} configure and show what happens inside.
 */
@NullMarked
package io.turnkey;

import org.jspecify.annotations.NullMarked;
