package io.turnkey.spi;

/**
 * An attribute of an entity as the database is asked for it.
 *
 * @param path its name, with dots through embeddables: {@code "email"}, {@code "address.city"}
 * @param reference whether it is an association of which only the target's id is read
 */
public record AttributePath(String path, boolean reference) {
    /** A value. */
    public static AttributePath of(String path) {
        return new AttributePath(path, false);
    }

    /** The id of the row that a to-one association leads to. */
    public static AttributePath idOf(String path) {
        return new AttributePath(path, true);
    }
}
