package io.turnkey.spi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Writes and reads the rows of one model. Neither closes the stream; both need memory for one row at a time.
 *
 * @param <S> the snapshot
 */
public interface SnapshotFile<S> {
    /** Writes rows as they come, those that carry their expiry with it; flushes {@code out}. */
    void write(Iterator<StoredRow<S>> rows, boolean includeMeta, OutputStream out) throws IOException;

    /**
     * Reads to the end of {@code in} and passes each row to {@code sink}, which has got some rows already if a later one is refused.
     *
     * @throws io.turnkey.SnapshotFormatException if it is no export of this model, whatever it is
     */
    void read(InputStream in, Consumer<StoredRow<S>> sink) throws IOException;
}
