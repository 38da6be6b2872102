package io.turnkey.json;

import io.turnkey.spi.Component;
import io.turnkey.spi.Composite;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.Shape;
import io.turnkey.spi.SnapshotFile;
import io.turnkey.spi.SnapshotShape;
import io.turnkey.spi.StoredRow;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Documents in memory. */
final class Documents {
    private Documents() {}

    /** A snapshot with one component, {@code value}. */
    record Holder(@Nullable Object value) {}

    static Composite<Holder> holder(Shape shape) {
        return new Composite<>(
                Holder.class, List.of(Component.of("value", shape, Holder::value)), row -> new Holder(row.get(0)));
    }

    static <S> SnapshotFile<S> file(Composite<S> snapshot) {
        return file(snapshot, Conversions.NONE);
    }

    static <S> SnapshotFile<S> file(Composite<S> snapshot, Conversions conversions) {
        return new JsonFormat().of("User", List.of(new SnapshotShape<>(Object.class, snapshot)), conversions);
    }

    static <S> String write(SnapshotFile<S> file, boolean meta, List<StoredRow<S>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            file.write(rows.iterator(), meta, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    static <S> List<StoredRow<S>> read(SnapshotFile<S> file, String document) {
        return read(file, document.getBytes(StandardCharsets.UTF_8));
    }

    static <S> List<StoredRow<S>> read(SnapshotFile<S> file, byte[] document) {
        List<StoredRow<S>> rows = new ArrayList<>();
        try {
            file.read(new ByteArrayInputStream(document), rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** What stands in the document for one value. */
    static String json(Shape shape, @Nullable Object value) {
        String document = write(file(holder(shape)), false, List.of(new StoredRow<>(new Holder(value), null)));
        return document.substring(document.indexOf('\n') + "\n{'value':".length(), document.length() - "}]}".length());
    }

    /** One value, written and read again. */
    static @Nullable Object again(Shape shape, @Nullable Object value) {
        SnapshotFile<Holder> file = file(holder(shape));
        String document = write(file, false, List.of(new StoredRow<>(new Holder(value), null)));
        return read(file, document).get(0).snapshot().value();
    }

    /** One value, written as bytes and read again. */
    static @Nullable Object bytesAgain(Shape shape, @Nullable Object value) {
        BinaryRows<Holder> rows = bytes(holder(shape));
        return rows.decode(rows.encode(new Holder(value))).value();
    }

    static <S> BinaryRows<S> bytes(Composite<S> snapshot) {
        return new BinaryRows<>("User", List.of(new SnapshotShape<>(Object.class, snapshot)), Conversions.NONE);
    }

    /** A document whose only row has {@code json} as its {@code value}. */
    static String document(Shape shape, String json) {
        String document = write(file(holder(shape)), false, Collections.emptyList());
        return document.replace("\"rows\":[]", "\"rows\":[\n{\"value\":" + json + "}]");
    }
}
