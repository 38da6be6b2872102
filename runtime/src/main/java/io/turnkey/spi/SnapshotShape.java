package io.turnkey.spi;

/**
 * The snapshot of one entity class.
 *
 * @param <S> the snapshot
 * @param entity the entity class, concrete
 * @param shape what the snapshot consists of
 */
public record SnapshotShape<S>(Class<?> entity, Composite<S> shape) {}
