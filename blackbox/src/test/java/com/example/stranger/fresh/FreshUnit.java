package com.example.stranger.fresh;

import com.example.blackbox.fresh.Branch;
import com.example.blackbox.fresh.Desk;
import com.example.blackbox.fresh.Gauge;
import com.example.blackbox.fresh.Notice;
import com.example.blackbox.fresh.Permit;
import com.example.blackbox.fresh.Sample;
import com.example.blackbox.fresh.Subscriber;
import com.example.stranger.support.Database;
import com.example.stranger.support.Pool;
import com.example.stranger.support.Statements;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/** The entities of this package's tests on one database, with wires that a test can cut: one for the application, one for the caches. */
public final class FreshUnit {
    public static final List<Class<?>> ENTITIES =
            List.of(Subscriber.class, Branch.class, Desk.class, Gauge.class, Permit.class, Notice.class, Sample.class);

    private static final Map<Database, FreshUnit> UNITS = new ConcurrentHashMap<>();

    private final Database database;
    private final Wire writes;
    private final Pool loaders;
    private final Wire loads;
    private final Statements statements = new Statements();
    private final EntityManagerFactory factory;

    private FreshUnit(Database database) {
        this.database = database;
        writes = new Wire(new Pool(database.raw(), 20));
        loaders = new Pool(database.raw(), 20);
        loads = new Wire(loaders);
        factory = factory(writes.source(), statements, "create");
    }

    public static FreshUnit on(Database database) {
        return UNITS.computeIfAbsent(database, FreshUnit::new);
    }

    private static EntityManagerFactory factory(DataSource source, Statements statements, String schema) {
        PersistenceConfiguration configuration = new PersistenceConfiguration("fresh")
                .property("hibernate.connection.datasource", source)
                .property("hibernate.hbm2ddl.auto", schema)
                .property("hibernate.session_factory.statement_inspector", statements);
        ENTITIES.forEach(configuration::managedClass);
        return configuration.createEntityManagerFactory();
    }

    public EntityManagerFactory factory() {
        return factory;
    }

    /** A second factory over the same tables. */
    public EntityManagerFactory anotherFactory(DataSource source) {
        return anotherFactory(source, new Statements());
    }

    /** The same, and what it sends can be seen. */
    public EntityManagerFactory anotherFactory(DataSource source, Statements statements) {
        return factory(source, statements, "none");
    }

    /** The application's connections. */
    public Wire writes() {
        return writes;
    }

    /** The caches' connections. */
    public Wire loads() {
        return loads;
    }

    /** How many connections the caches hold. */
    public int loading() {
        return loaders.held();
    }

    public Database database() {
        return database;
    }

    /** Empty tables, whole wires. */
    public void reset() {
        writes.reset();
        loads.reset();
        loaders.awaitAllFree();
        factory.getSchemaManager().truncate();
    }
}
