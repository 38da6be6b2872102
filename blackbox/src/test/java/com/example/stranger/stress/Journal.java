package com.example.stranger.stress;

import java.sql.Connection;
import java.sql.SQLException;

/** Is written in the transaction of each write, so that it has what was committed and nothing else. */
public interface Journal {
    /** Nothing is written. */
    Journal NONE = (connection, write, certain) -> {};

    /**
     * Enters a write that is about to be committed.
     *
     * @param certain whether the entry is committed together with the write; else before it, which may still fail
     */
    void enter(Connection connection, Write write, boolean certain) throws SQLException;
}
