/**
 * What a cache counts.
 *
 * <h2>Concurrency</h2>
 *
 * <p>Everything is a {@code LongAdder} but the hits: its atomic step costs as much as finding the row. A {@link HitCounter} has a table of cells, in which a thread has its place by its id. The first thread to come takes the cell, and from then on it alone writes its count, by a plain
 * step. A cell changes hands by a compare-and-set, and only when its owner has ended: who sees that by {@code isAlive} sees all that the owner counted, and goes on from there. A thread that finds its place taken by a living one counts in a {@code LongAdder}, as do virtual threads, if
 * there are very many. So nothing is lost. The cells hold their owners, which could keep a class loader from going; the cleanup timer lets go of those that have ended, by another compare-and-set.
 */
@NullMarked
package io.turnkey.internal.stats;

import org.jspecify.annotations.NullMarked;
