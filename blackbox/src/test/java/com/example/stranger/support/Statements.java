package com.example.stranger.support;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Every statement that Hibernate sends, on whatever thread. */
public final class Statements implements StatementInspector {
    private static final long serialVersionUID = 1L;

    private final transient List<String> sent = new CopyOnWriteArrayList<>();

    @Override
    public String inspect(String sql) {
        sent.add(sql);
        return sql;
    }

    /** The statements that {@code action} causes, its own included. */
    public List<String> during(Runnable action) {
        sent.clear();
        action.run();
        return List.copyOf(sent);
    }
}
