package io.turnkey.json;

/** What the rows of a model are outside this process. */
interface RowForm<S> {
    /** Names the form; another one when rows of the same shape are written in another way. */
    String name();

    byte[] encode(S row);

    S decode(byte[] bytes);
}
