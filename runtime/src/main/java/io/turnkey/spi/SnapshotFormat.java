package io.turnkey.spi;

import io.turnkey.CopyFormat;
import java.util.List;

/** Forms of snapshots, found by {@link java.util.ServiceLoader}. */
public interface SnapshotFormat {
    /**
     * Prepares a model's form.
     *
     * @param model the model's name
     * @param shapes each concrete class; one, but for a hierarchy
     * @throws io.turnkey.CacheException if an attribute has a class that neither the format knows nor the persistence unit converts; the message names it
     */
    <S> SnapshotFile<S> of(String model, List<SnapshotShape<? extends S>> shapes, Conversions conversions);

    /**
     * Prepares what a model is in the second level.
     *
     * @param format what its rows are
     * @throws io.turnkey.CacheException if an attribute, the id or a key has a class that neither the format knows nor the persistence unit converts; the message names it
     */
    <S, ID> SharedForm<S, ID> shared(EntityModel<?, S, ID> model, Conversions conversions, CopyFormat format);
}
