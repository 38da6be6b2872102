/**
 * What stands behind a generated cache.
 *
 * <p>The way of a read: the generated getter calls {@link io.turnkey.internal.engine.UniqueReads}, which finds the entry, looks at its expiry and returns its answer. A miss goes to
 * {@link io.turnkey.internal.load.RowLoader}, which reads the source and offers the row to {@link io.turnkey.internal.store.Store}. A row that
 * expired a while ago is served by {@link io.turnkey.internal.engine.StaleRows}, which asks {@link io.turnkey.internal.load.Reloads} for it, or serves it where the source failed. The way of a change: {@link io.turnkey.internal.engine.Changes}
 * marks the open tickets, then drops the row, the lists and the negatives.
 */
@NullMarked
package io.turnkey.internal.engine;

import org.jspecify.annotations.NullMarked;
