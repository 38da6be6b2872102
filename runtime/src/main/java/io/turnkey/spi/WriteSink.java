package io.turnkey.spi;

import java.util.Collection;

/**
 * Where a cache hears of the writes to its model. Called on the writer's thread, inside its transaction's completion: no method throws, waits for a database or a network, or runs user code.
 *
 * @param <ID> the id
 */
public interface WriteSink<ID> {
    /** The model whose writes are wanted. */
    EntityModel<?, ?, ID> model();

    /**
     * These rows were written and are about to be committed (or were, by a statement without a transaction, which is then settled at once). From now on until it is settled, none of them is served from
     * memory, and nothing that is read of them is kept.
     */
    PendingWrites block(Collection<Write<ID>> writes);

    /** Like {@link #block}, for writes of which nobody knows the rows: the whole model. */
    PendingWrites blockAll();

    /** Whoever listens to the writes failed and may have missed some: everything is dropped, and the failure reported. */
    void failed(Throwable failure);
}
