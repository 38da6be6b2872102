package io.turnkey.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value as text; as bytes, the bytes of its text, unless it has shorter ones.
 *
 * @param name what the schema calls it
 * @param example what it looks like, for a message
 * @param shorter {@code null} if there are none
 */
record TextCodec<T>(
        String name,
        String example,
        Class<T> type,
        Function<? super T, String> format,
        Parser<? extends T> parser,
        @Nullable Binary shorter)
        implements Codec {
    private static final String VOWELS = "AEIO";

    TextCodec(
            String name,
            String example,
            Class<T> type,
            Function<? super T, String> format,
            Parser<? extends T> parser) {
        this(name, example, type, format, parser, null);
    }

    /** The same with shorter bytes. */
    TextCodec<T> as(Binary.Encoder encoder, Binary.Decoder decoder) {
        return new TextCodec<>(name, example, type, format, parser, new Binary(encoder, decoder));
    }

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
            throw out.refuse(formless(value, e), e);
        }
        out.text(text);
    }

    private static String formless(Object value, RuntimeException e) {
        return "this " + value.getClass().getName() + " has no JSON form: " + e.getMessage();
    }

    @Override
    public Object read(Input in) throws IOException {
        String expected = (VOWELS.indexOf(name.charAt(0)) < 0 ? "a " : "an ") + name + " like \"" + example + "\"";
        in.expect(JsonToken.VALUE_STRING, expected);
        String text = in.text();
        try {
            return type.cast(parser.parse(text));
        } catch (Exception e) {
            // Without the cause: it would quote the text, which may be a secret.
            throw in.expected(expected);
        }
    }

    @Override
    public Binary binary() {
        return shorter == null ? new Binary(this::encode, this::decode) : shorter;
    }

    private void encode(Object value, BinaryOutput out) {
        String text;
        try {
            text = format.apply(type.cast(value));
        } catch (RuntimeException e) {
            throw out.refuse(formless(value, e), e);
        }
        out.text(text);
    }

    private Object decode(BinaryInput in) {
        String text = in.text();
        try {
            return type.cast(parser.parse(text));
        } catch (Exception e) {
            // Without the cause, as above.
            throw in.refuse("expected a " + name);
        }
    }

    /** Makes a value of a text. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(String text) throws Exception;
    }
}
