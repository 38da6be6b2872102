package io.turnkey.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/** The databases that tests run on, for {@code @ParameterizedTest @EnumSource(Databases.class)}. */
public enum Databases {
    /** In memory. */
    H2 {
        @Override
        DataSource create(String name) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
            source.setUser("sa");
            return source;
        }

        @Override
        String dropping(String name) {
            return "shutdown";
        }
    },

    /** A real server, started once for all tests; each unit has a schema of its own. */
    POSTGRESQL {
        @Override
        DataSource create(String name) throws SQLException {
            EmbeddedPostgres server = Server.RUNNING;
            execute(server.getPostgresDatabase(), "create schema " + name);
            PGSimpleDataSource source = new PGSimpleDataSource();
            source.setURL(server.getJdbcUrl("postgres", "postgres"));
            source.setCurrentSchema(name);
            return source;
        }

        @Override
        String dropping(String name) {
            return "drop schema " + name + " cascade";
        }
    };

    private static final AtomicInteger UNITS = new AtomicInteger();

    /** A persistence unit of these classes on an empty database. */
    public TestUnit open(Class<?>... classes) {
        return open(unit -> {}, classes);
    }

    /** The same with other settings. */
    public TestUnit open(Consumer<HibernatePersistenceConfiguration> settings, Class<?>... classes) {
        String name = "unit" + UNITS.incrementAndGet();
        try {
            DataSource source = create(name);
            return new TestUnit(name, source, () -> execute(source, dropping(name)), settings, classes);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    abstract DataSource create(String name) throws SQLException;

    abstract String dropping(String name);

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
