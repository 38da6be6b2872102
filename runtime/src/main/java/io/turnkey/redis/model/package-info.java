/**
 * What one model has in Redis, and the scripts that change it; each script is one step that nothing interleaves with. Copies that are asked for by id are read behind the script, in the same round trip: at least as new as what it says of the model's state.
 *
 * <p>With {@code P} for the prefix of the model, all in one slot:
 *
 * <ul>
 *   <li>{@code P m}: a hash of epoch, sequence (the last invalidation), floor (no fill below it is valid), trimmed, the run id of the server that wrote it, and when the epoch began by its clock;
 *   <li>{@code P f}: the fences, a sorted set of ids by the number of their last invalidation, bounded by count;
 *   <li>{@code P v:<id>}: a copy, see {@link io.turnkey.redis.model.StoredCopy};
 *   <li>{@code P k:<key>:<hash>}: a link from a unique key's value to an id, verified by who reads the row;
 *   <li>{@code P changes}: the channel of writes; {@code P beat:<node>}: the channel of a node's own heartbeats.
 * </ul>
 *
 * <p>The invariants stand in {@code common.lua}. No fence and no epoch has a time to live: no clock takes part but for the lives of copies, which are counted by the server's ({@link io.turnkey.redis.model.ServerClock}).
 *
 * <p><b>A server that was replaced.</b> The text of a script holds the model's name, so each model has scripts of its own, and a server that does not know one has not seen this model since its process began. Then, and only then,
 * {@code state} is run first, which compares the run id and begins a new epoch. So a call on a connection that silently leads to another server never trusts what that server happens to hold.
 *
 * <h2>Concurrency</h2>
 *
 * <p>Everything here is immutable, but for the server's clock, which is one volatile reference.
 */
@NullMarked
package io.turnkey.redis.model;

import org.jspecify.annotations.NullMarked;
