/**
 * Hears of writes through Hibernate: rows by its event listeners, bulk statements by what it prepares. {@link io.turnkey.hibernate.write.FactoryWrites} is where to start. Nothing here imports the package above.
 *
 * <h2>Rows</h2>
 *
 * <p>Hibernate's factory holds the {@code RowListener}, it the {@code FactoryWrites}, and that the feeds, one for each sink that listens. An event is read on the session's thread, when its statement has run: the id and the
 * keys are taken out of it at once, since entities and embeddables go on changing. {@code TransactionWrites} collects them for each model, merged by row; when the transaction is about to commit they are blocked, when
 * it has ended they are settled. Of more rows than fit its memory it keeps none, and blocks the model. A write that comes later than that call, from a flush in somebody's own synchronization, is blocked at once.
 *
 * <h2>Statements</h2>
 *
 * <p>While a session factory is built, {@code CaptureContributor} puts a {@code CapturingInspector} around the user's statement inspector and has each session made with {@code SessionStatements}, and
 * {@code CaptureIntegrator} reads the {@code Tables} out of the mapping. With a sink listening, the inspector asks of each statement that is no plain query where it comes from ({@code Origin}, by the stack): what a
 * row event tells of is left alone; of the rest, {@code BulkWrites} finds the models by the tables in its text ({@code Sql}). Hibernate calls the inspector, which knows no session, and right after it
 * the session's listener, which knows no statement, on one thread: a thread-local hands the models from one to the other. The listener blocks them before the statement runs, and settles them when the transaction has
 * ended. Without a transaction that is when the connection is given back; under JTA, and on a connection that the caller has brought, nothing but the end of a transaction is told, and the engine's own deadline ends what
 * stays open.
 *
 * <p>Not seen: a session with an inspector of its own ({@code withOptions().statementInspector(..)}) or without listeners ({@code clearEventListeners()}), {@code doWork}, {@code SchemaManager.truncate()}, a function
 * that writes and is called in a {@code select}, triggers, and foreign keys that only the database knows.
 *
 * <h2>Concurrency</h2>
 *
 * <p>A transaction's writes are used by the one thread that uses its session, as Hibernate demands, and have no lock; under JTA Hibernate itself hands a completion that came on another thread to that one. Shared
 * are the list of feeds (copied on write), the readers of a feed (concurrent, made twice at worst), and the two weak maps from a session's coordinator to what it has written, whose lock is a leaf. A sink is called under no lock.
 *
 * <p>{@code SessionStatements} belongs to its session and is used by that session's thread. Shared are the inspector's list of listeners (copied on write) and {@code Tables}, which is never changed.
 * No lock is taken; a sink is called under none. What fails is told to the sinks, never thrown.
 *
 * <h2>Failures</h2>
 *
 * <p>Nothing is thrown into a flush or a commit. What fails is told to the sinks when the transaction has ended, so that what was read meanwhile is dropped, too.
 */
@NullMarked
package io.turnkey.hibernate.write;

import org.jspecify.annotations.NullMarked;
