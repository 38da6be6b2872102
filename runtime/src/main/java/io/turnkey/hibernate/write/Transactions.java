package io.turnkey.hibernate.write;

import io.turnkey.spi.PendingWrites.Outcome;
import java.lang.ref.WeakReference;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.BiConsumer;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.resource.jdbc.spi.LogicalConnectionImplementor;
import org.hibernate.resource.transaction.spi.TransactionCoordinator;
import org.jspecify.annotations.Nullable;

/** Finds what a session's transaction has written so far. Sessions are held weakly: one that is abandoned in the middle of a transaction leaves nothing behind. */
final class Transactions {
    private final Map<TransactionCoordinator, TransactionWrites> open =
            Collections.synchronizedMap(new WeakHashMap<>());
    private final Map<TransactionCoordinator, BatchedWrites> batched = Collections.synchronizedMap(new WeakHashMap<>());

    /** Records a write for each of {@code feeds}. Never throws. */
    void record(
            SharedSessionContractImplementor session,
            List<Feed<?>> feeds,
            BiConsumer<TransactionWrites, Feed<?>> write) {
        if (feeds.isEmpty()) {
            return;
        }
        try {
            TransactionCoordinator coordinator = session.getTransactionCoordinator();
            // Joins the JTA transaction of the thread, as each statement of the session does.
            coordinator.pulse();
            if (coordinator.isJoined()) {
                TransactionWrites transaction = current(coordinator);
                feeds.forEach(feed -> write.accept(transaction, feed));
            } else {
                TransactionWrites statement = new TransactionWrites(false, ended -> {});
                feeds.forEach(feed -> write.accept(statement, feed));
                statement.beforeCompletion();
                endWithoutTransaction(session, coordinator, statement);
            }
        } catch (Throwable e) {
            feeds.forEach(feed -> feed.failed(e));
        }
    }

    /** How many transactions are under way; for tests. */
    int open() {
        return open.size();
    }

    private TransactionWrites current(TransactionCoordinator coordinator) {
        TransactionWrites known = open.get(coordinator);
        if (known != null) {
            return known;
        }
        WeakReference<TransactionCoordinator> weak = new WeakReference<>(coordinator);
        TransactionWrites started = new TransactionWrites(
                coordinator.getTransactionCoordinatorBuilder().isJta(), ended -> forget(weak.get(), ended));
        coordinator.addObserver(started);
        open.put(coordinator, started);
        return started;
    }

    private void forget(@Nullable TransactionCoordinator coordinator, TransactionWrites ended) {
        if (coordinator != null) {
            open.remove(coordinator);
            coordinator.removeObserver(ended);
        }
    }

    private void endWithoutTransaction(
            SharedSessionContractImplementor session, TransactionCoordinator coordinator, TransactionWrites statement)
            throws SQLException {
        if (!isCommittedAtOnce(session.getJdbcCoordinator().getLogicalConnection())) {
            // Somebody commits by the connection itself.
            statement.abandon();
            return;
        }
        Integer batchSize = session.getConfiguredJdbcBatchSize();
        if (batchSize != null && batchSize > 1) {
            batched.computeIfAbsent(coordinator, each -> BatchedWrites.of(session))
                    .add(statement);
        } else {
            statement.end(Outcome.COMMITTED);
        }
    }

    private static boolean isCommittedAtOnce(LogicalConnectionImplementor connection) throws SQLException {
        return !connection.isPhysicallyConnected()
                || connection.getPhysicalConnection().getAutoCommit();
    }
}
