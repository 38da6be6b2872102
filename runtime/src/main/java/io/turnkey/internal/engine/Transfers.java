package io.turnkey.internal.engine;

import io.turnkey.ImportReport;
import io.turnkey.internal.store.Entry;
import io.turnkey.internal.store.Filling;
import io.turnkey.spi.SnapshotFile;
import io.turnkey.spi.StoredRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Takes rows out of memory, and brings rows in, without the source. The package says what that does to what goes on meanwhile. */
final class Transfers<S, ID> {
    /** Passes on rows from somewhere, all or an exception. */
    private interface Reading<S> {
        void into(Consumer<StoredRow<S>> sink) throws IOException;
    }

    private final EngineParts<S, ID> parts;
    private final Supplier<SnapshotFile<S>> file;

    Transfers(EngineParts<S, ID> parts, Supplier<SnapshotFile<S>> file) {
        this.parts = parts;
        this.file = file;
    }

    /** See {@link io.turnkey.EntityCache#preload}. */
    ImportReport preload(Supplier<? extends Collection<? extends S>> rows) {
        Objects.requireNonNull(rows, "rows");
        return bringIn(sink -> Objects.requireNonNull(rows.get(), "rows")
                .forEach(row -> sink.accept(new StoredRow<>(Objects.requireNonNull(row, "row"), null))));
    }

    /** See {@link io.turnkey.EntityCache#readJson}. */
    ImportReport read(InputStream in) {
        Objects.requireNonNull(in, "in");
        parts.checkOpen();
        SnapshotFile<S> form = file.get();
        return bringIn(sink -> form.read(in, sink));
    }

    private ImportReport bringIn(Reading<S> reading) {
        parts.checkOpen();
        try (Filling<S, ID> filling = new Filling<>(parts.store(), parts.negatives())) {
            Import<S, ID> rows = new Import<>(parts, filling);
            reading.into(rows);
            ImportReport report = rows.finish();
            // Closing empties memory and rejects what is still to come.
            parts.checkOpen();
            return report;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** See {@link io.turnkey.EntityCache#writeJson}. */
    void write(OutputStream out, boolean includeMeta) {
        Objects.requireNonNull(out, "out");
        parts.checkOpen();
        try {
            file.get().write(rows(), includeMeta, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Closing empties memory: what was written then may lack rows for no other reason.
        parts.checkOpen();
    }

    /** What is fresh when the walk comes to it. */
    private Iterator<StoredRow<S>> rows() {
        return parts.store().entries().stream()
                .filter(entry -> entry.isFresh(parts.clock().millis()))
                .limit(parts.options().maxSize())
                .map(this::stored)
                .iterator();
    }

    private StoredRow<S> stored(Entry<S> entry) {
        return new StoredRow<>(entry.snapshot(), parts.lifetime().expires(entry));
    }
}
