package io.turnkey.hibernate.write;

import io.turnkey.spi.PendingWrites.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.resource.transaction.spi.TransactionObserver;

/**
 * What one transaction wrote, for each model. An observer and no {@code Synchronization}: one of those, registered while another one flushes, breaks Hibernate's iteration and with it the commit, and an observer is
 * told last, after what others' synchronizations have flushed. Used by the one thread that uses the session.
 */
final class TransactionWrites implements TransactionObserver {
    private final Consumer<TransactionWrites> forget;
    private final Map<Feed<?>, ModelWrites<?>> models = new LinkedHashMap<>();
    private final boolean jta;
    private boolean completing;

    /**
     * Nothing written yet.
     *
     * @param jta whether somebody else decides how it ends, and tells Hibernate only whether it was committed
     * @param forget is called when the transaction has ended
     */
    TransactionWrites(boolean jta, Consumer<TransactionWrites> forget) {
        this.jta = jta;
        this.forget = forget;
    }

    /** A row was written. */
    void row(Feed<?> feed, RowEvent event) {
        model(feed).row(event);
    }

    /** A collection of a row was written. */
    void collection(Feed<?> feed, EntityPersister owner, Object id) {
        model(feed).collection(owner, id);
    }

    /** Rows were written, nobody knows which. */
    void everything(Feed<?> feed) {
        model(feed).everything();
    }

    private ModelWrites<?> model(Feed<?> feed) {
        return models.computeIfAbsent(feed, this::start);
    }

    private ModelWrites<?> start(Feed<?> feed) {
        return completing ? ModelWrites.blocking(feed) : ModelWrites.collecting(feed);
    }

    @Override
    public void beforeCompletion() {
        completing = true;
        models.values().forEach(ModelWrites::block);
    }

    /** Without success it was rolled back if nobody has tried to commit; if somebody has, the server may have done it. */
    @Override
    public void afterCompletion(boolean successful, boolean delayed) {
        Outcome otherwise = completing || jta ? Outcome.UNKNOWN : Outcome.ROLLED_BACK;
        end(successful ? Outcome.COMMITTED : otherwise);
    }

    /** Another transaction begins: nobody has told how this one ended, since somebody's callback threw before. */
    @Override
    public void afterBegin() {
        end(Outcome.UNKNOWN);
    }

    /** The transaction has ended. */
    void end(Outcome outcome) {
        forget.accept(this);
        models.values().forEach(model -> model.end(outcome));
        models.clear();
    }

    /** Nobody will say how it ended: what is blocked stays so until the sink's own deadline. */
    void abandon() {
        models.values().forEach(ModelWrites::abandon);
        models.clear();
    }
}
