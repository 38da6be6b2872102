package io.turnkey.internal.store;

import io.turnkey.spi.KeyModel;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a write to the model.
 *
 * @param id the row; {@code null} if any row may have changed
 * @param known whether {@code before} and {@code after} are known
 * @param before the row as it was; {@code null} if there was none
 * @param after the row as it is; {@code null} if there is none
 */
public record Change<S, ID>(
        @Nullable ID id,
        boolean known,
        @Nullable S before,
        @Nullable S after) {
    /** Anything may have changed. */
    public static <S, ID> Change<S, ID> everything() {
        return new Change<>(null, false, null, null);
    }

    /** This row changed, nobody said how. */
    public static <S, ID> Change<S, ID> unknown(ID id) {
        return new Change<>(id, false, null, null);
    }

    /** This row was inserted, updated or deleted. */
    public static <S, ID> Change<S, ID> known(ID id, @Nullable S before, @Nullable S after) {
        return new Change<>(id, true, before, after);
    }

    /** Whether the answer to "which rows carry {@code value}" may be another one now. */
    <K> boolean touches(KeyModel<S, K> key, Object value) {
        return !known || carries(key, before, value) || carries(key, after, value);
    }

    private static <S> boolean carries(KeyModel<S, ?> key, @Nullable S row, Object value) {
        return row != null && value.equals(key.of().apply(row));
    }
}
