package io.turnkey.redis.model;

import io.turnkey.spi.SharedChange;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message: the digit 1, epoch (16), sequence (16 digits), and what it is: {@code C} a change by a node, {@code R} a new epoch, {@code B} a heartbeat with its nonce.
 */
public sealed interface News {
    /** When it was sent. */
    Position position();

    /**
     * A write.
     *
     * @param origin the node that wrote
     */
    record Changed(Position position, String origin, SharedChange change) implements News {}

    /** The history was lost. */
    record Renewed(Position position) implements News {}

    /** A heartbeat. */
    record Beat(Position position, String nonce) implements News {}

    /** What a node tells of its write. */
    static byte[] body(String node, SharedChange change) {
        NewsWriter out = new NewsWriter();
        out.raw("C" + node);
        out.texts(change.ids());
        Map<String, Set<String>> hashes = change.keyHashes();
        out.count(hashes == null ? -1 : hashes.size());
        if (hashes != null) {
            hashes.forEach((key, values) -> {
                out.text(key);
                out.texts(values);
            });
        }
        return out.bytes();
    }

    /**
     * Reads a message.
     *
     * @throws IllegalArgumentException if it is none
     */
    static News read(byte[] message) {
        try {
            ByteBuffer in = ByteBuffer.wrap(message);
            if (in.get() != '1') {
                throw new IllegalArgumentException("A message of another format");
            }
            Position position = new Position(raw(in, 16), Long.parseLong(raw(in, 16)));
            byte kind = in.get();
            return switch (kind) {
                case 'C' -> new Changed(position, raw(in, 16), new SharedChange(texts(in), hashes(in)));
                case 'R' -> new Renewed(position);
                case 'B' -> new Beat(position, raw(in, in.remaining()));
                default -> throw new IllegalArgumentException("A message of an unknown kind");
            };
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("A message that ends too early", e);
        }
    }

    private static @Nullable Map<String, Set<String>> hashes(ByteBuffer in) {
        int count = in.getInt();
        if (count < 0) {
            return null;
        }
        Map<String, Set<String>> hashes = new HashMap<>();
        for (int i = 0; i < count; i++) {
            String key = raw(in, in.getInt());
            Set<String> values = texts(in);
            hashes.put(key, values == null ? Set.of() : values);
        }
        return hashes;
    }

    private static @Nullable Set<String> texts(ByteBuffer in) {
        int count = in.getInt();
        if (count < 0) {
            return null;
        }
        Set<String> texts = new HashSet<>();
        for (int i = 0; i < count; i++) {
            texts.add(raw(in, in.getInt()));
        }
        return texts;
    }

    private static String raw(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
