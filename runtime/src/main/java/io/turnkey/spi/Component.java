package io.turnkey.spi;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a {@link Composite}.
 *
 * @param <T> the composite
 * @param name the component's name: {@code email}
 * @param path the attribute that it comes from, relative to the composite: {@code email}; {@code hashCode} for the component {@code hashCode_}
 * @param shape what it consists of
 * @param get its value
 */
public record Component<T>(String name, String path, Shape shape, Function<T, ? extends @Nullable Object> get) {
    /** A component that is called as its attribute. */
    public static <T> Component<T> of(String name, Shape shape, Function<T, ? extends @Nullable Object> get) {
        return new Component<>(name, name, shape, get);
    }

    /** A component that is not called as its attribute. */
    public static <T> Component<T> of(
            String name, String path, Shape shape, Function<T, ? extends @Nullable Object> get) {
        return new Component<>(name, path, shape, get);
    }
}
