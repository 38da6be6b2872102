package io.turnkey.spi;

import java.util.List;
import java.util.function.Function;

/**
 * How one entity class is read: what is selected of it, and how a row of it becomes a snapshot.
 *
 * @param <S> the snapshot
 * @param entity the entity class, concrete
 * @param attributes what is selected, inherited attributes included; {@link Row#get} answers in this order
 * @param collections the collection attributes; {@link Row#list} and its siblings answer in this order
 * @param reader makes the snapshot
 */
public record Projection<S>(
        Class<?> entity, List<AttributePath> attributes, List<CollectionPath> collections, Function<Row, S> reader) {
    /** Copies the lists. */
    public Projection {
        attributes = List.copyOf(attributes);
        collections = List.copyOf(collections);
    }
}
