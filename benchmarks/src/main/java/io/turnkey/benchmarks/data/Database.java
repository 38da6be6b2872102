package io.turnkey.benchmarks.data;

import io.turnkey.benchmarks.model.Account;
import io.turnkey.benchmarks.model.Badge;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.tools.Server;
import org.jspecify.annotations.Nullable;

/** H2 in memory with accounts and badges, whose ids are {@link #FIRST_ID} and on. */
public final class Database implements AutoCloseable {
    private static final Map<String, String> PLAIN = Map.of("hibernate.cache.use_second_level_cache", "false");

    /** Beyond the values that {@code Long.valueOf} shares, so that equal ids are different objects. */
    public static final int FIRST_ID = 1_000;

    static {
        System.setProperty("org.jboss.logging.provider", "slf4j");
    }

    private final String name;
    private final JdbcConnectionPool pool;
    private final EntityManagerFactory entityManagerFactory;
    private @Nullable Server server;

    private Database(String name, String url, String schema, Map<String, ?> properties) {
        this.name = name;
        pool = JdbcConnectionPool.create(url, "bench", "");
        entityManagerFactory = new PersistenceConfiguration("bench")
                .managedClass(Account.class)
                .managedClass(Badge.class)
                .properties(properties)
                .property("jakarta.persistence.nonJtaDataSource", pool)
                .property(PersistenceConfiguration.SCHEMAGEN_DATABASE_ACTION, schema)
                .createEntityManagerFactory();
    }

    /** A database with this many accounts and as many badges. */
    public static Database of(int rows) {
        return of(rows, PLAIN);
    }

    /** The same, with further properties for Hibernate. */
    public static Database of(int rows, Map<String, ?> properties) {
        String name = "mem:" + UUID.randomUUID();
        Database database = new Database(name, "jdbc:h2:" + name, "create", properties);
        database.insert("badge(id, name, points) select x, 'badge ' || x, x", rows);
        database.insert(
                "account(id, email, code, name, city, balance, active, createdAt, version)"
                        + " select x, 'user' || x || '@example.com', 'C-' || x, 'Name of ' || x, 'City ' || mod(x, 1000),"
                        + " mod(x, 100000), true, timestamp '2026-01-01 00:00:00', 0",
                rows);
        return database;
    }

    /** The one that another process serves. */
    public static Database at(String url) {
        return new Database(url, url, "none", PLAIN);
    }

    private void insert(String what, int rows) {
        String sql = "insert into " + what + " from system_range(" + FIRST_ID + ", " + (FIRST_ID + rows - 1) + ")";
        entityManagerFactory.runInTransaction(em -> em.createNativeQuery(sql).executeUpdate());
    }

    /** The email of the account with this id; a new object each time. */
    public static String email(long id) {
        return "user" + id + "@example.com";
    }

    /** What Hibernate, and the caches, read through. */
    public EntityManagerFactory entityManagerFactory() {
        return entityManagerFactory;
    }

    /** What JDBC reads through. */
    public DataSource dataSource() {
        return pool;
    }

    /** Lets other processes take part; answers with its URL. */
    public String serve() throws SQLException {
        server = Server.createTcpServer("-tcpPort", "0").start();
        return "jdbc:h2:tcp://127.0.0.1:" + server.getPort() + "/" + name;
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
        }
        entityManagerFactory.close();
        pool.dispose();
    }
}
