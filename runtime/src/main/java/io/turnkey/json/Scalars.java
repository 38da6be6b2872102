package io.turnkey.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The codecs of classes that need none of the persistence unit: basic types, enums, and arrays of them. */
final class Scalars {
    private static final Map<Class<?>, Codec> BY_CLASS = new HashMap<>();

    static {
        BY_CLASS.putAll(Numbers.codecs());
        BY_CLASS.putAll(Times.codecs());
        BY_CLASS.putAll(Dates.codecs());
        BY_CLASS.putAll(Identifiers.codecs());
        BY_CLASS.put(
                String.class,
                new TextCodec<>("String", "text", String.class, text -> text, text -> text)
                        .as((value, out) -> out.text((String) value), BinaryInput::text));
        add(
                char.class,
                new TextCodec<>("char", "c", Character.class, String::valueOf, Scalars::character)
                        .as((value, out) -> out.int16((Character) value), in -> (char) in.int16()));
        BY_CLASS.put(Boolean.class, new BooleanCodec());
        BY_CLASS.put(boolean.class, Codec.primitive(new BooleanCodec()));
        BY_CLASS.put(
                char[].class, new TextCodec<>("String", "text", char[].class, String::valueOf, String::toCharArray));
        BY_CLASS.put(
                byte[].class,
                new TextCodec<>("byte[]", "AQID", byte[].class, Scalars::base64, Base64.getDecoder()::decode)
                        .as((value, out) -> out.bytes((byte[]) value), BinaryInput::bytes));
    }

    private Scalars() {}

    /** The codec of a class, or {@code null} if it is none of these. */
    static @Nullable Codec of(Class<?> type) {
        Codec known = BY_CLASS.get(type);
        if (known != null) {
            return known;
        }
        if (type.isEnum()) {
            return new EnumCodec(type);
        }
        Class<?> component = type.getComponentType();
        Codec element = component == null ? null : of(component);
        return component == null || element == null ? null : new ArrayCodec(component, element);
    }

    private static String base64(byte[] bytes) {
        if (bytes.length > Jackson.TEXT / 4 * 3) {
            throw new IllegalArgumentException(bytes.length + " bytes are too long");
        }
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static void add(Class<?> primitive, TextCodec<?> boxed) {
        BY_CLASS.put(boxed.type(), boxed);
        BY_CLASS.put(primitive, Codec.primitive(boxed));
    }

    private static Character character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException();
        }
        return text.charAt(0);
    }

    private record BooleanCodec() implements Codec {
        @Override
        public Schema schema() {
            return new Schema.Scalar("boolean");
        }

        @Override
        public void write(Object value, Output out) throws IOException {
            out.json().writeBoolean((Boolean) value);
        }

        @Override
        public Object read(Input in) {
            if (!in.at(JsonToken.VALUE_TRUE) && !in.at(JsonToken.VALUE_FALSE)) {
                throw in.expected("true or false");
            }
            return in.at(JsonToken.VALUE_TRUE);
        }

        @Override
        public Binary binary() {
            return new Binary((value, out) -> out.bool((Boolean) value), BinaryInput::bool);
        }
    }
}
