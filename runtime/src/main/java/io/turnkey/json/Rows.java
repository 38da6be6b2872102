package io.turnkey.json;

import com.fasterxml.jackson.core.JsonToken;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.SnapshotShape;
import io.turnkey.spi.StoredRow;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Rows of one class, or of the classes of a hierarchy. */
final class Rows<S> {
    private static final String EXPIRES = "expires";
    private static final String TYPE = "type";
    private static final String ROW = "row";

    private final String model;
    private final List<Kind<S>> kinds = new ArrayList<>();
    private final Map<String, Kind<S>> byName = new LinkedHashMap<>();
    private final Map<Class<?>, Kind<S>> byClass = new HashMap<>();
    private final Codec expiry = Times.INSTANT;

    private Rows(String model) {
        this.model = model;
    }

    static <S> Rows<S> of(String model, List<SnapshotShape<? extends S>> shapes, Conversions conversions) {
        Rows<S> rows = new Rows<>(model);
        shapes.forEach(shape -> rows.add(shape, conversions));
        return rows;
    }

    private <T extends S> void add(SnapshotShape<T> shape, Conversions conversions) {
        Codec codec = new Codecs(model, shape.entity(), conversions).of(shape.shape());
        Kind<S> kind = new Kind<>(shape.entity().getName(), shape.shape().type(), codec);
        kinds.add(kind);
        byName.put(kind.name(), kind);
        byClass.put(kind.type(), kind);
    }

    /** That of the only class, or of each class by its name. */
    Schema schema() {
        if (!several()) {
            return kinds.get(0).codec().schema();
        }
        Map<String, Schema> schemas = new LinkedHashMap<>();
        byName.forEach((name, kind) -> schemas.put(name, kind.codec().schema()));
        return new Schema.Parts(schemas);
    }

    void write(StoredRow<S> row, boolean meta, Output out) throws IOException {
        Object snapshot = row.snapshot();
        Kind<S> kind = several() ? byClass.get(snapshot.getClass()) : kinds.get(0);
        if (kind == null) {
            throw out.refuse("a " + snapshot.getClass().getName() + " is no snapshot of this model", null);
        }
        boolean enveloped = meta || several();
        if (enveloped) {
            out.json().writeStartObject();
        }
        if (meta) {
            out.json().writeFieldName(EXPIRES);
            out.value(expiry, row.expires());
        }
        if (several()) {
            out.json().writeStringField(TYPE, kind.name());
        }
        if (enveloped) {
            out.json().writeFieldName(ROW);
        }
        kind.codec().write(snapshot, out);
        if (enveloped) {
            out.json().writeEndObject();
        }
    }

    /** Reads the row that begins at the current token. */
    StoredRow<S> read(Input in, boolean meta) throws IOException {
        if (meta || several()) {
            return readEnvelope(in, meta);
        }
        return new StoredRow<>(kinds.get(0).read(in), null);
    }

    private StoredRow<S> readEnvelope(Input in, boolean meta) throws IOException {
        in.expect(JsonToken.START_OBJECT, "an object");
        List<String> missing = new ArrayList<>(List.of(ROW));
        if (meta) {
            missing.add(EXPIRES);
        }
        if (several()) {
            missing.add(TYPE);
        }
        List<String> known = List.copyOf(missing);
        @Nullable Kind<S> kind = several() ? null : kinds.get(0);
        @Nullable Object expires = null;
        @Nullable S snapshot = null;
        for (@Nullable String name = in.nextName(); name != null; name = in.nextName()) {
            if (known.contains(name) && !missing.remove(name)) {
                throw in.refuse("stands here twice");
            }
            if (name.equals(ROW) && kind == null) {
                throw in.refuse("must stand after " + TYPE);
            }
            in.next();
            if (!known.contains(name)) {
                in.skip();
            } else if (name.equals(EXPIRES)) {
                expires = in.value(expiry);
            } else if (name.equals(TYPE)) {
                kind = kind(in);
            } else if (kind != null) {
                snapshot = kind.read(in);
            }
        }
        if (snapshot == null || !missing.isEmpty()) {
            throw in.refuse("lacks " + String.join(", ", missing));
        }
        return new StoredRow<>(snapshot, (Instant) expires);
    }

    private Kind<S> kind(Input in) throws IOException {
        in.expect(JsonToken.VALUE_STRING, "the name of an entity class");
        Kind<S> kind = byName.get(in.text());
        if (kind == null) {
            throw in.refuse(Jackson.quoted(in.text()) + " is no entity class of this model: "
                    + String.join(", ", byName.keySet()));
        }
        return kind;
    }

    private boolean several() {
        return kinds.size() > 1;
    }

    /** One class. */
    private record Kind<S>(String name, Class<? extends S> type, Codec codec) {
        S read(Input in) throws IOException {
            in.expect(JsonToken.START_OBJECT, "a row, which is an object");
            @Nullable Object row = codec.read(in);
            return Objects.requireNonNull(type.cast(row));
        }
    }
}
