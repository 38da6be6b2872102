package io.turnkey.spi;

import java.util.function.Function;

/**
 * A concrete class of a hierarchy.
 *
 * @param <E> the entity
 * @param <S> its snapshot
 * @param entity the entity class
 * @param projection how it is read
 * @param of the snapshot of an entity of exactly this class
 */
public record Subtype<E, S>(Class<E> entity, Projection<S> projection, Function<E, S> of) {}
