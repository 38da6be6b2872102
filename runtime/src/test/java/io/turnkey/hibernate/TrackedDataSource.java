package io.turnkey.hibernate;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A pool of one connection that remembers what was done with it. */
final class TrackedDataSource {
    final List<String> calls = new ArrayList<>();
    final Connection physical;
    private boolean taken;

    TrackedDataSource(DataSource source) {
        try {
            physical = source.getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a load is given. */
    DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            if (!method.getName().equals("getConnection")) {
                throw new UnsupportedOperationException(method.getName());
            }
            return connection();
        });
    }

    boolean isTaken() {
        return taken;
    }

    private Connection connection() throws SQLException {
        if (taken) {
            throw new SQLException("The pool is exhausted");
        }
        taken = true;
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals("close")) {
                taken = false;
                return null;
            }
            Object result = call(physical, method, arguments);
            return result instanceof PreparedStatement statement ? tracked(statement) : result;
        });
    }

    private PreparedStatement tracked(PreparedStatement statement) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            switch (method.getName()) {
                case "setQueryTimeout", "setFetchSize" -> calls.add(method.getName() + " " + arguments[0]);
                case "executeQuery" -> calls.add("executeQuery, autocommit " + physical.getAutoCommit());
                default -> {}
            }
            return call(statement, method, arguments);
        });
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.of(method, arguments)));
    }

    private interface Call {
        Object of(Method method, Object[] arguments) throws Throwable;
    }
}
