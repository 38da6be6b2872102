package io.turnkey.redis.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A copy as it is stored: epoch (16), sequence (16 digits), when it expires (milliseconds of the server's clock, 13 digits, 0 for never), length of the version (4 digits), version; these the scripts read. Then fingerprint (16),
 * checksum of all the rest (8 hex digits), the row.
 */
final class StoredCopy {
    private static final int EPOCH = 16;
    private static final int SEQUENCE_END = 32;
    private static final int EXPIRY_END = 45;
    private static final int HEAD = 49;
    private static final int FINGERPRINT = 16;
    private static final int CHECKSUM = 8;
    private static final int TAIL = FINGERPRINT + CHECKSUM;

    /** What it is, to this version of the model and now. */
    enum Kind {
        GOOD,
        /** It was one: its epoch or its life has ended. */
        OVER,
        /** Another version of the model wrote it. */
        FOREIGN,
        UNREADABLE
    }

    private final Kind kind;
    private final byte[] row;
    private final @Nullable Duration left;

    private StoredCopy(Kind kind, byte[] row, @Nullable Duration left) {
        this.kind = kind;
        this.row = row;
        this.left = left;
    }

    Kind kind() {
        return kind;
    }

    byte[] row() {
        return row;
    }

    /** How long it may still be served; {@code null} for ever. */
    @Nullable
    Duration left() {
        return left;
    }

    /** Sixteen characters for any text that tells one version of a model from another. */
    static byte[] fingerprint(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8).getBytes(StandardCharsets.US_ASCII);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code expires} is when, by the server's clock in milliseconds; 0 for never. */
    static byte[] write(String epoch, byte[] fingerprint, long expires, Offer offer) {
        byte[] version = offer.row().version() == null
                ? new byte[0]
                : offer.row().version().getBytes(StandardCharsets.UTF_8);
        byte[] row = offer.bytes();
        ByteBuffer copy = ByteBuffer.allocate(HEAD + version.length + TAIL + row.length);
        copy.put(ascii(epoch));
        digits(copy, SEQUENCE_END, offer.row().sequence());
        digits(copy, EXPIRY_END, expires);
        digits(copy, HEAD, version.length);
        int checksum = copy.put(version).put(fingerprint).position();
        copy.position(checksum + CHECKSUM).put(row);
        return copy.put(checksum, checksum(copy.array(), checksum)).array();
    }

    /** Puts a number that ends there, after zeros. */
    private static void digits(ByteBuffer copy, int end, long number) {
        long rest = number;
        for (int i = end - 1; i >= copy.position(); i--) {
            copy.put(i, (byte) ('0' + rest % 10));
            rest /= 10;
        }
        copy.position(end);
    }

    static StoredCopy read(byte[] copy, Measure measure) {
        long sequence = copy.length < HEAD ? -1 : number(copy, EPOCH, SEQUENCE_END);
        long expires = copy.length < HEAD ? -1 : number(copy, SEQUENCE_END, EXPIRY_END);
        long version = copy.length < HEAD ? -1 : number(copy, EXPIRY_END, HEAD);
        if (sequence < 0 || expires < 0 || version < 0 || !isEpoch(copy)) {
            return none(Kind.UNREADABLE);
        }
        if (!Arrays.equals(copy, 0, EPOCH, measure.epoch(), 0, measure.epoch().length) || sequence < measure.floor()) {
            return none(Kind.OVER);
        }
        int start = HEAD + (int) version;
        int checksum = start + FINGERPRINT;
        if (copy.length < start + TAIL
                || !Arrays.equals(copy, checksum, checksum + CHECKSUM, checksum(copy, checksum), 0, CHECKSUM)) {
            return none(Kind.UNREADABLE);
        }
        if (!Arrays.equals(copy, start, checksum, measure.fingerprint(), 0, FINGERPRINT)) {
            return none(Kind.FOREIGN);
        }
        long left = expires - measure.clock();
        return expires > 0 && left <= 0
                ? none(Kind.OVER)
                : new StoredCopy(
                        Kind.GOOD,
                        Arrays.copyOfRange(copy, start + TAIL, copy.length),
                        expires == 0 ? null : Duration.ofMillis(left));
    }

    private static StoredCopy none(Kind kind) {
        return new StoredCopy(kind, new byte[0], null);
    }

    /** Whether it begins as every copy does; of an earlier epoch nothing else is looked at. */
    private static boolean isEpoch(byte[] copy) {
        for (int i = 0; i < EPOCH; i++) {
            byte c = copy[i];
            if (!((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' || c == '-')) {
                return false;
            }
        }
        return true;
    }

    /** The number whose digits these are, or -1. */
    private static long number(byte[] copy, int from, int end) {
        long number = 0;
        for (int i = from; i < end; i++) {
            if (copy[i] < '0' || copy[i] > '9') {
                return -1;
            }
            number = number * 10 + copy[i] - '0';
        }
        return number;
    }

    /** Of what is before and after the checksum, which is at {@code position}. */
    private static byte[] checksum(byte[] copy, int position) {
        CRC32C checksum = new CRC32C();
        checksum.update(copy, 0, position);
        checksum.update(copy, position + CHECKSUM, copy.length - position - CHECKSUM);
        return ascii(HexFormat.of().toHexDigits((int) checksum.getValue()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
