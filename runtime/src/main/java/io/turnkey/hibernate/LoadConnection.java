package io.turnkey.hibernate;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A connection inside a transaction, given back as it was taken. */
final class LoadConnection implements AutoCloseable {
    private final Connection connection;
    private final Deque<Step> undo = new ArrayDeque<>();
    private boolean committed;

    /** Takes over {@code connection}. */
    LoadConnection(Connection connection, Step giveBack) {
        this.connection = connection;
        undo.push(giveBack);
    }

    Connection jdbc() {
        return connection;
    }

    /**
     * Begins the transaction.
     *
     * @param several whether several statements must see the same state
     */
    void begin(boolean several) throws SQLException {
        if (several) {
            int before = connection.getTransactionIsolation();
            connection.setTransactionIsolation(
                    connection.getMetaData().supportsTransactionIsolationLevel(Connection.TRANSACTION_REPEATABLE_READ)
                            ? Connection.TRANSACTION_REPEATABLE_READ
                            : Connection.TRANSACTION_SERIALIZABLE);
            undo.push(() -> connection.setTransactionIsolation(before));
        }
        if (connection.getAutoCommit()) {
            connection.setAutoCommit(false);
            undo.push(() -> connection.setAutoCommit(true));
        }
        undo.push(() -> {
            if (!committed) {
                connection.rollback();
            }
        });
    }

    void commit() throws SQLException {
        connection.commit();
        committed = true;
    }

    @Override
    public void close() throws SQLException {
        Exception failure = null;
        while (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } catch (SQLException | RuntimeException e) {
                failure = first(failure, e);
            }
        }
        if (failure instanceof SQLException e) {
            throw e;
        }
        if (failure instanceof RuntimeException e) {
            throw e;
        }
    }

    private static Exception first(@Nullable Exception failure, Exception next) {
        if (failure == null) {
            return next;
        }
        failure.addSuppressed(next);
        return failure;
    }

    /** A step back. */
    interface Step {
        void run() throws SQLException;
    }
}
