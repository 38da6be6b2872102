package com.example.stranger.cluster;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** The cluster's numbers of writes. They are asked for under the row's lock, so a row's numbers grow in the order in which it is committed. */
final class Numbers implements LongSupplier, AutoCloseable {
    private final Connection connection;

    Numbers(DataSource database) throws SQLException {
        connection = database.getConnection();
    }

    @Override
    public synchronized long getAsLong() {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select nextval('numbers')")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
