package com.example.stranger.fresh;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javax.sql.DataSource;

/** Connections that stop, or break, where a test says; each order is carried out once. A wire that is {@linkplain #cut cut} stays so. */
public final class Wire {
    private static final Step GO_ON = sql -> {};
    private static final int NEVER = -1;

    private final DataSource source;
    private volatile boolean cut;
    private final AtomicReference<Order> answer = new AtomicReference<>();
    private final AtomicInteger rowsToBreakAfter = new AtomicInteger(NEVER);
    private final AtomicReference<Step> beforeCommit = new AtomicReference<>(GO_ON);
    private final AtomicReference<Step> afterCommit = new AtomicReference<>(GO_ON);

    public Wire(DataSource database) {
        source = wrap(DataSource.class, (method, arguments) -> {
            if (cut) {
                breakDown("connect");
            }
            Object result = invoke(database, method, arguments);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    public DataSource source() {
        return source;
    }

    /** Forgets every order. */
    public void reset() {
        cut = false;
        answer.set(null);
        rowsToBreakAfter.set(NEVER);
        beforeCommit.set(GO_ON);
        afterCommit.set(GO_ON);
    }

    /** From now on, or not any more, no connection can be had. */
    public void cut(boolean cut) {
        this.cut = cut;
    }

    /** Stops the next query once the database has answered it: what was read is of before, what happens with it is of after. */
    public Gate holdNextAnswer() {
        return holdNextAnswer(sql -> true);
    }

    /** The same for the next query that is one of these. */
    public Gate holdNextAnswer(Predicate<String> wanted) {
        Gate gate = new Gate();
        answer.set(new Order(wanted, sql -> gate.pass()));
        return gate;
    }

    /** Lets the next query break down when so many of its rows have been fetched. */
    public void breakAfterRows(int rows) {
        rowsToBreakAfter.set(rows);
    }

    /** Stops the next commit before the database hears of it. */
    public Gate holdNextCommit() {
        Gate gate = new Gate();
        beforeCommit.set(sql -> gate.pass());
        return gate;
    }

    /** Stops the next commit when the database has done it, and the writer does not know yet. */
    public Gate holdNextCommitted() {
        Gate gate = new Gate();
        afterCommit.set(sql -> gate.pass());
        return gate;
    }

    /** Lets the next commit fail; the database does not hear of it. */
    public void failNextCommit() {
        beforeCommit.set(Wire::breakDown);
    }

    /** Lets the next commit fail, although the database has done it. */
    public void failNextCommitted() {
        afterCommit.set(Wire::breakDown);
    }

    private static void breakDown(String sql) throws SQLException {
        throw new SQLException("the connection broke", "08006");
    }

    private Connection connection(Connection real) {
        return wrap(Connection.class, (method, arguments) -> {
            boolean commit = method.getName().equals("commit");
            if (commit) {
                beforeCommit.getAndSet(GO_ON).take("commit");
            }
            Object result = invoke(real, method, arguments);
            if (commit) {
                afterCommit.getAndSet(GO_ON).take("commit");
            }
            return result instanceof PreparedStatement statement
                    ? statement(statement, String.valueOf(arguments[0]))
                    : result;
        });
    }

    private PreparedStatement statement(PreparedStatement real, String sql) {
        return wrap(PreparedStatement.class, (method, arguments) -> {
            Object result = invoke(real, method, arguments);
            if (method.getName().equals("executeQuery")) {
                answered(sql);
            }
            return result instanceof ResultSet rows ? rows(rows) : result;
        });
    }

    private ResultSet rows(ResultSet real) {
        int most = rowsToBreakAfter.getAndSet(NEVER);
        if (most == NEVER) {
            return real;
        }
        AtomicInteger left = new AtomicInteger(most);
        return wrap(ResultSet.class, (method, arguments) -> {
            if (method.getName().equals("next") && left.getAndDecrement() == 0) {
                breakDown("next");
            }
            return invoke(real, method, arguments);
        });
    }

    private void answered(String sql) throws SQLException {
        Order order = answer.get();
        if (order != null && order.wanted().test(sql) && answer.compareAndSet(order, null)) {
            order.step().take(sql);
        }
    }

    private static <T> T wrap(Class<T> type, Around around) {
        return type.cast(Proxy.newProxyInstance(
                Wire.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> around.call(method, arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private record Order(Predicate<String> wanted, Step step) {}

    private interface Step {
        void take(String sql) throws SQLException;
    }

    private interface Around {
        Object call(Method method, Object[] arguments) throws Throwable;
    }
}
