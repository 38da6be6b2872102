package io.turnkey.hibernate.write;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hibernate.resource.jdbc.spi.StatementInspector;
import org.jspecify.annotations.Nullable;

/** Sees every statement that Hibernate prepares, behind the user's own inspector, and hands those that nothing else tells of to {@link SessionStatements}. */
final class CapturingInspector implements StatementInspector {
    private static final long serialVersionUID = 1;

    private final transient List<BulkWrites> listening = new CopyOnWriteArrayList<>();
    private final @Nullable StatementInspector own;

    CapturingInspector(@Nullable StatementInspector own) {
        this.own = own;
    }

    @Nullable
    StatementInspector own() {
        return own;
    }

    List<BulkWrites> listening() {
        return listening;
    }

    @Override
    public @Nullable String inspect(String sql) {
        String rewritten = own == null ? null : own.inspect(sql);
        if (!listening.isEmpty()) {
            capture(rewritten == null ? sql : rewritten);
        }
        return rewritten;
    }

    private void capture(String sql) {
        try {
            if (!Sql.reads(sql)) {
                Origin origin = Origin.ofCaller();
                SessionStatements.next(
                        origin == Origin.ROWS ? List.of() : BulkWrites.changedBy(sql, origin, listening));
            }
        } catch (Throwable e) {
            listening.forEach(writes -> writes.sink().failed(e));
        }
    }

    /** A session that is serialised takes the user's inspector along. */
    private Object writeReplace() {
        return own == null ? (StatementInspector) sql -> sql : own;
    }
}
