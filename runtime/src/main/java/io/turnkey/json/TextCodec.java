package io.turnkey.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Function;

/**
 * A value as text.
 *
 * @param name what the schema calls it
 * @param example what it looks like, for a message
 */
record TextCodec<T>(
        String name, String example, Class<T> type, Function<? super T, String> format, Parser<? extends T> parser)
        implements Codec {
    @Override
    public Schema schema() {
        return new Schema.Scalar(name);
    }

    @Override
    public void write(Object value, Output out) throws IOException {
        String text;
        try {
            text = format.apply(type.cast(value));
        } catch (RuntimeException e) {
            throw out.refuse("this " + value.getClass().getName() + " has no JSON form: " + e.getMessage(), e);
        }
        out.text(text);
    }

    @Override
    public Object read(Input in) throws IOException {
        String expected = "a " + name + " like \"" + example + "\"";
        in.expect(JsonToken.VALUE_STRING, expected);
        String text = in.text();
        try {
            return type.cast(parser.parse(text));
        } catch (Exception e) {
            // Without the cause: it would quote the text, which may be a secret.
            throw in.expected(expected);
        }
    }

    /** Makes a value of a text. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(String text) throws Exception;
    }
}
