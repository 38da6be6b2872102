package com.example.stranger.cluster;

import com.example.blackbox.fresh.Subscriber;
import com.example.stranger.stress.Operation;
import com.example.stranger.stress.RowLock;
import com.example.stranger.support.Database;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;

/** The one database, with the nodes' tables in a schema of their own. */
final class ClusterDatabase {
    private static final String SCHEMA = "cluster";

    private ClusterDatabase() {}

    /** Where PostgreSQL listens. */
    static int port() {
        return ((PGSimpleDataSource) Database.POSTGRESQL.raw()).getPortNumbers()[0];
    }

    /** Connections through that port; {@code user} is the name that PostgreSQL shows for them. */
    static PGSimpleDataSource source(int port, String user) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setUser("postgres");
        source.setDatabaseName("postgres");
        source.setCurrentSchema(SCHEMA);
        source.setApplicationName(user);
        return source;
    }

    static PGSimpleDataSource source() {
        return source(port(), "test");
    }

    /** Empty tables, and the locks that writers take. */
    static void create() {
        execute("drop schema if exists " + SCHEMA + " cascade");
        execute("create schema " + SCHEMA);
        try (EntityManagerFactory factory = new PersistenceConfiguration("schema")
                .managedClass(Subscriber.class)
                .managedClass(RowLock.class)
                .property("hibernate.connection.datasource", source())
                .property("hibernate.hbm2ddl.auto", "create")
                .createEntityManagerFactory()) {
            factory.runInTransaction(em -> {
                for (long row = 0; row < Operation.ROWS; row++) {
                    em.persist(new RowLock(row));
                }
            });
        }
        execute("create sequence numbers");
        execute("create table journal"
                + " (number bigint, row_id bigint, node text, certain boolean, email text, login text, tier text)");
    }

    /** A row for each id, with the first value of each key. */
    static void fill() {
        for (int row = 0; row < Operation.ROWS; row++) {
            execute("insert into subscriber (id, body, email, tenant, login, tier, version) values (" + row + ", '"
                    + row + "', '" + Operation.email(row, 0) + "', 1, '" + Operation.login(row, 0) + "', '"
                    + Operation.tier(row % Operation.VALUES) + "', 0)");
        }
    }

    static void execute(String sql) {
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Makes something of one row of a result. */
    interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    static <T> List<T> query(String sql, RowMapper<T> mapper) {
        List<T> found = new ArrayList<>();
        try (Connection connection = source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(mapper.map(rows));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static List<RowState> rows() {
        return query("select " + RowState.COLUMNS + " from subscriber", RowState::of);
    }

    /** Whether PostgreSQL still works for a node. */
    static boolean serves(String user) {
        return !query("select 1 from pg_stat_activity where application_name = '" + user + "'", row -> row)
                .isEmpty();
    }
}
