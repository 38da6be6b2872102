package io.turnkey.spi;

import java.util.List;
import java.util.Set;

/** What a value consists of. */
public sealed interface Shape permits Shape.Value, Shape.Collected, Shape.Mapped, Composite {
    /**
     * One value of a class that the format knows (a basic type, an array of one, an enum), or else one that the persistence unit converts.
     *
     * @param type the value's class; a primitive one if it is never null
     */
    record Value(Class<?> type) implements Shape {}

    /**
     * A collection, immutable in the snapshot.
     *
     * @param kind {@code List} or {@code Set}
     * @param element what each element is
     */
    record Collected(Class<?> kind, Shape element) implements Shape {}

    /**
     * A map, immutable in the snapshot.
     *
     * @param key what each key is
     * @param value what each value is
     */
    record Mapped(Shape key, Shape value) implements Shape {}

    /** One value. */
    static Shape of(Class<?> type) {
        return new Value(type);
    }

    /** A list. */
    static Shape list(Shape element) {
        return new Collected(List.class, element);
    }

    /** A set. */
    static Shape set(Shape element) {
        return new Collected(Set.class, element);
    }

    /** A map. */
    static Shape map(Shape key, Shape value) {
        return new Mapped(key, value);
    }
}
