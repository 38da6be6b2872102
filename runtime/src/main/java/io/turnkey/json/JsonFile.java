package io.turnkey.json;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import io.turnkey.spi.Conversions;
import io.turnkey.spi.SnapshotFile;
import io.turnkey.spi.SnapshotShape;
import io.turnkey.spi.StoredRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** The document: a {@link Header}, then {@link Rows}. */
record JsonFile<S>(Header header, Rows<S> rows) implements SnapshotFile<S> {
    static <S> JsonFile<S> of(String model, List<SnapshotShape<? extends S>> shapes, Conversions conversions) {
        Rows<S> rows = Rows.of(model, shapes, conversions);
        return new JsonFile<>(new Header(model, rows.schema()), rows);
    }

    @Override
    public void write(Iterator<StoredRow<S>> all, boolean includeMeta, OutputStream target) throws IOException {
        JsonGenerator json = Jackson.FACTORY.createGenerator(target, JsonEncoding.UTF8);
        json.setPrettyPrinter(new RowALine());
        Output out = new Output(header.model(), json);
        header.write(json, includeMeta);
        json.writeStartArray();
        while (all.hasNext()) {
            rows.write(all.next(), includeMeta, out);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.close();
        target.flush();
    }

    @Override
    public void read(InputStream source, Consumer<StoredRow<S>> sink) throws IOException {
        Input in = new Input(header.model(), source);
        boolean meta = header.read(in);
        while (in.next() != JsonToken.END_ARRAY) {
            sink.accept(rows.read(in, meta));
        }
        header.readEnd(in);
    }
}
