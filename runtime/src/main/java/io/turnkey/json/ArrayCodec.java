package io.turnkey.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An array, of primitives or objects. */
record ArrayCodec(Class<?> component, Codec element) implements Codec {
    @Override
    public Schema schema() {
        return new Schema.Several("array", List.of(element.schema()));
    }

    @Override
    public void write(Object array, Output out) throws IOException {
        int length = Array.getLength(array);
        out.limit(length);
        out.json().writeStartArray();
        for (int i = 0; i < length; i++) {
            out.value(element, Array.get(array, i));
        }
        out.json().writeEndArray();
    }

    @Override
    public Object read(Input in) throws IOException {
        in.expect(JsonToken.START_ARRAY, "an array");
        List<@Nullable Object> elements = new ArrayList<>();
        while (in.next() != JsonToken.END_ARRAY) {
            in.limit(elements.size());
            elements.add(in.value(element));
        }
        Object array = Array.newInstance(component, elements.size());
        for (int i = 0; i < elements.size(); i++) {
            Array.set(array, i, elements.get(i));
        }
        return array;
    }

    @Override
    public Binary binary() {
        Binary each = element.binary();
        return new Binary(
                (array, out) -> {
                    int length = Array.getLength(array);
                    out.count(length);
                    for (int i = 0; i < length; i++) {
                        each.write(Array.get(array, i), out);
                    }
                },
                in -> {
                    int length = in.size();
                    Object array = Array.newInstance(component, length);
                    for (int i = 0; i < length; i++) {
                        Array.set(array, i, each.read(in));
                    }
                    return array;
                });
    }
}
