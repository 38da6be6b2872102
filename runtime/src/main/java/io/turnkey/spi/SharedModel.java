package io.turnkey.spi;

import java.time.Duration;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One model in the second level. No method throws because of the network. */
public interface SharedModel {
    /**
     * Copies of rows, in one round trip, or a few if they are many. Waits for it, once and no longer than the command timeout, and leaves out what was not answered by then; answers at once with none while the second level cannot be trusted or reached, and leaves out rows whose
     * invalidation has not reached it yet.
     */
    Reading read(List<Question> questions);

    /** What a load that begins now must know to offer its rows later; {@code null} while the second level cannot be trusted. Never waits. */
    @Nullable
    Stamp stamp();

    /** Offers rows that were read from the database by a load that began at {@code stamp}; returns at once. Offers that were not sent yet give way to later ones of the same row. */
    void fill(Stamp stamp, Collection<Fill> rows);

    /**
     * The same for rows of which there may be copies already: it is asked first, and those are written that it lacks, has an older version of, or would soon lose. Where they are more than may wait, they are
     * taken from {@code rows} later, on another thread, as they can be sent; until they are, or the connection is lost, or more such rows are offered.
     *
     * @param most how many they are at most
     */
    void fillMissing(Stamp stamp, int most, Iterator<Fill> rows);

    /** The copies of these rows were found to be outdated although nobody told of a write: they are dropped, and from now on not read; returns at once. Nobody is told. */
    void forget(Collection<String> ids);

    /** Tells everybody of a write; returns at once. From now on until it has been delivered, its rows are not read from the second level. Never forgotten: what cannot be delivered is told when the connection is back. */
    void publish(SharedChange change);

    /** How often messages were missed, and made up for by {@link Member#changed} or {@link Member#lost}; the {@code lost} before the first connection does not count. */
    long repairs();

    /** Drops every copy and tells everybody; returns at once. */
    void clear();

    /**
     * Asks for a row.
     *
     * @param key the name of the unique key, or {@code null} for the id
     * @param value the id's text, or the hash of the key's value
     */
    record Question(@Nullable String key, String value) {}

    /**
     * What was found.
     *
     * @param stamp as {@link SharedModel#stamp()}, of the moment of reading; {@code null} if nothing was asked
     * @param rows what was found, by the question
     */
    record Reading(@Nullable Stamp stamp, Map<Question, Copy> rows) {
        /** Nothing was asked. */
        public static final Reading NONE = new Reading(null, Map.of());
    }

    /**
     * A copy of a row.
     *
     * @param id the text of its id
     * @param bytes the row, as it was offered
     * @param left how long it may still be served; {@code null} for ever
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Copy(String id, byte[] bytes, @Nullable Duration left) {}

    /**
     * A moment in the history of a model.
     *
     * @param epoch changes whenever the history was lost
     * @param sequence the number of the last write
     */
    record Stamp(String epoch, long sequence) {}

    /**
     * A row that is offered.
     *
     * @param id the text of its id
     * @param version a text whose UTF-8 sorts, byte by byte, as the row's version does; {@code null} if it has none
     * @param expiresAtNanos when it expires on the scale of {@link System#nanoTime}; {@code null} for never
     * @param keyHashes makes the hash of each unique key's value, by the key's name; called as {@code bytes}
     * @param bytes writes the row down; called when it is sent, on another thread
     */
    record Fill(
            String id,
            @Nullable String version,
            @Nullable Long expiresAtNanos,
            Supplier<Map<String, String>> keyHashes,
            Supplier<byte[]> bytes) {}
}
