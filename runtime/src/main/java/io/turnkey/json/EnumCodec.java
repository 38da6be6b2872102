package io.turnkey.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A constant, by its name. */
final class EnumCodec implements Codec {
    private final Class<?> type;
    private final Map<String, Object> constants = new LinkedHashMap<>();

    EnumCodec(Class<?> type) {
        this.type = type;
        for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
        }
    }

    @Override
    public Schema schema() {
        return new Schema.Scalar("enum");
    }

    @Override
    public void write(Object value, Output out) throws IOException {
        out.text(((Enum<?>) value).name());
    }

    @Override
    public Object read(Input in) throws IOException {
        in.expect(JsonToken.VALUE_STRING, "the name of a " + type.getSimpleName());
        String name = in.text();
        @Nullable Object constant = constants.get(name);
        if (constant == null) {
            throw in.refuse(Jackson.quoted(name) + " is no " + type.getSimpleName() + ": "
                    + String.join(", ", constants.keySet()));
        }
        return constant;
    }

    @Override
    public Binary binary() {
        return new Binary((value, out) -> out.text(((Enum<?>) value).name()), in -> {
            @Nullable Object constant = constants.get(in.text());
            if (constant == null) {
                throw in.refuse("is no " + type.getSimpleName());
            }
            return constant;
        });
    }
}
