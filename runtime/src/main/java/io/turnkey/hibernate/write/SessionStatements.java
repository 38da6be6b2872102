package io.turnkey.hibernate.write;

import io.turnkey.spi.PendingWrites;
import io.turnkey.spi.PendingWrites.Outcome;
import io.turnkey.spi.WriteSink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionEventListener;
import org.jspecify.annotations.Nullable;

/**
 * What one session executed that no row event tells of: blocks the models before the statement runs, and settles them when its transaction has ended. Used by the session's thread alone.
 */
public final class SessionStatements implements SessionEventListener {
    private static final long serialVersionUID = 1;
    /** From the inspector, which knows no session, to the listener of the session, which knows no statement; Hibernate calls one right after the other. */
    private static final ThreadLocal<List<BulkWrites>> NEXT = new ThreadLocal<>();

    private transient @Nullable Map<WriteSink<?>, PendingWrites> pending;
    /** Whether Hibernate takes the connection and gives it back; if not, nobody tells what becomes of it. */
    private transient boolean managed;

    private transient boolean connected;
    private transient boolean jta;

    /** For Hibernate. */
    public SessionStatements() {}

    /** These are changed by the statement that the calling thread prepares next. */
    static void next(List<BulkWrites> changed) {
        if (!changed.isEmpty()) {
            NEXT.set(changed);
        } else if (NEXT.get() != null) {
            NEXT.remove();
        }
    }

    @Override
    public void jdbcPrepareStatementStart() {
        List<BulkWrites> changed = NEXT.get();
        if (changed != null) {
            NEXT.remove();
            changed.forEach(this::block);
        }
    }

    @Override
    public void jdbcConnectionAcquisitionEnd() {
        managed = true;
        connected = true;
    }

    @Override
    public void jdbcConnectionReleaseEnd() {
        connected = false;
        // Nothing runs on it any more. If it is released by the end of a transaction, transactionCompletion follows.
        if (pending != null && !jta && !Origin.endsTransaction()) {
            settle(Outcome.UNKNOWN);
        }
    }

    @Override
    public void transactionCompletion(boolean successful) {
        // What has failed may be the answer to a commit that the database has executed.
        settle(successful ? Outcome.COMMITTED : Outcome.UNKNOWN);
    }

    @Override
    public void end() {
        // What is open in JTA, or on a connection of the caller's, goes on after the session, and what is still
        // connected is released next.
        if (!jta && managed && !connected) {
            settle(Outcome.UNKNOWN);
        }
    }

    private void block(BulkWrites writes) {
        try {
            if (pending == null) {
                pending = new LinkedHashMap<>();
            }
            pending.computeIfAbsent(writes.sink(), WriteSink::blockAll);
            jta |= writes.jta();
        } catch (Throwable e) {
            writes.sink().failed(e);
        }
    }

    private void settle(Outcome outcome) {
        Map<WriteSink<?>, PendingWrites> ended = pending;
        pending = null;
        if (ended != null) {
            ended.values().forEach(writes -> writes.settle(outcome));
        }
    }
}
