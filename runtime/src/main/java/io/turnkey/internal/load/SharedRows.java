package io.turnkey.internal.load;

import io.turnkey.spi.SharedModel.Stamp;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The copies of rows that processes share. No method throws: what cannot be had is not there. */
public interface SharedRows<S, ID> {
    /**
     * Asks for the rows that carry one of {@code values}, waiting for the second level once at most. Each row that is answered carries the value it was asked for.
     */
    <K> Found<S, K> read(UniqueKey<S, K> key, Collection<K> values);

    /** What a load that begins now must know to offer its rows later; {@code null} if none can be offered. */
    @Nullable
    Stamp stamp();

    /** Offers rows that were read from the source by a load that began at {@code stamp}, and kept; returns at once. */
    void offer(Stamp stamp, Collection<S> rows);

    /**
     * What was found.
     *
     * @param stamp of the moment of reading; {@code null} if nothing was asked
     * @param rows by the value they were asked for
     */
    record Found<S, K>(@Nullable Stamp stamp, Map<K, Copy<S>> rows) {}

    /**
     * A row that was found.
     *
     * @param left how long it may still be served; {@code null} for ever
     */
    record Copy<S>(S row, @Nullable Duration left) {}

    /** There is no second level. */
    static <S, ID> SharedRows<S, ID> none() {
        return new SharedRows<>() {
            @Override
            public <K> Found<S, K> read(UniqueKey<S, K> key, Collection<K> values) {
                return new Found<>(null, Map.of());
            }

            @Override
            public @Nullable Stamp stamp() {
                return null;
            }

            @Override
            public void offer(Stamp stamp, Collection<S> rows) {}
        };
    }
}
