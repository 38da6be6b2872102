package io.turnkey.redis.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Redis: one server, or several that act as one. Every method may block, and throws what Jedis throws. */
public interface Server extends AutoCloseable {
    /** Whether one failure concerns every model; in a Cluster another model may live on another server. */
    boolean isOne();

    /** Makes ready for calls; again after a failure, to drop connections that may have broken. */
    void open();

    /** Runs a script the server knows. */
    Object evalsha(byte[] digest, List<byte[]> keys, List<byte[]> arguments);

    /** Runs a script and lets the server know it. */
    Object eval(byte[] text, List<byte[]> keys, List<byte[]> arguments);

    /** Some keys, maybe some twice; {@code pattern} holds a hash tag. */
    Page scan(byte[] cursor, byte[] pattern);

    /** Removes keys of one slot. */
    void unlink(List<byte[]> keys);

    /** Hears channels; not started yet. */
    Listening listening();

    /** Closes what was opened here. */
    @Override
    void close();

    /**
     * A part of the keys.
     *
     * @param next where the next part begins; {@code null} if this was the last
     * @param keys found
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Page(byte @Nullable [] next, List<byte[]> keys) {}
}
