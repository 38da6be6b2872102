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
 */
@NullMarked
package io.turnkey.internal.engine;

import org.jspecify.annotations.NullMarked;
