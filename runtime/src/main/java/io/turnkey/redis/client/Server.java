package io.turnkey.redis.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Redis: one server, or several that act as one. Every method may block, and throws what Jedis throws. */
public interface Server extends AutoCloseable {
    /** Whether one failure concerns every model; in a Cluster another model may live on another server. */
    boolean isOne();

    /** Makes ready for calls; again after a failure, to drop connections that may have broken. Throws after {@link #close}. */
    void open();

    /** Runs a script the server knows. */
    Object evalsha(byte[] digest, List<byte[]> keys, List<byte[]> arguments);

    /** Runs a script the server knows, then looks for values; both in one round trip, but not in one step. Only for one server: in a Cluster it is not found out where keys have moved to. */
    Answers evalshaAndMget(byte[] digest, List<byte[]> keys, List<byte[]> arguments, List<byte[]> values);

    /** Runs a script and lets the server know it. */
    Object eval(byte[] text, List<byte[]> keys, List<byte[]> arguments);

    /** Some keys, maybe some twice; {@code pattern} holds a hash tag. */
    Page scan(byte[] cursor, byte[] pattern);

    /** Removes keys of one slot. */
    void unlink(List<byte[]> keys);

    /** Hears channels; not started yet. */
    Listening listening();

    /** Closes what was opened here, and what is being opened; waits for neither. */
    @Override
    void close();

    /**
     * What came back together.
     *
     * @param script what it answered
     * @param values {@code null} where there is none
     */
    record Answers(Object script, List<byte @Nullable []> values) {}

    /**
     * A part of the keys.
     *
     * @param next where the next part begins; {@code null} if this was the last
     * @param keys found
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    record Page(byte @Nullable [] next, List<byte[]> keys) {}
}
