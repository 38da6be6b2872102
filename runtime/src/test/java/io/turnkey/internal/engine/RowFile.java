package io.turnkey.internal.engine;

import io.turnkey.SnapshotFormatException;
import io.turnkey.spi.SnapshotFile;
import io.turnkey.spi.StoredRow;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Consumer;

/** Rows as lines of fields with tabs between them: for tests to which the format is of no interest. */
final class RowFile implements SnapshotFile<Row> {
    private static final int FIELDS = 8;

    /** A line of a file. */
    static String line(Row row, Instant expires) {
        return String.join(
                        "\t",
                        "" + row.id(),
                        row.email(),
                        row.tenant(),
                        row.login(),
                        "" + row.status(),
                        "" + row.version(),
                        row.payload(),
                        expires == null ? "never" : "" + expires)
                + "\n";
    }

    @Override
    public void write(Iterator<StoredRow<Row>> rows, boolean includeMeta, OutputStream out) throws IOException {
        while (rows.hasNext()) {
            StoredRow<Row> row = rows.next();
            out.write(line(row.snapshot(), includeMeta ? row.expires() : null).getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
    }

    @Override
    public void read(InputStream in, Consumer<StoredRow<Row>> sink) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        int number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            String[] f = line.split("\t");
            if (f.length != FIELDS) {
                throw new SnapshotFormatException("Row", number, 1, "$", "not a row", null);
            }
            Row row = new Row(Long.parseLong(f[0]), f[1], f[2], f[3], Status.valueOf(f[4]), Long.parseLong(f[5]), f[6]);
            sink.accept(new StoredRow<>(row, f[7].equals("never") ? null : Instant.parse(f[7])));
        }
    }
}
