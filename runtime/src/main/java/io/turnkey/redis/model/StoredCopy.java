package io.turnkey.redis.model;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * A copy as it is stored: epoch (16), sequence (16 digits), length of the version (4 digits), version; these the scripts read. Then fingerprint (16), checksum of the row (8 hex digits), whether it expires ({@code T} or {@code F}),
 * the row.
 */
final class StoredCopy {
    private static final int HEAD = 36;
    private static final int TAIL = 25;

    /** The row, if it is one that this version of the model wrote. */
    enum Kind {
        GOOD,
        FOREIGN,
        UNREADABLE
    }

    private final Kind kind;
    private final byte[] row;
    private final boolean expires;

    private StoredCopy(Kind kind, byte[] row, boolean expires) {
        this.kind = kind;
        this.row = row;
        this.expires = expires;
    }

    Kind kind() {
        return kind;
    }

    byte[] row() {
        return row;
    }

    boolean expires() {
        return expires;
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

    static byte[] write(String epoch, byte[] fingerprint, Offer offer) {
        byte[] version = offer.row().version() == null
                ? new byte[0]
                : offer.row().version().getBytes(StandardCharsets.UTF_8);
        byte[] row = offer.bytes();
        ByteBuffer copy = ByteBuffer.allocate(HEAD + version.length + TAIL + row.length);
        copy.put(ascii(epoch)).put(ascii(Replies.digits(offer.row().sequence())));
        copy.put(ascii(String.format(Locale.ROOT, "%04d", version.length))).put(version);
        copy.put(fingerprint).put(checksum(row)).put((byte) (offer.expires() ? 'T' : 'F'));
        return copy.put(row).array();
    }

    static StoredCopy read(byte[] copy, byte[] fingerprint) {
        int version = copy.length < HEAD ? -1 : number(copy);
        int start = HEAD + version;
        if (version < 0 || copy.length < start + TAIL) {
            return none(Kind.UNREADABLE);
        }
        byte[] row = Arrays.copyOfRange(copy, start + TAIL, copy.length);
        byte expires = copy[start + 24];
        if (!Arrays.equals(copy, start + 16, start + 24, checksum(row), 0, 8) || !(expires == 'T' || expires == 'F')) {
            return none(Kind.UNREADABLE);
        }
        if (!Arrays.equals(copy, start, start + 16, fingerprint, 0, 16)) {
            return none(Kind.FOREIGN);
        }
        return new StoredCopy(Kind.GOOD, row, expires == 'T');
    }

    private static StoredCopy none(Kind kind) {
        return new StoredCopy(kind, new byte[0], true);
    }

    private static int number(byte[] copy) {
        int number = 0;
        for (int i = 32; i < HEAD; i++) {
            if (copy[i] < '0' || copy[i] > '9') {
                return -1;
            }
            number = number * 10 + copy[i] - '0';
        }
        return number;
    }

    private static byte[] checksum(byte[] row) {
        CRC32C checksum = new CRC32C();
        checksum.update(row);
        return ascii(HexFormat.of().toHexDigits((int) checksum.getValue()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
