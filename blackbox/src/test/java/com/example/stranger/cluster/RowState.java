package com.example.stranger.cluster;

import com.example.blackbox.fresh.SubscriberSnapshot;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A row, as the database has it or as a cache shows it.
 *
 * @param number of the write that it shows
 */
record RowState(long id, long number, String email, String login, String tier, long version) {
    static final String COLUMNS = "id, body, email, login, tier, version";

    static RowState of(SubscriberSnapshot row) {
        return new RowState(row.id(), Long.parseLong(row.body()), row.email(), row.login(), row.tier(), row.version());
    }

    static RowState of(ResultSet row) throws SQLException {
        return new RowState(
                row.getLong(1),
                Long.parseLong(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getLong(6));
    }

    static RowState parse(String text) {
        String[] parts = text.split(",", -1);
        return new RowState(
                Long.parseLong(parts[0]),
                Long.parseLong(parts[1]),
                parts[2],
                parts[3],
                parts[4],
                Long.parseLong(parts[5]));
    }

    /** One word; keys have no commas. */
    String text() {
        return id + "," + number + "," + email + "," + login + "," + tier + "," + version;
    }
}
