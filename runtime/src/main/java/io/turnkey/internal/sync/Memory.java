package io.turnkey.internal.sync;

import io.turnkey.internal.load.SharedRows;
import io.turnkey.internal.store.Coverage;
import io.turnkey.internal.store.Lists;
import io.turnkey.internal.store.Store;
import io.turnkey.internal.store.Tickets;

/**
 * What a sync brings up to date.
 *
 * @param shared is offered what was read
 * @param answers drops the answers that a row belongs to, "no such row" and lists
 */
public record Memory<S, ID>(
        Store<S, ID> store,
        Tickets<S, ID> tickets,
        Coverage<ID> coverage,
        Lists<S> lists,
        SharedRows<S, ID> shared,
        Answers<S, ID> answers) {
    /** Drops answers. */
    public interface Answers<S, ID> {
        /** Drops the answers that this row belongs to. */
        void about(ID id, S row);
    }
}
