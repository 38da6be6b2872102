package io.turnkey.hibernate;

import io.turnkey.spi.LoadContext;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.hibernate.StatelessSession;
import org.hibernate.query.SelectionQuery;
import org.jspecify.annotations.Nullable;

/**
 * One load: a connection of its own and one transaction on it, which is the connection's and not the persistence unit's, so that it joins none of
 * the caller's, JTA or not. Each statement sees what was committed when it began; a load of several statements runs at REPEATABLE READ, by which
 * H2, PostgreSQL, MySQL and MariaDB let all of them see what was committed when the first began, or at SERIALIZABLE where there is no such level.
 *
 * <p>The connection is not marked read-only, although nothing is written: drivers that split reading from writing would answer from a replica that
 * lags behind the commit.
 */
final class Load implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Connections connections;
    private final int timeout;
    private final LoadConnection connection;

    /**
     * Begins.
     *
     * @param several whether more than one statement must agree with each other
     */
    Load(Connections connections, LoadContext context, boolean several) {
        this.connections = connections;
        timeout = seconds(context.timeout());
        connection = connections.take();
        try {
            context.connected();
            connection.begin(several);
        } catch (SQLException e) {
            throw abandoned(connections.failure(e, "The transaction of a load could not begin"));
        } catch (RuntimeException e) {
            throw abandoned(e);
        } catch (Error e) {
            throw abandoned(e);
        }
    }

    /** A session on the load's connection. */
    StatelessSession session() {
        return connections.session(connection.jdbc());
    }

    /** A query with the parameters {@code v0}, {@code v1}, and so on. */
    SelectionQuery<Object[]> query(StatelessSession session, String hql, List<@Nullable Object> parameters) {
        SelectionQuery<Object[]> query = session.createSelectionQuery(hql, Object[].class);
        if (timeout > 0) {
            query.setTimeout(timeout);
        }
        for (int i = 0; i < parameters.size(); i++) {
            query.setParameter("v" + i, parameters.get(i));
        }
        return query;
    }

    /** Ends the transaction as one that succeeded. */
    void complete() {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw connections.failure(e, "The transaction of a load could not be committed");
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw connections.failure(e, "The connection of a load could not be given back");
        }
    }

    private <T extends Throwable> T abandoned(T failure) {
        try {
            connection.close();
        } catch (SQLException | RuntimeException e) {
            failure.addSuppressed(e);
        }
        return failure;
    }

    /** Whole seconds, as drivers count, rounded up since 0 means for ever; too many would overflow the milliseconds of H2. */
    private static int seconds(Duration timeout) {
        Duration bounded = timeout.compareTo(LONGEST) < 0 ? timeout : LONGEST;
        return (int) bounded.plusNanos(999_999_999).toSeconds();
    }
}
