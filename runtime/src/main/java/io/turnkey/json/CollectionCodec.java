package io.turnkey.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A list or a set: an array, in its order. */
record CollectionCodec(boolean set, Codec element) implements Codec {
    @Override
    public Schema schema() {
        return new Schema.Several(set ? "Set" : "List", List.of(element.schema()));
    }

    @Override
    public void write(Object value, Output out) throws IOException {
        out.limit(((Collection<?>) value).size());
        out.json().writeStartArray();
        for (@Nullable Object each : (Collection<?>) value) {
            out.value(element, each);
        }
        out.json().writeEndArray();
    }

    @Override
    public Object read(Input in) throws IOException {
        in.expect(JsonToken.START_ARRAY, "an array");
        Collection<@Nullable Object> elements = set ? new LinkedHashSet<>() : new ArrayList<>();
        while (in.next() != JsonToken.END_ARRAY) {
            in.limit(elements.size());
            Place place = set ? in.place() : null;
            if (!elements.add(in.value(element)) && place != null) {
                throw in.refuse(place, "stands in this set twice", null);
            }
        }
        return unmodifiable(elements);
    }

    @Override
    public Binary binary() {
        Binary each = element.binary();
        return new Binary(
                (value, out) -> {
                    Collection<?> elements = (Collection<?>) value;
                    out.count(elements.size());
                    elements.forEach(one -> each.write(one, out));
                },
                in -> {
                    int size = in.size();
                    Collection<@Nullable Object> elements = set ? new LinkedHashSet<>() : new ArrayList<>(size);
                    for (int i = 0; i < size; i++) {
                        if (!elements.add(each.read(in))) {
                            throw in.refuse("stands in this set twice");
                        }
                    }
                    return unmodifiable(elements);
                });
    }

    private Collection<@Nullable Object> unmodifiable(Collection<@Nullable Object> elements) {
        return set
                ? Collections.unmodifiableSet((Set<@Nullable Object>) elements)
                : Collections.unmodifiableList((List<@Nullable Object>) elements);
    }
}
