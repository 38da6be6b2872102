package io.turnkey.hibernate;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.hibernate.StatelessSession;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.jspecify.annotations.Nullable;

/** Where loads take their connections from: the data source that was given, or the session factory's. */
final class Connections {
    private final SessionFactoryImplementor factory;
    private final @Nullable DataSource loadFrom;

    Connections(SessionFactoryImplementor factory, @Nullable DataSource loadFrom) {
        this.factory = factory;
        this.loadFrom = loadFrom;
    }

    LoadConnection take() {
        try {
            if (loadFrom != null) {
                Connection connection = loadFrom.getConnection();
                return new LoadConnection(connection, connection::close);
            }
            ConnectionProvider provider = factory.getServiceRegistry().requireService(ConnectionProvider.class);
            Connection connection = provider.getConnection();
            return new LoadConnection(connection, () -> provider.closeConnection(connection));
        } catch (SQLException e) {
            throw failure(e, "There is no connection to load from");
        }
    }

    /** A session that runs its statements on {@code connection} and leaves it alone otherwise. */
    StatelessSession session(Connection connection) {
        return factory.withStatelessOptions().connection(connection).openStatelessSession();
    }

    RuntimeException failure(SQLException cause, String what) {
        return factory.getJdbcServices().getSqlExceptionHelper().convert(cause, what);
    }
}
