package io.turnkey.json;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** How values of one shape are written and read: as JSON, and as bytes. */
interface Codec {
    /** What a document says of it. */
    Schema schema();

    /** Whether there may be null in place of a value. */
    default boolean nullable() {
        return true;
    }

    /** Writes a value. */
    void write(Object value, Output out) throws IOException;

    /** Reads the value that begins at the current token, which is not null, and stops at its last one. */
    @Nullable
    Object read(Input in) throws IOException;

    /** The same without a text. */
    Binary binary();

    /** One that has no null. */
    static Codec primitive(Codec boxed) {
        return new Codec() {
            @Override
            public Schema schema() {
                return boxed.schema();
            }

            @Override
            public boolean nullable() {
                return false;
            }

            @Override
            public void write(Object value, Output out) throws IOException {
                boxed.write(value, out);
            }

            @Override
            public @Nullable Object read(Input in) throws IOException {
                return boxed.read(in);
            }

            @Override
            public Binary binary() {
                return boxed.binary().primitive();
            }
        };
    }
}
