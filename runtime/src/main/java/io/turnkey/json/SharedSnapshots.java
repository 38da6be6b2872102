package io.turnkey.json;

import io.turnkey.CacheException;
import io.turnkey.CopyFormat;
import io.turnkey.spi.AttributePath;
import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.EntityModel;
import io.turnkey.spi.KeyModel;
import io.turnkey.spi.Row;
import io.turnkey.spi.Shape;
import io.turnkey.spi.SharedForm;
import io.turnkey.spi.SnapshotShape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows in the form that was chosen, ids as JSON, and keys as a hash of theirs. */
final class SharedSnapshots<S, ID> implements SharedForm<S, ID> {
    private final Values values;
    private final RowForm<S> rows;
    private final String fingerprint;
    private final Class<ID> idType;
    private final Codec id;
    private final Map<KeyModel<S, ?>, List<Codec>> keys = new HashMap<>();

    private SharedSnapshots(
            EntityModel<?, S, ID> model,
            List<SnapshotShape<? extends S>> shapes,
            Conversions conversions,
            CopyFormat format) {
        values = new Values(model.name());
        Rows<S> json = Rows.of(model.name(), shapes, conversions);
        rows = switch (format) {
            case BINARY -> new BinaryRows<>(model.name(), shapes, conversions);
            case JSON -> new JsonRows<>(values, json);
        };
        fingerprint = Fingerprint.of(
                rows.name(), shapes, values.write(out -> json.schema().write(out.json())));
        // The classes of a hierarchy have the id and the keys in common.
        SnapshotShape<? extends S> any = shapes.get(0);
        Codecs codecs = new Codecs(model.name(), any.entity(), conversions);
        @Nullable Composite<ID> several = model.idShape();
        idType = model.id().type();
        id = several == null ? codec(codecs, any, AttributePath.of(model.id().name())) : codecs.of(sorted(several));
        for (KeyModel<S, ?> key : model.keys()) {
            keys.put(
                    key,
                    key.paths().stream().map(path -> codec(codecs, any, path)).toList());
        }
    }

    static <S, ID> SharedSnapshots<S, ID> of(EntityModel<?, S, ID> model, Conversions conversions, CopyFormat format) {
        List<SnapshotShape<? extends S>> shapes = model.shapes();
        if (shapes.isEmpty()) {
            throw new CacheException(
                    model
                            + " cannot be shared: its generated code does not say what a snapshot consists of; compile it again with this version of turnkey-processor");
        }
        return new SharedSnapshots<>(model, shapes, conversions, format);
    }

    /** Two versions of a class may declare its attributes in different orders, and shall still understand each other. */
    private static <T> Composite<T> sorted(Composite<T> composite) {
        List<Component<T>> declared = composite.components();
        List<Component<T>> sorted = new ArrayList<>(declared);
        sorted.sort(Comparator.comparing(Component::name));
        int[] places = declared.stream().mapToInt(sorted::indexOf).toArray();
        return new Composite<>(composite.type(), sorted, row -> {
            @Nullable Object[] values = new Object[places.length];
            for (int i = 0; i < places.length; i++) {
                values[i] = row.values()[places[i]];
            }
            return composite.make().apply(new Row(values, List.of()));
        });
    }

    /** That of the component which comes from the attribute. */
    private static Codec codec(Codecs codecs, SnapshotShape<?> snapshot, AttributePath attribute) {
        Shape shape = snapshot.shape();
        for (String name : attribute.path().split("\\.", -1)) {
            shape = shape instanceof Composite<?> composite ? part(composite, name, attribute) : shape;
        }
        return codecs.of(shape instanceof Composite<?> id ? sorted(id) : shape, attribute.path());
    }

    private static Shape part(Composite<?> composite, String name, AttributePath attribute) {
        return composite.components().stream()
                .filter(component -> component.path().equals(name))
                .findFirst()
                .map(Component::shape)
                .orElseThrow(() -> new CacheException(composite.type().getName() + " lacks " + attribute.path()));
    }

    @Override
    public String fingerprint() {
        return fingerprint;
    }

    @Override
    public byte[] encode(S row) {
        return rows.encode(row);
    }

    @Override
    public S decode(byte[] bytes) {
        return rows.decode(bytes);
    }

    @Override
    public String idText(ID value) {
        if (value instanceof Long || value instanceof Integer) {
            // As most ids are, and as JSON writes them, without a document for each.
            return value.toString();
        }
        return new String(values.write(out -> out.value(id, value)), StandardCharsets.UTF_8);
    }

    @Override
    public ID id(String text) {
        return values.read(text.getBytes(StandardCharsets.UTF_8), in -> {
            @Nullable Object read = in.value(id);
            if (!idType.isInstance(read)) {
                throw in.refuse("is no id");
            }
            return idType.cast(read);
        });
    }

    @Override
    public <K> String hash(KeyModel<S, K> key, K value) {
        List<Codec> codecs = keys.getOrDefault(key, List.of());
        List<?> parts = new ArrayList<>(key.parts().apply(value));
        if (codecs.size() != parts.size()) {
            throw new IllegalArgumentException("'" + key.name() + "' is no key of " + values.model());
        }
        return Fingerprint.of(values.write(out -> {
            out.json().writeStartArray();
            for (int i = 0; i < codecs.size(); i++) {
                out.value(codecs.get(i), parts.get(i));
            }
            out.json().writeEndArray();
        }));
    }
}
