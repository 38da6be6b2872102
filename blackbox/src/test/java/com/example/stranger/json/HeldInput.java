package com.example.stranger.json;

import com.example.stranger.fresh.Gate;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A text that stops at a gate on its way. */
final class HeldInput extends InputStream {
    /** How much has come when it stops. */
    enum At {
        NOTHING,
        ALL_BUT_THE_LAST_BYTE
    }

    private final byte[] text;
    private final int stop;
    private final Gate gate = new Gate();
    private int next;

    HeldInput(String text, At at) {
        this.text = text.getBytes(StandardCharsets.UTF_8);
        stop = at == At.NOTHING ? 0 : this.text.length - 1;
    }

    Gate gate() {
        return gate;
    }

    @Override
    public int read() {
        if (next == stop) {
            gate.pass();
        }
        return next < text.length ? text[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        if (next == stop) {
            gate.pass();
        }
        int count = Math.min(length, (next < stop ? stop : text.length) - next);
        System.arraycopy(text, next, bytes, offset, count);
        next += count;
        return count == 0 && length > 0 ? -1 : count;
    }
}
