/**
 * Hears of writes through Hibernate: rows by its event listeners, bulk statements by what it prepares. {@link io.turnkey.hibernate.write.FactoryWrites} is where to start. Nothing here imports the package above.
 *
 * <h2>Rows</h2>
 *
 * <p>Hibernate's factory holds the {@code RowListener}, it the {@code FactoryWrites}, and that the feeds, one for each sink that listens. An event is read on the session's thread, when its statement has run: the id and the
 * keys are taken out of it at once, since entities and embeddables go on changing. {@code TransactionWrites} collects them for each model, merged by row; when the transaction is about to commit they are blocked, when
 * it has ended they are settled. A write that comes later than that call, from a flush in somebody's own synchronization, is blocked at once.
 *
 * <h2>Concurrency</h2>
 *
 * <p>A transaction's writes are used by the one thread that uses its session, as Hibernate demands, and have no lock; under JTA Hibernate itself hands a completion that came on another thread to that one. Shared
 * are the list of feeds (copied on write), the readers of a feed (concurrent, made twice at worst), and the two weak maps from a session's coordinator to what it has written, whose lock is a leaf. A sink is called under no lock.
 *
 * <h2>Failures</h2>
 *
 * <p>Nothing is thrown into a flush or a commit. What fails is told to the sinks when the transaction has ended, so that what was read meanwhile is dropped, too.
 */
@NullMarked
package io.turnkey.hibernate.write;

import org.jspecify.annotations.NullMarked;
