package io.turnkey.spi;

import java.util.List;

/**
 * A collection attribute as the database is asked for it: one query reads it for many rows.
 *
 * @param path its name, with dots through embeddables
 * @param kind how its elements are ordered
 * @param element what is read of each element; a path of {@code ""} is the element itself, {@code ""} with {@link AttributePath#reference} the
 *     target's id, anything else an attribute of an embeddable element
 * @param orderBy the attribute's {@code @OrderBy} in JPQL, relative to the element; empty for none
 */
public record CollectionPath(String path, Kind kind, List<AttributePath> element, String orderBy) {
    /** Copies the list. */
    public CollectionPath {
        element = List.copyOf(element);
    }

    /** How elements are ordered and told apart. */
    public enum Kind {
        /** No order, or that of {@code @OrderBy}. */
        PLAIN,
        /** Ordered by {@code @OrderColumn}; the rows come in that order. */
        INDEXED,
        /** A map; each row of an element ends with its key. */
        MAP
    }
}
