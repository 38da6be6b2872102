/**
 * Redis as the second level and as the wire between nodes. Applications see {@link io.turnkey.redis.JedisClients}; how it works, and what its threads and locks are, stands in {@code client} (Redis), {@code model} (keys and scripts) and
 * {@code node} (the protocol), in the order in which they build on one another.
 */
@NullMarked
package io.turnkey.redis;

import org.jspecify.annotations.NullMarked;
