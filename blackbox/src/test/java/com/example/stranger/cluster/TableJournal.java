package com.example.stranger.cluster;

import com.example.stranger.stress.Journal;
import com.example.stranger.stress.Write;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The journal in the database: what is in it is what was committed, whoever was killed when. Hibernate does not see it written. */
final class TableJournal implements Journal {
    private final String node;

    TableJournal(String node) {
        this.node = node;
    }

    @Override
    public void enter(Connection connection, Write write, boolean certain) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into journal values (?, ?, ?, ?, ?, ?, ?)")) {
            for (var row : write.states().entrySet()) {
                insert.setLong(1, write.number);
                insert.setLong(2, row.getKey());
                insert.setString(3, node);
                insert.setBoolean(4, certain);
                insert.setString(5, row.getValue().email());
                insert.setString(6, row.getValue().login());
                insert.setString(7, row.getValue().tier());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
