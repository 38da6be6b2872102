package io.turnkey.json;

import io.turnkey.spi.Conversion;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A value that the persistence unit converts, as what its column holds.
 *
 * @param attribute what a message calls it
 */
record ConvertedCodec(String attribute, Conversion conversion, Codec stored) implements Codec {
    @Override
    public Schema schema() {
        return stored.schema();
    }

    @Override
    public void write(Object value, Output out) throws IOException {
        @Nullable Object converted;
        try {
            converted = conversion.toStored().apply(value);
        } catch (RuntimeException e) {
            throw out.refuse("the converter of " + attribute + " failed", e);
        }
        out.value(stored, converted);
    }

    @Override
    public @Nullable Object read(Input in) throws IOException {
        Place place = in.place();
        @Nullable Object value = in.value(stored);
        if (value == null) {
            return null;
        }
        try {
            return conversion.fromStored().apply(value);
        } catch (RuntimeException e) {
            throw in.refuse(
                    place,
                    "the converter of " + attribute + " takes no such value ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
    }
}
