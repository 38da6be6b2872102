/**
 * Redis as the rest of the adapter sees it: scripts that are run, channels that are heard. Hides whether it is one server, Sentinel, a Cluster or the caller's client.
 *
 * <h2>Concurrency</h2>
 *
 * <p>A {@link io.turnkey.redis.client.Server} may be called by several threads; every method may block for as long as Jedis does, which can be longer than any of its limits. So callers who must not wait call
 * it on threads of the adapter only. A {@link io.turnkey.redis.client.Listening} belongs to the thread that runs it; only {@code end} is called by others.
 */
@NullMarked
package io.turnkey.redis.client;

import org.jspecify.annotations.NullMarked;
