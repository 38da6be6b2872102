/**
 * What stands behind a generated cache.
 *
 * <p>The way of a read: the generated getter calls {@link io.turnkey.internal.engine.UniqueReads}, which finds the entry, looks at its expiry and returns its answer. A miss goes to
 * {@link io.turnkey.internal.load.RowLoader}, which reads the source and offers the row to {@link io.turnkey.internal.store.Store}. A row that
 * expired a while ago is served by {@link io.turnkey.internal.engine.StaleRows}, which asks {@link io.turnkey.internal.load.Reloads} for it, or serves it where the source failed. The way of a change: {@link io.turnkey.internal.engine.Changes}
 * marks the open tickets, then drops the row, the lists and the negatives. The way of a write that is heard of: {@link io.turnkey.internal.engine.Hooks} listen, {@link io.turnkey.internal.engine.WriteBarrier} makes a
 * change of what the transaction wrote, and a {@link io.turnkey.internal.engine.PendingBlock} keeps it blocked until its outcome is known; then a model that is kept whole reads it again in the background.
 *
 * <h2>Imports and exports: concurrency</h2>
 *
 * <p>An import ({@link io.turnkey.internal.engine.Transfers}, {@link io.turnkey.internal.engine.Import}) runs on its caller's thread in two steps. It opens its ticket, then reads all of its input, which is user code, under
 * no lock: what may come in is collected, at most as much as there is room for. Only when everything has been read does it offer the rows one by one to {@link io.turnkey.internal.store.Filling}, so
 * that whatever fails in the first step leaves nothing behind. Other threads see the rows of one import come in one after the other.
 *
 * <p><b>What others do to an import.</b> Whatever memory has, had, or is told is newer than the rows of an import. A row is rejected if it was invalidated, written (by a block that is still active, too), cleared,
 * or found to be absent by a load or a sync since the ticket was opened; if a newer copy of it was answered or left since, whatever it left for, or any copy where versions cannot tell; if "no such row" is remembered
 * of its id or of one of its unique keys; if one of these belongs to another row, or was written meanwhile; or if memory holds the whole table without it. What is in memory stays as it is. {@code clear()}, a bulk write, {@code bypass(true)}
 * and {@code close()} cancel the ticket: everything is rejected, and a cache that was closed meanwhile says so. Two imports at once are to each other what a load is to an import.
 *
 * <p><b>What an import does to others.</b> Nobody leaves for it, no key changes its owner, lists and the answers that are known to be empty stay. A load under way that does not find the row removes it; one that reads it is compared with it as with any
 * overlapping copy: equal, it confirms the row; a newer version replaces it; without versions neither is kept and the load reads once more. A load that finds another row under a key of an imported one removes the latter, and so does a write that gives
 * the key to another row.
 *
 * <p><b>What memory believes of it.</b> Where a model is kept whole, an imported row counts as missing for {@link io.turnkey.internal.store.Coverage} until a load or sync has confirmed it, so {@code listAll()} never answers
 * with it unchecked. A sync that began before the import ended does not vouch for its rows. After an import that brought anything in, the next sync to begin compares every row, and nobody joins one that had begun.
 *
 * <p>An export walks the rows as they are, without a lock or a copy, and passes them on one at a time; rows that come or go meanwhile may be in it or not.
 *
 * <h2>Sharing: concurrency</h2>
 *
 * <p>{@link io.turnkey.internal.engine.Sharing} tells other processes of writes, {@link io.turnkey.internal.engine.Membership} hears of theirs. Nothing of this exists where nothing is shared; a hit knows nothing of it in any case.
 *
 * <p><b>Who tells.</b> A write whose outcome is known, or will not be; one that the hooks did not understand, as a write of everything; {@code invalidate} and {@code clear}. On the writer's thread, which waits for nothing; what is thrown reaches no
 * commit. Not told: a rollback, and what memory found out by itself, in a load, a sync or an audit, since then nodes would drop each other's rows for ever; such a row's copy is dropped from the second level, or it would come back from there.
 *
 * <p><b>The order</b> is: tell, then drop what is here or lift its block. From the moment it is told the second level answers nothing of it. A load that opens its ticket after the drop, or after the block was lifted, asks the second level later than that, so that it finds
 * nothing older; one that opened it before is refused. The other way round a load in between would find what was before and keep it. Where the row has to be found first ({@code invalidate} by a key), its loads are voided before and after it is told.
 *
 * <p><b>Who hears.</b> The second level's thread calls the member, from before the cache is started until after it was closed, one call at a time; it waits for nobody and takes the locks that a writer here takes. A change that is heard goes the same way as one of this process that was not
 * blocked: tickets, rows, answers; then a model that is kept whole reads it again in the background. It needs no block, being told after its commit, and no order: each change makes memory forget, and forgetting twice, or what another one wrote since, is right. Of a change that names keys by their hashes,
 * {@link io.turnkey.internal.engine.SharedChanges} asks for the questions that are under way before those that are answered, since the former become the latter.
 *
 * <p><b>Who is not heard.</b> From the beginning until the member is connected, and whenever it is disconnected, {@link io.turnkey.internal.store.Lifetime} shortens the life of whatever comes in and serves nothing stale. What was there before has its own, longer life; so
 * {@link io.turnkey.internal.engine.Deafness} has a timer that drops everything, loads under way included, when {@code disconnectedTtl} is over; a row that came in unshortened because the flag was set during its step is among them. Its lock guards the timer and counts; of other locks only leaves are taken under it. A tick that
 * comes late, after the member was connected again, drops more than it must. Nothing falls in a shorter outage, since the second level tells what was missed before it says that it is connected.
 */
@NullMarked
package io.turnkey.internal.engine;

import org.jspecify.annotations.NullMarked;
