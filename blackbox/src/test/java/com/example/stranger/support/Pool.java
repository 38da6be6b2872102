package com.example.stranger.support;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A bounded pool, as small as a test wants it, which can be told to fail. Whoever asks for one connection too many waits. */
public final class Pool implements DataSource, AutoCloseable {
    private final DataSource database;
    private final int size;
    private final BlockingQueue<Object> permits = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Connection> idle = new ConcurrentLinkedQueue<>();
    private volatile boolean broken;

    public Pool(DataSource database, int size) {
        this.database = database;
        this.size = size;
        for (int i = 0; i < size; i++) {
            permits.add(this);
        }
    }

    /** From now on no connection is given out. */
    public void fail(boolean fail) {
        broken = fail;
    }

    /** How many connections nobody holds. */
    public int free() {
        return permits.size();
    }

    /** How many connections somebody holds. */
    public int held() {
        return size - permits.size();
    }

    /** Waits until nobody holds a connection: what still reads keeps tables from being emptied. */
    public void awaitAllFree() {
        List<Object> taken = new ArrayList<>();
        try {
            while (taken.size() < size) {
                Object permit = permits.poll(30, TimeUnit.SECONDS);
                if (permit == null) {
                    throw new IllegalStateException((size - taken.size()) + " connections are still held");
                }
                taken.add(permit);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            permits.addAll(taken);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (broken) {
            throw new SQLException("the pool is broken");
        }
        try {
            if (permits.poll(30, TimeUnit.SECONDS) == null) {
                throw new SQLException("the pool is exhausted");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SQLException("interrupted while waiting for a connection", e);
        }
        try {
            Connection real = idle.poll();
            return lend(real == null ? database.getConnection() : real);
        } catch (SQLException | RuntimeException e) {
            permits.add(this);
            throw e;
        }
    }

    private Connection lend(Connection real) {
        boolean[] returned = {false};
        return (Connection) Proxy.newProxyInstance(
                Pool.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        if (!returned[0]) {
                            returned[0] = true;
                            takeBack(real);
                        }
                        return null;
                    }
                    if (method.getName().equals("isClosed")) {
                        return returned[0] || real.isClosed();
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void takeBack(Connection real) throws SQLException {
        try {
            if (!real.isClosed()) {
                if (!real.getAutoCommit()) {
                    real.rollback();
                    real.setAutoCommit(true);
                }
                real.setReadOnly(false);
                idle.add(real);
            }
        } finally {
            permits.add(this);
        }
    }

    @Override
    public void close() {
        for (Connection real = idle.poll(); real != null; real = idle.poll()) {
            try {
                real.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return database.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        database.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        database.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return database.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
