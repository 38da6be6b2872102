/**
 * Who is told what happens in a cache: listeners, each at its own pace and never under a lock, and the log.
 *
 * <h2>Concurrency</h2>
 *
 * <p>Whoever publishes takes the lock of each {@link io.turnkey.internal.event.Subscriber} that wants the event, for as long as it takes to queue it, and no other; it calls nobody and waits for nobody. The first event that finds nobody at work
 * hands the queue to a thread of the executor, which delivers until it is empty, outside the lock: a listener may publish, subscribe, unsubscribe and close. The bus' own lock is held while the array of subscribers is
 * replaced. No lock is taken inside another one, but the log's map. What is written to the log because of a listener is written on the listeners' threads, with one exception: that there is no thread to be had.
 */
@NullMarked
package io.turnkey.internal.event;

import org.jspecify.annotations.NullMarked;
