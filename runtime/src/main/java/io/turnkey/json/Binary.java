package io.turnkey.json;

import org.jspecify.annotations.Nullable;

/**
 * How values of one shape are bytes. Encoder and decoder are fields of their own, so that each value costs one call through an interface.
 *
 * @param nullable whether there may be null in place of a value: a byte then says which it is
 */
record Binary(boolean nullable, Encoder encoder, Decoder decoder) {
    /** Writes a value. */
    @FunctionalInterface
    interface Encoder {
        void encode(Object value, BinaryOutput out);
    }

    /** Reads a value. */
    @FunctionalInterface
    interface Decoder {
        @Nullable
        Object decode(BinaryInput in);
    }

    Binary(Encoder encoder, Decoder decoder) {
        this(true, encoder, decoder);
    }

    /** One that has no null. */
    Binary primitive() {
        return new Binary(false, encoder, decoder);
    }

    void write(@Nullable Object value, BinaryOutput out) {
        if (nullable) {
            out.bool(value != null);
        } else if (value == null) {
            throw out.refuse("must not be null", null);
        }
        if (value != null) {
            encoder.encode(value, out);
        }
    }

    @Nullable
    Object read(BinaryInput in) {
        return nullable && !in.bool() ? null : decoder.decode(in);
    }
}
