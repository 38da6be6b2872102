package io.turnkey.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes strictly: Jackson's own decoder lets some invalid bytes pass, and the JDK's reader loses what stands before them, and with it the place. */
final class Utf8Reader extends Reader {
    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer bytes = ByteBuffer.allocate(8192).flip();
    private boolean ended;
    private boolean invalid;
    private @Nullable IOException failure;

    Utf8Reader(InputStream in) {
        this.in = in;
    }

    /** Whether this exception is the stream's own. */
    @SuppressWarnings("ReferenceEquality") // another exception may equal it
    boolean failedWith(IOException e) {
        return e == failure;
    }

    /** Whether it ended since what follows is no UTF-8; an exception instead of the end would leave Jackson with a wrong idea of the place. */
    boolean isInvalid() {
        return invalid;
    }

    /** As {@link Reader#read(char[], int, int)}, for two characters at least. */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (chars.position() > offset) {
                return chars.position() - offset;
            }
            invalid = result.isError();
            if (invalid || ended) {
                return -1;
            }
            fill();
        }
    }

    private void fill() throws IOException {
        bytes.compact();
        try {
            int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
            if (read == 0) {
                throw new IOException(in.getClass().getName() + " reads nothing");
            }
            ended = read < 0;
            bytes.position(bytes.position() + Math.max(0, read));
        } catch (IOException e) {
            failure = e;
            throw e;
        } finally {
            bytes.flip();
        }
    }

    @Override
    public void close() {}
}
