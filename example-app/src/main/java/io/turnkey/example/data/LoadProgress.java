package io.turnkey.example.data;

/** Told how a load gets on. */
public interface LoadProgress {
    /** Tells nobody. */
    LoadProgress NONE = new LoadProgress() {
        @Override
        public void begin(String what, int total) {}

        @Override
        public void advance(int rows) {}

        @Override
        public void end() {}
    };

    /** {@code total} rows of {@code what} will follow. */
    void begin(String what, int total);

    /** This many more rows are in. */
    void advance(int rows);

    /** All rows that were begun are in. */
    void end();
}
