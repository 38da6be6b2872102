package com.example.stranger.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A database with the application's tables, started once in a test run. */
public enum Database {
    H2 {
        @Override
        DataSource start() {
            JdbcDataSource h2 = new JdbcDataSource();
            h2.setUrl("jdbc:h2:mem:blackbox;DB_CLOSE_DELAY=-1");
            return h2;
        }
    },
    POSTGRESQL {
        @Override
        DataSource start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        // Statistics would change plans, and with them the order of bags, whenever they happen to be
                        // taken.
                        .setServerConfig("autovacuum", "off")
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
                return server.getPostgresDatabase();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    private final Statements statements = new Statements();
    private DataSource raw;
    private Pool pool;
    private EntityManagerFactory factory;

    abstract DataSource start();

    /** The factory over a pool of twenty connections; its schema is there. */
    public synchronized EntityManagerFactory factory() {
        if (factory == null) {
            pool = new Pool(raw(), 20);
            factory = factory(pool, statements, "create");
        }
        return factory;
    }

    /** Another factory over the same tables, through this pool. */
    public EntityManagerFactory factory(DataSource source) {
        factory();
        return factory(source, new Statements(), "none");
    }

    private static EntityManagerFactory factory(DataSource source, Statements statements, String schema) {
        PersistenceConfiguration configuration = new PersistenceConfiguration("blackbox")
                .property("hibernate.connection.datasource", source)
                .property("hibernate.hbm2ddl.auto", schema)
                .property("hibernate.auto_quote_keyword", true)
                .property("hibernate.type.json_format_mapper", new SerialMapper())
                .property("hibernate.session_factory.statement_inspector", statements);
        Entities.ALL.forEach(configuration::managedClass);
        return configuration.createEntityManagerFactory();
    }

    /** The database itself, without a pool. */
    public synchronized DataSource raw() {
        if (raw == null) {
            raw = start();
        }
        return raw;
    }

    /** The pool of {@link #factory()}. */
    public Pool pool() {
        factory();
        return pool;
    }

    /** What {@link #factory()} sends. */
    public Statements statements() {
        return statements;
    }

    /** Empties every table, which takes a while. */
    public void empty() {
        factory().getSchemaManager().truncate();
    }

    /** Deletes every row of an entity that nothing refers to. */
    public void delete(Class<?> entity) {
        write(em -> em.createQuery("delete from " + entity.getSimpleName()).executeUpdate());
    }

    /** Executes this on a connection that Hibernate knows nothing of. */
    public void execute(String sql) {
        try (Connection connection = raw().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Does this in a transaction. */
    public void write(Consumer<EntityManager> work) {
        factory().runInTransaction(work);
    }

    /** Answers this in a transaction. */
    public <R> R read(Function<EntityManager, R> work) {
        return factory().callInTransaction(work::apply);
    }

    /** Persists these and commits. */
    public void persist(Object... entities) {
        write(em -> List.of(entities).forEach(em::persist));
    }
}
