package io.turnkey.json;

import io.turnkey.SnapshotFormatException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A row being read from bytes that may be anybody's: nothing is allocated for more than is there. */
final class BinaryInput {
    private static final int LONGEST_COUNT = 5;

    private final String model;
    private final byte[] bytes;
    private int at;
    private String attribute = "";

    /** The row of a model of this name. */
    BinaryInput(String model, byte[] bytes) {
        this.model = model;
        this.bytes = bytes;
    }

    /** What follows is of this attribute, for a message. */
    void at(String attribute) {
        this.attribute = attribute;
    }

    boolean bool() {
        int value = int8();
        if ((value & ~1) != 0) {
            throw refuse("expected 0 or 1");
        }
        return value != 0;
    }

    byte int8() {
        need(Byte.BYTES);
        return bytes[at++];
    }

    int int16() {
        return (int8() << Byte.SIZE) | (int8() & 0xff);
    }

    int int32() {
        need(Integer.BYTES);
        int value = (int) BinaryOutput.INTS.get(bytes, at);
        at += Integer.BYTES;
        return value;
    }

    long int64() {
        need(Long.BYTES);
        long value = (long) BinaryOutput.LONGS.get(bytes, at);
        at += Long.BYTES;
        return value;
    }

    /** A number that is not negative. */
    int count() {
        int value = 0;
        for (int i = 0; i < LONGEST_COUNT; i++) {
            int next = int8();
            value |= (next & 0x7f) << (7 * i);
            if (next >= 0) {
                if (value < 0) {
                    break;
                }
                return value;
            }
        }
        throw refuse("is a number that is too large");
    }

    /** How many elements follow, of a byte at least. */
    int size() {
        int size = count();
        need(size);
        return size;
    }

    byte[] bytes() {
        int size = size();
        at += size;
        return Arrays.copyOfRange(bytes, at - size, at);
    }

    String text() {
        int header = count();
        int chars = header >>> 1;
        if ((header & 1) != 0) {
            return wide(chars);
        }
        need(chars);
        at += chars;
        return new String(bytes, at - chars, chars, StandardCharsets.ISO_8859_1);
    }

    private String wide(int chars) {
        need(2L * chars);
        char[] text = new char[chars];
        for (int i = 0; i < chars; i++) {
            text[i] = (char) int16();
        }
        return new String(text);
    }

    /** Refuses what stands after the row. */
    void end() {
        if (at != bytes.length) {
            throw refuse("goes on after the end of the row");
        }
    }

    private void need(long more) {
        if (bytes.length - at < more) {
            throw refuse("is cut off");
        }
    }

    /** Refuses what stands here, without quoting it. */
    SnapshotFormatException refuse(String problem) {
        return refuse(problem, null);
    }

    SnapshotFormatException refuse(String problem, @Nullable Throwable cause) {
        return new SnapshotFormatException(model, 1, at + 1, "$." + attribute, problem, cause);
    }
}
