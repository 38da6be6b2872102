package io.turnkey.internal.store;

/**
 * What a load is asked for: a key's value.
 *
 * @param key the key's position in the model: 0 for the id, its keys from 1, -1 for the whole table
 * @param value the value asked for
 */
public record Question(int key, Object value) {
    /** The position of the id. */
    public static final int BY_ID = 0;

    /** For who asks nothing. */
    static final int NOTHING = -2;

    /** The whole table. */
    public static final Question EVERYTHING = new Question(-1, "*");
}
