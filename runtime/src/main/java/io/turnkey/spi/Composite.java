package io.turnkey.spi;

import java.util.List;
import java.util.function.Function;

/**
 * A snapshot, the record nested in one for an embeddable, a record embeddable, or an embeddable id.
 *
 * @param <T> its class
 * @param type its class
 * @param components its parts
 * @param make makes one of the values of its parts, in their order
 */
public record Composite<T>(Class<T> type, List<Component<T>> components, Function<Row, T> make) implements Shape {
    /** Copies the list. */
    public Composite {
        components = List.copyOf(components);
    }
}
