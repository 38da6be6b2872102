package io.turnkey.hibernate.write;

import io.turnkey.spi.PendingWrites.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.SessionEventListener;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/**
 * Writes of a session without a transaction that Hibernate has announced, but perhaps only put into a JDBC batch. There is one batch at a time: once it has run, all that was announced
 * before is in the database. The end of a batch is told for its first table only, so that it is over when the session does something else.
 */
final class BatchedWrites implements SessionEventListener {
    private static final long serialVersionUID = 1L;

    private final transient List<TransactionWrites> announced = new ArrayList<>();
    private transient boolean ran;

    private BatchedWrites() {}

    /** Those of this session. */
    static BatchedWrites of(SharedSessionContractImplementor session) {
        BatchedWrites writes = new BatchedWrites();
        session.getEventListenerManager().addListener(writes);
        return writes;
    }

    /** These are blocked, and stay so until their batch has run. */
    void add(TransactionWrites writes) {
        settleIfRan();
        announced.add(writes);
    }

    @Override
    public void jdbcExecuteBatchEnd() {
        ran = true;
    }

    @Override
    public void jdbcPrepareStatementStart() {
        settleIfRan();
    }

    @Override
    public void jdbcExecuteStatementStart() {
        settleIfRan();
    }

    @Override
    public void jdbcConnectionReleaseStart() {
        settleIfRan();
    }

    @Override
    public void flushEnd(int numberOfEntities, int numberOfCollections) {
        settle();
    }

    @Override
    public void end() {
        settle();
    }

    private void settleIfRan() {
        if (ran) {
            settle();
        }
    }

    private void settle() {
        ran = false;
        announced.forEach(writes -> writes.end(Outcome.COMMITTED));
        announced.clear();
    }
}
