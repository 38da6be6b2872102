package io.turnkey.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.turnkey.CacheException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A document being written.
 *
 * @param model the model's name
 * @param json takes the tokens
 */
record Output(String model, JsonGenerator json) {
    void value(Codec codec, @Nullable Object value) throws IOException {
        if (value == null) {
            json.writeNull();
        } else {
            codec.write(value, this);
        }
    }

    void text(String text) throws IOException {
        if (text.length() > Jackson.TEXT) {
            throw refuse("a text of " + text.length() + " characters is longer than JSON may have", null);
        }
        json.writeString(text);
    }

    /** Refuses a collection that could not be read again. */
    void limit(int elements) {
        if (elements > Jackson.ELEMENTS) {
            throw refuse(elements + " elements are more than JSON may have", null);
        }
    }

    /** A number that the caller has written as JSON does. */
    void number(String number) throws IOException {
        if (number.length() > Jackson.NUMBER) {
            throw refuse("a number of " + number.length() + " characters is longer than JSON may have", null);
        }
        json.writeNumber(number);
    }

    /** Refuses to write a value. */
    CacheException refuse(String problem, @Nullable Throwable cause) {
        return new CacheException(model + ", " + Place.path(json.getOutputContext()) + ": " + problem, cause);
    }
}
