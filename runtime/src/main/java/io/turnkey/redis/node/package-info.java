/**
 * A node's part in the shared history of its models: hears what others wrote, tells what it wrote, repairs what it missed.
 *
 * <h2>Concurrency</h2>
 *
 * <p><b>Threads.</b> Who has the {@link io.turnkey.redis.node.Control} owns the protocol: {@link io.turnkey.redis.node.Link} (the connection, its timers) and each {@link io.turnkey.redis.node.Participant} (epoch, last number, what is awaited)
 * are used by no other, so they have no locks, and nobody else calls {@link io.turnkey.spi.Member} and {@link io.turnkey.spi.SecondLevel.Observer}, under no lock, one call at a time. That is the thread {@code control}, which runs what others leave with it, in its order; or the thread {@code subscriber}, which
 * listens, for the one message that it has just heard, if nothing else is run and nothing waits: so news need not wait for a thread to wake, and a message that finds the control taken waits its turn while the next one is read. Neither waits for the other, nor for the network; taking the control and giving it back is one atomic flag each, which also publishes what was written under it.
 * A few threads, {@code io}, talk to Redis, as many as the pool has connections. Callers of {@link io.turnkey.redis.node.RedisModel} wait for none of them but, in {@code read},
 * for a future, with a limit. {@code control} is there before anything is opened. A task for {@code io} waits where no thread can be made, and a subscription without a thread is one that ended: both are tried again with the next attempt to connect,
 * to which heartbeats that are not answered lead.
 *
 * <p><b>Order.</b> What a model sends, but for reads, goes through its {@link io.turnkey.redis.node.Lane}: one call at a time, each after the one before has been answered or has failed. So answers come to {@code control} in the order in which
 * Redis gave them (rows that follow may be written down on another {@code io} thread meanwhile, or on the lane's own if none is free when they are needed: that calls nobody, and nothing waits for a place), invalidations leave in the order in which they were published, and a fill that was sent before an invalidation is executed before it or, if its connection broke, refused by the fence.
 *
 * <p><b>What is published how.</b> {@link io.turnkey.redis.node.Trust} holds the highest position seen, or nothing while Redis is not trusted; it is one volatile reference. {@code control} alone gives trust, after everything that was missed has been told; any
 * thread takes it away, at once, when a call fails. Nothing is read, stamped or filled without it. An answer that arrives after trust was taken away and given again is compared by its epoch.
 *
 * <p><b>The lock.</b> {@link io.turnkey.redis.node.Outbox} has a lock that guards what waits to be sent, what is being sent, and the ids whose invalidation has not been acknowledged (the pending ones). It is a leaf: nothing is called under it. {@code publish}
 * makes its ids pending and drops their queued fills in one step; a read leaves out what is pending when its answer has come, or was acknowledged while it was under way: each has a {@link io.turnkey.redis.node.Look} that takes that down. What failed goes back to the front: an invalidation is never forgotten, a fill is.
 *
 * <p><b>Rows</b> wait in {@link io.turnkey.redis.node.QueuedFills}; those of a table that is larger than what may wait, in a {@link io.turnkey.redis.node.Backlog}, which the sending thread walks, outside the lock, when nothing else is to be sent. A backlog holds on to rows in memory, so it is let go when the
 * connection is lost. While a row waits or is being sent, what Redis has of it is not read. Copies to be forgotten ({@link io.turnkey.redis.node.Outdated}) are dropped before rows are sent, and not read from the moment they are known; between any two calls that send rows, writes that wait are told.
 *
 * <p><b>Joining</b>, and joining again, per model: the subscription is acknowledged; {@code state} (a server that is not the one known begins a new epoch); what waits to be told is told; {@code since} the last number tells what was missed, or that
 * nobody knows; the nonce of a heartbeat that was sent after the subscription was acknowledged has been heard. Then the member is told that it is connected, and trust is given; to each model for itself, when all of this has happened to it, also while others are still joining ({@code RedisReconnected} waits for all). It is given again, without joining, when {@code state} has said which epoch is the right one. Messages that arrive meanwhile are told at once.
 * What was told in another epoch after this one had begun, to a master that had been replaced, is told again, as everything.
 *
 * <p><b>A hole</b> in the numbers, or a heartbeat that is ahead of them, is repaired by {@code since}; what came after the hole has been told already. A message of another epoch is told, and the state is asked for: it alone decides which epoch is the right one,
 * since a late message may be of the one before. A heartbeat that is not heard until the next one is due ends the subscription.
 */
@NullMarked
package io.turnkey.redis.node;

import org.jspecify.annotations.NullMarked;
