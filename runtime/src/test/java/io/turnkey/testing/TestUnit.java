package io.turnkey.testing;

import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.hibernate.tool.schema.Action;

/** A persistence unit with its schema, which counts statements. */
public final class TestUnit implements AutoCloseable {
    private final DataSource dataSource;
    private final Dropping dropping;
    private final SessionFactory factory;
    private final List<String> statements = new CopyOnWriteArrayList<>();
    private volatile Consumer<String> beforeStatement = sql -> {};

    TestUnit(
            String name,
            DataSource dataSource,
            Dropping dropping,
            Consumer<HibernatePersistenceConfiguration> settings,
            Class<?>... classes) {
        this.dataSource = dataSource;
        this.dropping = dropping;
        HibernatePersistenceConfiguration configuration = new HibernatePersistenceConfiguration(name)
                .managedClasses(classes)
                .schemaToolingAction(Action.CREATE_ONLY)
                .statementInspector(this::inspected)
                .property("hibernate.connection.datasource", dataSource);
        settings.accept(configuration);
        factory = configuration.createEntityManagerFactory();
        statements.clear();
    }

    /** The factory. */
    public SessionFactory factory() {
        return factory;
    }

    /** Connections to the same database, not pooled. */
    public DataSource dataSource() {
        return dataSource;
    }

    /** Runs {@code work} in a transaction of its own and forgets its statements. */
    public void inTransaction(Consumer<Session> work) {
        factory.inTransaction(work::accept);
        statements.clear();
    }

    /** What Hibernate executed since the last call. */
    public List<String> statements() {
        List<String> seen = List.copyOf(statements);
        statements.clear();
        return seen;
    }

    /** Is called before each statement. */
    public void beforeStatement(Consumer<String> action) {
        beforeStatement = action;
    }

    @Override
    public void close() {
        factory.close();
        try {
            dropping.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String inspected(String sql) {
        statements.add(sql);
        beforeStatement.accept(sql);
        return sql;
    }

    /** Removes the database. */
    interface Dropping {
        void run() throws SQLException;
    }
}
