package io.turnkey.json;

import io.turnkey.SnapshotFormatException;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.SnapshotShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Rows as bytes: the version of the form, the number of the class if there are several, then the values in the order of the description, without names. Who reads must have the same description, which
 * the fingerprint sees to.
 */
final class BinaryRows<S> implements RowForm<S> {
    private static final int VERSION = 1;

    private final String model;
    private final List<Kind<? extends S>> kinds = new ArrayList<>();

    BinaryRows(String model, List<SnapshotShape<? extends S>> shapes, Conversions conversions) {
        this.model = model;
        for (SnapshotShape<? extends S> shape : shapes) {
            kinds.add(Kind.of(shape, new Codecs(model, shape.entity(), conversions)));
        }
    }

    @Override
    public String name() {
        return "binary " + VERSION;
    }

    @Override
    public byte[] encode(S row) {
        BinaryOutput out = new BinaryOutput(model);
        out.int8(VERSION);
        int kind = kinds.size() == 1 ? 0 : number(row, out);
        kinds.get(kind).binary().encoder().encode(row, out);
        return out.bytes();
    }

    private int number(S row, BinaryOutput out) {
        for (int i = 0; i < kinds.size(); i++) {
            if (kinds.get(i).type() == row.getClass()) {
                out.count(i);
                return i;
            }
        }
        throw out.refuse("a " + row.getClass().getName() + " is no snapshot of this model", null);
    }

    @Override
    public S decode(byte[] bytes) {
        BinaryInput in = new BinaryInput(model, bytes);
        try {
            S row = read(in);
            in.end();
            return row;
        } catch (SnapshotFormatException e) {
            throw e;
        } catch (RuntimeException e) {
            // Numbers that are no date, for one. Without the cause, which would quote them.
            throw in.refuse("is no value (" + e.getClass().getSimpleName() + ")");
        }
    }

    private S read(BinaryInput in) {
        if (in.int8() != VERSION) {
            throw in.refuse("is no version of this form that is known");
        }
        int kind = kinds.size() == 1 ? 0 : in.count();
        if (kind >= kinds.size()) {
            throw in.refuse("is no class of this model");
        }
        return kinds.get(kind).read(in);
    }

    /** One class. */
    private record Kind<T>(Class<T> type, Binary binary) {
        static <T> Kind<T> of(SnapshotShape<T> snapshot, Codecs codecs) {
            return new Kind<>(
                    snapshot.shape().type(), codecs.of(snapshot.shape()).binary());
        }

        T read(BinaryInput in) {
            @Nullable Object row = binary.decoder().decode(in);
            return type.cast(Objects.requireNonNull(row));
        }
    }
}
