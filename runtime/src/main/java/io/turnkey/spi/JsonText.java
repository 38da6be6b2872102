package io.turnkey.spi;

import io.turnkey.SnapshotFormatException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** A text to be imported, as the bytes that imports read. */
final class JsonText {
    private JsonText() {}

    /**
     * The text in UTF-8.
     *
     * @throws SnapshotFormatException if half of a surrogate pair stands alone, which UTF-8 has no bytes for
     */
    static InputStream bytes(String model, String json) {
        CharBuffer text = CharBuffer.wrap(json);
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(text);
            return new ByteArrayInputStream(bytes.array(), bytes.arrayOffset(), bytes.remaining());
        } catch (CharacterCodingException e) {
            String before = json.substring(0, text.position());
            int line = 1 + (int) before.chars().filter(each -> each == '\n').count();
            int column = text.position() - before.lastIndexOf('\n');
            throw new SnapshotFormatException(
                    model, line, column, "$", "half of a surrogate pair stands alone; JSON writes it as an escape", e);
        }
    }
}
