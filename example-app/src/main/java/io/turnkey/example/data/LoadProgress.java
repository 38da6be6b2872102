package io.turnkey.example.data;

/** Told how a load gets on. */
public interface LoadProgress {
    /** {@code total} rows of {@code what} will follow. */
    void begin(String what, int total);

    /** This many more rows are in. */
    void advance(int rows);

    /** All rows that were begun are in. */
    void end();
}
