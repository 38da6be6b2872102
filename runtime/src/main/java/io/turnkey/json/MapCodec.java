package io.turnkey.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map: an array of pairs, in its order. */
record MapCodec(Codec key, Codec value) implements Codec {
    @Override
    public Schema schema() {
        return new Schema.Several("Map", List.of(key.schema(), value.schema()));
    }

    @Override
    public void write(Object map, Output out) throws IOException {
        out.limit(((Map<?, ?>) map).size());
        out.json().writeStartArray();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) map).entrySet()) {
            out.json().writeStartArray();
            out.value(key, entry.getKey());
            out.value(value, entry.getValue());
            out.json().writeEndArray();
        }
        out.json().writeEndArray();
    }

    @Override
    public Object read(Input in) throws IOException {
        in.expect(JsonToken.START_ARRAY, "an array of pairs");
        Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
        while (in.next() != JsonToken.END_ARRAY) {
            in.limit(entries.size());
            in.expect(JsonToken.START_ARRAY, "a pair of key and value");
            Place pair = in.place();
            Object k = part(key, in);
            if (entries.containsKey(k)) {
                throw in.refuse(pair, "has a key that the map has already", null);
            }
            entries.put(k, part(value, in));
            if (in.next() != JsonToken.END_ARRAY) {
                throw in.expected("the end of the pair");
            }
        }
        return Collections.unmodifiableMap(entries);
    }

    @Override
    public Binary binary() {
        Binary keys = key.binary();
        Binary values = value.binary();
        return new Binary(
                (map, out) -> {
                    Map<?, ?> entries = (Map<?, ?>) map;
                    out.count(entries.size());
                    entries.forEach((k, v) -> {
                        keys.write(k, out);
                        values.write(v, out);
                    });
                },
                in -> {
                    Map<@Nullable Object, @Nullable Object> entries = new LinkedHashMap<>();
                    for (int left = in.size(); left > 0; left--) {
                        Object k = keys.read(in);
                        if (entries.containsKey(k)) {
                            throw in.refuse("has a key that the map has already");
                        }
                        entries.put(k, values.read(in));
                    }
                    return Collections.unmodifiableMap(entries);
                });
    }

    private static @Nullable Object part(Codec codec, Input in) throws IOException {
        if (in.next() == JsonToken.END_ARRAY) {
            throw in.expected("a pair of key and value");
        }
        return in.value(codec);
    }
}
