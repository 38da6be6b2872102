package io.turnkey.spi;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the persistence unit turns values of an attribute into what its column holds, and back. Neither is called with {@code null}; either may answer with it.
 *
 * @param stored the class of what the column holds, a basic one
 * @param toStored the attribute's value as the column holds it
 * @param fromStored the other way round; may throw whatever a converter throws for a value that it does not know
 */
public record Conversion(
        Class<?> stored, Function<Object, @Nullable Object> toStored, Function<Object, @Nullable Object> fromStored) {}
