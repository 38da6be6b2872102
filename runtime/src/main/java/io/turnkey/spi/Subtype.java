package io.turnkey.spi;

import java.util.List;
import java.util.function.Function;

/**
 * A concrete class of a hierarchy.
 *
 * @param <E> the entity
 * @param <S> its snapshot
 * @param entity the entity class
 * @param projection how it is read
 * @param of the snapshot of an entity of exactly this class
 * @param shape what the snapshot consists of
 */
public record Subtype<E, S>(Class<E> entity, Projection<S> projection, Function<E, S> of, Composite<S> shape) {
    /** Goes when the processor says the shape. */
    @SuppressWarnings("unchecked")
    public Subtype(Class<E> entity, Projection<S> projection, Function<E, S> of) {
        this(entity, projection, of, new Composite<>((Class<S>) Object.class, List.of(), row -> {
            throw new UnsupportedOperationException();
        }));
    }
}
