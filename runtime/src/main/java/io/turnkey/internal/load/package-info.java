/**
 * Reading the source: one load for all who ask the same at once, on a bounded executor, with a deadline.
 *
 * <h2>Concurrency</h2>
 *
 * <p>A caller that misses joins the {@link Flight} for its question, or starts one: the ticket is opened first, then the flight is registered, then the load is handed to the
 * {@link LoadExecutor}. A flight whose ticket was taken back is not joined any more; the next caller replaces it. The caller waits at most
 * {@code loadTimeout}; if that passes the ticket is cancelled, so that whatever the load finds later is not kept. The source, which is user code as far as converters are concerned, runs on a
 * loader's thread and under no lock.
 *
 * <p><b>One object.</b> A {@link Load} is its own {@link Turn} at the executor and knows how far it has come. It belongs to one thread at a time: to the caller who puts it together, until it is handed to the executor; then to the loader's thread, or to whoever
 * refuses it in its place. Therefore a caller who joined one of its flights, and gives up before it was handed over, fails the flight and leaves the load alone. What others read of it meanwhile, its phase and whether it failed, is volatile.
 *
 * <p><b>Loads that hang.</b> A {@link Turn} waits, has a place, was given up, or has ended; the executor's lock guards that, and no other code runs under it. A thread that hangs in a socket cannot be ended. So a load that took too
 * long, or a sync that hears nothing, gives up its place, and its thread is left to end by itself. As many again may hang as may run; of those beyond, each keeps a place, and when no place is left whoever waits or comes is refused
 * until a thread comes back: nobody waits for ever, and the threads, and connections, are never more than twice as many; a thread that {@linkplain LoadExecutor#help helps} comes on top, for as long as there is work, and has no connection. One that is given up before a thread has begun with it is refused and never run; it counts as hanging
 * as long as the executor holds it. A load whose callers all were interrupted is given up by nobody: it loses its place, once it is late, to the next load that lacks one. Whatever an executor throws when a load is handed to it refuses that load; whatever is thrown before, by a key's own {@code equals} or for want of memory, reaches the caller, closes the ticket and fails the flights that others joined.
 *
 * <p><b>Copies that others read.</b> A load that answers a caller's miss first asks {@link SharedRows}, once, on the loader's thread and after its ticket was opened; one that wants to know what the source has does not, nor does any while nothing is kept. A copy is answered only if it was
 * kept under that ticket, or if a fresh entry stands for the row. For nobody knows when it was read: it counts as overlapping with whatever memory has. One that a change has outrun, or that contradicts what is there, is read from the source by the same load, under a new ticket; what is known to be outdated
 * is forgotten in the second level too. Where memory has the whole table, a copy of a row that it does not miss is not asked for: the row is gone, though nobody told.
 *
 * <p>An {@link Offering} takes the second level's stamp before the source is asked, and offers what came in under the load's ticket; what was refused, contradicted, or found to be older than an entry is not offered, for such an entry was read by a load that may have begun before that stamp. Rows are offered
 * before the callers are answered, so that who closes the cache then loses nothing: it costs them a place in a queue, for whatever is written down or hashed is so when it is sent. That a row is gone, or another than memory had, is told to the second level before that, so that nobody who misses it then finds the old copy.
 *
 * <p>{@link Reloads}, for which nobody waits, go the same way: a batch of ids opens one ticket and starts or joins their flights, so that a caller who misses meanwhile waits for the same
 * load. A model has one batch at a time, so that it takes one of the executor's places from callers and no more. Two things are asked for: to read a row that expired, which a batch under way does as well; and to read one
 * that changed, which only a ticket opened later can. So an id is marked as "being read" before its batch opens the ticket: who asks for a changed row after that gets another batch. No caller's deadline ends a batch; a watchdog does after
 * {@code loadTimeout}: it fails the flights, which cancels their ticket, and frees the executor's place. What failed is forgotten; the next stale read asks again. After a batch in which something failed the next one begins a second later, by a timer, so that reads of stale rows do not press a database that is in trouble.
 */
@NullMarked
package io.turnkey.internal.load;

import org.jspecify.annotations.NullMarked;
