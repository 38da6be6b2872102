package io.turnkey.spi;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one model. Each call uses a connection of its own and reads committed state only. Runs on a loader's thread; whatever it
 * throws reaches the caller as the cause of a {@link io.turnkey.CacheLoadException}.
 *
 * @param <S> the snapshot
 */
public interface EntitySource<S> {
    /** How attributes of classes that no format knows are converted. */
    default Conversions conversions() {
        return Conversions.NONE;
    }

    /**
     * The rows whose {@code key} is one of {@code values}, with one query (split where it would have too many parameters) and one more for each
     * collection attribute, all as of one moment. May hold rows that the database matches and Java does not; the caller checks.
     *
     * @param limit the most rows wanted; if there are more, answers with one more, so that the caller can tell, never with many more
     */
    <K> List<S> read(KeyModel<S, K> key, Collection<? extends K> values, int limit, LoadContext context);

    /** Passes every row of the table to {@code sink}, in bounded memory, but stops after {@code limit} rows. */
    void readAll(int limit, Consumer<? super S> sink, LoadContext context);

    /**
     * Passes every row whose {@code updatedAt} is at or after {@code since} to {@code sink}, in bounded memory, and answers with where the next call shall begin: {@code overlap} before the
     * newest {@code updatedAt} seen or the database's time when this call began, whichever is earlier. Without {@code since} it reads no row and only answers. Only for a model with {@code updatedAt}.
     */
    default SyncPoint readChanged(
            @Nullable SyncPoint since, Duration overlap, Consumer<? super S> sink, LoadContext context) {
        throw new UnsupportedOperationException("This source cannot tell when a row changed");
    }
}
