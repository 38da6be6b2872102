/**
 * Hears of writes through Hibernate: rows by its event listeners, bulk statements by what it prepares. {@link io.turnkey.hibernate.write.FactoryWrites} is where to start. Nothing here imports the package above.
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
 * <p>Concurrency: {@code SessionStatements} belongs to its session and is used by that session's thread. Shared are the inspector's list of listeners (copied on write) and {@code Tables}, which is never changed.
 * No lock is taken; a sink is called under none. What fails is told to the sinks, never thrown.
 */
@NullMarked
package io.turnkey.hibernate.write;

import org.jspecify.annotations.NullMarked;
