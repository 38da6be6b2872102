package io.turnkey.spi;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A concrete class of a hierarchy.
 *
 * @param <E> the entity
 * @param <S> its snapshot
 * @param entity the entity class
 * @param projection how it is read
 * @param of the snapshot of an entity of exactly this class
 * @param shape what the snapshot consists of; asked for only where that is of interest
 */
public record Subtype<E, S>(
        Class<E> entity, Projection<S> projection, Function<E, S> of, Supplier<Composite<S>> shape) {}
