/**
 * Reading the source: one load for all who ask the same at once, on a bounded executor, with a deadline.
 *
 * <h2>Concurrency</h2>
 *
 * <p>A caller that misses joins the {@link Flight} for its question, or starts one: the ticket is opened first, then the flight is registered, then the load is handed to the
 * {@link LoadExecutor}. A flight whose ticket was taken back is not joined any more; the next caller replaces it. The caller waits at most
 * {@code loadTimeout}; if that passes the ticket is cancelled, so that whatever the load finds later is not kept. The source, which is user code as far as converters are concerned, runs on a
 * loader's thread and under no lock.
 */
@NullMarked
package io.turnkey.internal.load;

import org.jspecify.annotations.NullMarked;
