/**
 * Reading tables: the first time, again and again, or what changed.
 *
 * <h2>Concurrency</h2>
 *
 * <p><b>Never two at once.</b> A {@link Synchronizer} has at most one {@link Run} under way and at most one that waits for it to end. Who asks joins the one under way if it reads as much and nothing has
 * taken back what it reads, else the one that waits. Both are guarded by the synchronizer's lock, under which only a run's own lock is taken and no other code runs. Runs are executed by the group's sync
 * executor, which bounds them over all models; the timers' thread only asks. That executor refuses a run when too many hang, see {@link io.turnkey.internal.load}.
 *
 * <p><b>In place.</b> A full sync opens one ticket, then streams the table and offers each row to the store under it: an equal copy is renewed, another one replaced, a new one comes in if there is room.
 * In the end each entry that came in before the ticket was opened, and was not found, leaves (the sweep), if the ticket still admits its id. So a row that is there before and after is there all the time, what was
 * written meanwhile is not touched, and nobody keeps a set of what was seen. Rows that could not come in (no room before the sweep, or in contradiction to another copy) are lost for {@link
 * io.turnkey.internal.store.Coverage}, and are read once more by id after the sweep. A ticket that was cancelled (a bulk write, {@code clear()}) makes the run begin anew, a few times; what is in
 * memory then is not older than the cancellation, so a run that gives up has made nothing wrong, but memory is not whole.
 *
 * <p><b>Two threads.</b> The first rows of a table, and so every small table, are put in by the run's thread. Those of a larger one go through a {@link Pipeline}: another thread of the group's executor puts them in, one batch after the
 * other, while the run's thread reads the next; at most four batches wait and one is worked on, so that memory stays bounded. Where no thread is to be had, because the executor is full, refuses, or runs what it is given at once, the run's thread does the work: it waits only for one that is
 * at work, and that one waits for nothing but the store's locks, so that nobody can wait for ever. The pipeline's lock is held while batches change hands, not while rows are put in. What fails there is thrown where the next row is passed on, or at the end. Before the
 * sweep, and before the run ends in any other way but being given up, the pipeline is idle; of a run that was given up what waits is refused by its ticket, as is what arrives.
 *
 * <p><b>Lists.</b> A list can be proved wrong by a row that memory already knew. So a full sync drops every list whose load began before the table had been read, and refuses those that are still being
 * loaded; so does an incremental one that found something it did not expect, else it drops the lists that its rows belong to.
 *
 * <p><b>The deadline</b> is on the wait for the next row, not on the whole. A timer looks four times per {@code loadTimeout} whether anything arrived, or was put in, for which who reads may have to wait, from when the run is asked for: while it waits for others it is not late, for they are watched themselves, but an executor that does not begin with it is. Without a timer to look, which only want of memory can bring about, it is not begun. A run that is given up is ended first: under the run's
 * lock it is either ended, or past the point where it sweeps and completes, never both. Ending cancels its ticket, so that whatever still arrives on its thread is refused, and frees the place for the next run, of this model and in the executor, although its thread may hang for long.
 * Tickets are cancelled outside both locks.
 *
 * <p><b>What one run leaves to the next</b> (the cursor, the time of the last full compare) is written under the synchronizer's lock, and only if the run is still the one under way. The cursor is
 * taken by the source before it reads. Imports are counted under the same lock, each after its rows came in; a run remembers the count when it begins. Where the count is not that of the last run that compared every row, the next one
 * does; and nobody who asks after an import joins a run that began before it.
 */
@NullMarked
package io.turnkey.internal.sync;

import org.jspecify.annotations.NullMarked;
