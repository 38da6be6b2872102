/**
 * Opens caches, alone or as a group: puts the options together, finds the database's adapter, makes what caches share (threads, clock, events), starts them and
 * closes them again.
 *
 * <h2>Concurrency of a start</h2>
 *
 * <p>Each model is started on a thread of its own, and the caller waits for all. {@link io.turnkey.internal.group.Starter} writes down each failure on the thread that met it, whether or not anybody still waits, and sets
 * a timer, one a model. The timers' thread only hands the model to two threads made for this, which try again: a start waits for its load, so it runs neither among the loads it waits for nor on the timers' thread. Two starts of a model at a
 * time are one: the engine lets the second wait for the first, and a failure that two were told of counts once. A database that accepts connections and then hangs ends a start too, after {@code loadTimeout}, or at once when too many loads hang already; see {@link io.turnkey.internal.load}.
 *
 * <p>The starter's lock guards its timers and its end. It is held for as long as a timer takes to be set, never while a model starts or an event is published. {@code close} ends the starter first, so that no timer is set
 * any more, then the models, which ends the starts that are under way, then the threads.
 *
 * <p>A health check takes the lock to look at a timer, and otherwise reads what others have written.
 */
@NullMarked
package io.turnkey.internal.group;

import org.jspecify.annotations.NullMarked;
