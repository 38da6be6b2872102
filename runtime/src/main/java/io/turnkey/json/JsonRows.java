package io.turnkey.json;

import io.turnkey.spi.StoredRow;

/** Rows as JSON, which a person can read. */
record JsonRows<S>(Values values, Rows<S> rows) implements RowForm<S> {
    @Override
    public String name() {
        return "1";
    }

    @Override
    public byte[] encode(S row) {
        return values.write(out -> rows.write(new StoredRow<>(row, null), false, out));
    }

    @Override
    public S decode(byte[] bytes) {
        return values.read(bytes, in -> rows.read(in, false)).snapshot();
    }
}
