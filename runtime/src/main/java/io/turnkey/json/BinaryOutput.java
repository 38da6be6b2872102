package io.turnkey.json;

import io.turnkey.CacheException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row being written as bytes, in one pass into one array that grows. */
final class BinaryOutput {
    static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** Most rows are smaller; the collector clears it for little. */
    private static final int USUAL = 256;

    /** Redis takes no larger value. */
    private static final long LARGEST = 512 << 20;

    private static final int LONGEST_COUNT = 5;

    private final String model;
    private byte[] bytes = new byte[USUAL];
    private int length;
    private String attribute = "";

    /** The row of a model of this name. */
    BinaryOutput(String model) {
        this.model = model;
    }

    /** What was written. */
    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** What follows is of this attribute, for a message. */
    void at(String attribute) {
        this.attribute = attribute;
    }

    void bool(boolean value) {
        int8(value ? 1 : 0);
    }

    void int8(int value) {
        room(Byte.BYTES);
        bytes[length++] = (byte) value;
    }

    void int16(int value) {
        int8(value >> Byte.SIZE);
        int8(value);
    }

    void int32(int value) {
        room(Integer.BYTES);
        INTS.set(bytes, length, value);
        length += Integer.BYTES;
    }

    void int64(long value) {
        room(Long.BYTES);
        LONGS.set(bytes, length, value);
        length += Long.BYTES;
    }

    /** A number that is not negative and most often small: seven bits a byte, the lowest first. */
    void count(int value) {
        room(LONGEST_COUNT);
        int rest = value;
        for (; rest > 0x7f; rest >>>= 7) {
            bytes[length++] = (byte) (rest | 0x80);
        }
        bytes[length++] = (byte) rest;
    }

    void bytes(byte[] value) {
        count(value.length);
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    /** One byte a character if all are Latin 1, else two: so every text survives, half a surrogate pair too. */
    void text(String text) {
        int start = length;
        int chars = text.length();
        room(LONGEST_COUNT + (long) chars);
        count(chars << 1);
        if (isLatin(text, bytes, length)) {
            length += chars;
        } else {
            length = start;
            wide(text);
        }
    }

    /** Copies the low half of each character, and answers whether there is no other half. */
    private static boolean isLatin(String text, byte[] to, int at) {
        int seen = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            seen |= c;
            to[at + i] = (byte) c;
        }
        return seen <= 0xff;
    }

    private void wide(String text) {
        room(LONGEST_COUNT + 2L * text.length());
        count((text.length() << 1) | 1);
        for (int i = 0; i < text.length(); i++) {
            int16(text.charAt(i));
        }
    }

    private void room(long more) {
        if (bytes.length - length < more) {
            grow(length + more);
        }
    }

    private void grow(long needed) {
        if (needed > LARGEST) {
            throw refuse("the row is larger than " + LARGEST + " bytes", null);
        }
        bytes = Arrays.copyOf(bytes, (int) Math.max(needed, 2L * bytes.length));
    }

    /** Refuses to write a value. */
    CacheException refuse(String problem, @Nullable Throwable cause) {
        return new CacheException(model + ", " + attribute + ": " + problem, cause);
    }
}
