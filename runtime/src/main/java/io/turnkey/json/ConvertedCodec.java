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
            throw out.refuse(failed(), e);
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
            throw in.refuse(place, refused(e), e);
        }
    }

    @Override
    public Binary binary() {
        // Whatever the column's class is: a converter may make null of a value, and whether it can is no part of the
        // schema.
        Binary column = new Binary(stored.binary().encoder(), stored.binary().decoder());
        return new Binary(
                (value, out) -> {
                    @Nullable Object converted;
                    try {
                        converted = conversion.toStored().apply(value);
                    } catch (RuntimeException e) {
                        throw out.refuse(failed(), e);
                    }
                    column.write(converted, out);
                },
                in -> {
                    @Nullable Object value = column.read(in);
                    try {
                        return value == null ? null : conversion.fromStored().apply(value);
                    } catch (RuntimeException e) {
                        throw in.refuse(refused(e), e);
                    }
                });
    }

    private String failed() {
        return "the converter of " + attribute + " failed";
    }

    private String refused(RuntimeException e) {
        return "the converter of " + attribute + " takes no such value ("
                + e.getClass().getSimpleName() + ")";
    }
}
