package io.turnkey.hibernate.write;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** Looks at the commits of a persistence unit, and lets them fail. */
final class CommitSpy implements Consumer<HibernatePersistenceConfiguration> {
    private static final String DATA_SOURCE = "hibernate.connection.datasource";

    private final Runnable beforeCommit;
    private Failure failure = Failure.NONE;

    CommitSpy(Runnable beforeCommit) {
        this.beforeCommit = beforeCommit;
    }

    /** From now on. */
    void fail(Failure how) {
        failure = how;
    }

    @Override
    public void accept(HibernatePersistenceConfiguration configuration) {
        DataSource real = (DataSource) configuration.properties().get(DATA_SOURCE);
        configuration.property(DATA_SOURCE, proxy(DataSource.class, real, this::dataSource));
    }

    private Object dataSource(Object real, Method method, Object[] arguments) throws Throwable {
        Object result = call(real, method, arguments);
        return result instanceof Connection connection ? proxy(Connection.class, connection, this::connection) : result;
    }

    private Object connection(Object real, Method method, Object[] arguments) throws Throwable {
        if (!method.getName().equals("commit")) {
            return call(real, method, arguments);
        }
        beforeCommit.run();
        if (failure == Failure.BEFORE) {
            throw new SQLException("refused");
        }
        Object result = call(real, method, arguments);
        if (failure == Failure.AFTER) {
            throw new SQLException("connection lost");
        }
        return result;
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, T real, Handler handler) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> handler.handle(real, method, arguments)));
    }

    /** How a commit fails. */
    enum Failure {
        NONE,
        BEFORE,
        /** The server has committed, the client does not know. */
        AFTER
    }

    private interface Handler {
        Object handle(Object real, Method method, Object[] arguments) throws Throwable;
    }
}
