package io.turnkey.spi;

/**
 * What the rows of one model, their ids and the values of their keys are outside this process. Every process that caches the model, of whatever version, gives one id one text, and one key value one hash.
 *
 * @param <S> the snapshot
 * @param <ID> the id
 */
public interface SharedForm<S, ID> {
    /** Changes with whatever changes what {@link #encode} writes: attributes, their types, embeddables, the constants of enums. */
    String fingerprint();

    /**
     * Writes a row down.
     *
     * @throws io.turnkey.CacheException if it has a value that cannot be written
     */
    byte[] encode(S row);

    /**
     * The row that was written down.
     *
     * @throws io.turnkey.SnapshotFormatException if it is none, whatever it is
     */
    S decode(byte[] bytes);

    /** The text of an id. */
    String idText(ID id);

    /**
     * The id of a text.
     *
     * @throws io.turnkey.SnapshotFormatException if it is none
     */
    ID id(String text);

    /** The hash of a key's value: values that are equal have the same one. */
    <K> String hash(KeyModel<S, K> key, K value);
}
