/**
 * Opens caches, alone or as a group: puts the options together, finds the database's adapter, makes what caches share (threads, clock, events), starts them and
 * closes them again.
 *
 * <h2>Concurrency of a start</h2>
 *
 * <p>Each model is started on a thread of its own, and the caller waits for all. {@link io.turnkey.internal.group.Starter} writes down each failure on the thread that met it, whether or not anybody still waits, and sets
 * a timer, one a model. The timers' thread only hands the model to two threads made for this, which try again: a start waits for its load, so it runs neither among the loads it waits for nor on the timers' thread. Whoever starts a model, the engine says that it is ready, to the listeners and then to the starter, which drops the timer and tells when it was the last: whoever hears that the group is initialized has heard so of every model. Two starts of a model at a
 * time are one: the engine lets the second wait for the first, and a failure that two were told of counts once. A database that accepts connections and then hangs ends a start too, after {@code loadTimeout}, or at once when too many loads hang already; see {@link io.turnkey.internal.load}.
 *
 * <p>The starter's lock guards its timers and its end. It is held for as long as a timer takes to be set, never while a model starts or an event is published. {@code close} ends the starter first, so that no timer is set
 * any more, then the models, which ends the starts that are under way, then the threads.
 *
 * <p>A health check takes the lock to look at a timer, and otherwise reads what others have written.
 *
 * <h2>Redis</h2>
 *
 * <p>{@link io.turnkey.internal.group.RedisConnection} holds the group's second level, if there is one. It is opened with what the caches share, each engine joins it as it is made, and it is started when all have: a cache that is built and not started hears of writes, too. An
 * engine that starts waits, after it has begun to hear of the database's writes and before it reads its table, until the first attempt to connect has succeeded or failed, and at most until
 * {@code connectTimeout + commandTimeout} and half a second have passed since {@code build}: a Redis that hangs costs a start that, once. What is read without it is forgotten or read again when Redis is there, by the engine.
 *
 * <p>The second level's own thread tells of the connection. It replaces what is known of an outage, one volatile reference of which it is the only writer, and publishes an event, which waits for nobody. The log is written by whom the events are delivered to,
 * but for what fails while the second level is closed: by then the models have said that they are closed, and listeners are told nothing more of them, so that the second level's thread writes it itself.
 *
 * <p>{@code close} ends the engines first, so that they publish no more, then the second level, which sends what waits for as long as {@code drainTimeout}, then the group's last event, then the rest. Both the group and what the caches share close the second
 * level; the second time does nothing. If something fails while a group is built, the same happens to what there is.
 */
@NullMarked
package io.turnkey.internal.group;

import org.jspecify.annotations.NullMarked;
