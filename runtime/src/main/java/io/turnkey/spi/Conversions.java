package io.turnkey.spi;

import org.jspecify.annotations.Nullable;

/** Finds the conversion of an attribute whose class no format knows. */
@FunctionalInterface
public interface Conversions {
    /** What is added to a collection's path for its elements, or a map's values. */
    String ELEMENT = "{element}";

    /** What is added to a map's path for its keys. */
    String KEY = "{index}";

    /** No conversions: for caches without a persistence unit. */
    Conversions NONE = (entity, path) -> null;

    /**
     * The conversion of an attribute, or {@code null} if it has none.
     *
     * @param entity a concrete entity class
     * @param path the attribute with dots through embeddables, {@link #ELEMENT} and {@link #KEY}: {@code price}, {@code address.zip}, {@code tags.{element}}, {@code prices.{element}.amount}
     */
    @Nullable
    Conversion of(Class<?> entity, String path);
}
