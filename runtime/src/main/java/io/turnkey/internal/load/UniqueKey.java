package io.turnkey.internal.load;

import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Lookup;
import io.turnkey.internal.store.Question;
import io.turnkey.spi.KeyModel;

/**
 * A unique key with the entries that are found by it.
 *
 * @param model the key
 * @param ordinal its position in the model, 0 for the id
 * @param slots the entries by it
 */
public record UniqueKey<S, K>(KeyModel<S, K> model, int ordinal, Lookup<K, Entry<S>> slots) {
    /** The question for the row that carries {@code value}. */
    public Question question(K value) {
        return new Question(ordinal, value);
    }
}
