package com.example.stranger.support;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.h2.jdbcx.JdbcDataSource;

/** A persistence unit of a few entities over a database of its own, whose pool can be told to fail. */
public final class Unit implements AutoCloseable {
    private final Pool pool;
    private final EntityManagerFactory factory;

    public Unit(Class<?>... entities) {
        this(Map.of(), entities);
    }

    public Unit(Map<String, Object> settings, Class<?>... entities) {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        pool = new Pool(h2, 10);
        PersistenceConfiguration configuration = new PersistenceConfiguration("unit")
                .property("hibernate.connection.datasource", pool)
                .property("hibernate.hbm2ddl.auto", "create");
        settings.forEach(configuration::property);
        List.of(entities).forEach(configuration::managedClass);
        factory = configuration.createEntityManagerFactory();
    }

    public EntityManagerFactory factory() {
        return factory;
    }

    /** The database goes down, or comes up. */
    public void down(boolean down) {
        pool.fail(down);
    }

    /** Does this in a transaction. */
    public void write(Consumer<EntityManager> work) {
        factory.runInTransaction(work);
    }

    @Override
    public void close() {
        factory.close();
        pool.close();
    }
}
