package io.turnkey.internal.load;

import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Lifetime;
import io.turnkey.spi.SharedModel.Stamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The copies of rows that processes share. No method throws: what cannot be had is not there. */
public interface SharedRows<S, ID> {
    /** Asks for the rows that carry one of {@code values}, waiting for the second level once at most. Each row that is answered carries the value it was asked for. */
    <K> Map<K, Copy<S>> read(UniqueKey<S, K> key, Collection<K> values);

    /** What a load that begins now must know to offer its rows later; {@code null} if none can be offered. */
    @Nullable
    Stamp stamp();

    /**
     * Offers rows that were read from the source by a load that began at {@code stamp}, and kept; returns at once.
     *
     * @param rows at least one; looked at later, too: not to be changed any more
     * @param lacked whether the second level was asked for them and did not have them
     */
    void offer(Stamp stamp, List<Entry<S>> rows, boolean lacked);

    /** The source has something else than the copies of these rows, or nothing: they are not read any more. */
    void outdated(Collection<ID> ids);

    /** Whether it is time to offer also what was read again and had not changed. */
    boolean isRenewalDue();

    /** That has been done for all that is in memory. */
    void renewed();

    /**
     * A row that was found.
     *
     * @param left how long it may still be served, in milliseconds; {@link Lifetime#FOREVER} if it does not expire
     */
    record Copy<S>(S row, long left) {}

    /** There is no second level. */
    static <S, ID> SharedRows<S, ID> none() {
        return new SharedRows<>() {
            @Override
            public <K> Map<K, Copy<S>> read(UniqueKey<S, K> key, Collection<K> values) {
                return Map.of();
            }

            @Override
            public @Nullable Stamp stamp() {
                return null;
            }

            @Override
            public void offer(Stamp stamp, List<Entry<S>> rows, boolean lacked) {}

            @Override
            public void outdated(Collection<ID> ids) {}

            @Override
            public boolean isRenewalDue() {
                return false;
            }

            @Override
            public void renewed() {}
        };
    }
}
