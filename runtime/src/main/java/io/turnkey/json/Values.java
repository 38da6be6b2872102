package io.turnkey.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * Values that are a document each, in memory.
 *
 * @param model the model's name
 */
record Values(String model) {
    /** Writes one value. */
    interface Writing {
        void to(Output out) throws IOException;
    }

    /** Reads one value, from its first token on. */
    interface Reading<T extends @Nullable Object> {
        T from(Input in) throws IOException;
    }

    byte[] write(Writing value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = Jackson.FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            value.to(new Output(model, json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    <T extends @Nullable Object> T read(byte[] bytes, Reading<T> value) {
        try {
            Input in = new Input(model, new ByteArrayInputStream(bytes));
            if (in.next() == null) {
                throw in.refuse("is empty");
            }
            T read = value.from(in);
            if (in.next() != null) {
                throw in.refuse("stands after the end of the value");
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
