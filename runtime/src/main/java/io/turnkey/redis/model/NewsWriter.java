package io.turnkey.redis.model;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what {@link News} reads: each text after its length, each set after its size, -1 for none. */
final class NewsWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    void raw(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        count(bytes.length);
        out.writeBytes(bytes);
    }

    void count(int count) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
    }

    void texts(@Nullable Set<String> texts) {
        count(texts == null ? -1 : texts.size());
        if (texts != null) {
            texts.forEach(this::text);
        }
    }

    byte[] bytes() {
        return out.toByteArray();
    }
}
