package io.turnkey.json;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.SerializedString;
import io.turnkey.SnapshotFormatException;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A snapshot or a part of one: an object with a member for each component. */
final class CompositeCodec<T> implements Codec {
    private static final Object MISSING = new Object();

    private final Composite<T> composite;
    private final List<Part<T>> parts = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Schema.Parts schema;

    /**
     * Of the codecs of its components.
     *
     * @param attributes what a message calls them
     */
    CompositeCodec(
            Composite<T> composite, Function<Component<T>, Codec> codecs, Function<Component<T>, String> attributes) {
        this.composite = composite;
        Map<String, Schema> schemas = new LinkedHashMap<>();
        for (Component<T> component : composite.components()) {
            Codec codec = codecs.apply(component);
            positions.put(component.name(), parts.size());
            parts.add(new Part<>(
                    new SerializedString(component.name()),
                    component.get(),
                    codec,
                    codec.binary(),
                    attributes.apply(component)));
            schemas.put(component.name(), codec.schema());
        }
        schema = new Schema.Parts(schemas);
    }

    @Override
    public Schema schema() {
        return schema;
    }

    @Override
    public void write(Object value, Output out) throws IOException {
        T whole = composite.type().cast(value);
        out.json().writeStartObject();
        for (Part<T> part : parts) {
            out.json().writeFieldName(part.name());
            out.value(part.codec(), part.get().apply(whole));
        }
        out.json().writeEndObject();
    }

    @Override
    public Object read(Input in) throws IOException {
        in.expect(JsonToken.START_OBJECT, "an object");
        @Nullable Object[] values = new Object[parts.size()];
        Arrays.fill(values, MISSING);
        for (@Nullable String name = in.nextName(); name != null; name = in.nextName()) {
            Integer position = positions.get(name);
            if (position == null) {
                in.next();
                in.skip();
            } else if (values[position] != MISSING) {
                throw in.refuse("stands here twice");
            } else {
                in.next();
                values[position] = in.value(parts.get(position).codec());
            }
        }
        complete(values, in);
        return make(values, in);
    }

    private void complete(@Nullable Object[] values, Input in) {
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] == MISSING) {
                missing.add(parts.get(i).name().getValue());
            }
        }
        if (!missing.isEmpty()) {
            throw in.refuse("lacks " + String.join(", ", missing));
        }
    }

    private T make(@Nullable Object[] values, Input in) {
        try {
            return composite.make().apply(new Row(values, List.of()));
        } catch (RuntimeException e) {
            throw unmade(values, in, e);
        }
    }

    /** Snapshots that require a component name it. */
    private SnapshotFormatException unmade(@Nullable Object[] values, Input in, RuntimeException e) {
        String message = e.getMessage();
        if (e instanceof NullPointerException && message != null) {
            Integer position = positions.get(message);
            if (position != null && values[position] == null) {
                return in.refuse(in.place().of(message), "must not be null", e);
            }
        }
        return in.refuse(in.place(), unmade(e), e);
    }

    private String unmade(RuntimeException e) {
        return "no " + composite.type().getSimpleName() + " can be made of these values ("
                + e.getClass().getSimpleName() + ")";
    }

    @Override
    public Binary binary() {
        return new Binary(this::encode, this::decode);
    }

    private void encode(Object value, BinaryOutput out) {
        T whole = composite.type().cast(value);
        for (Part<T> part : parts) {
            out.at(part.attribute());
            part.binary().write(part.get().apply(whole), out);
        }
    }

    private T decode(BinaryInput in) {
        @Nullable Object[] values = new Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            Part<T> part = parts.get(i);
            in.at(part.attribute());
            values[i] = part.binary().read(in);
        }
        try {
            return composite.make().apply(new Row(values, List.of()));
        } catch (RuntimeException e) {
            throw in.refuse(unmade(e), e);
        }
    }

    private record Part<T>(
            SerializedString name,
            Function<T, ? extends @Nullable Object> get,
            Codec codec,
            Binary binary,
            String attribute) {}
}
