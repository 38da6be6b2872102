package io.turnkey.spi;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the caches of one name share with those of other processes: copies of rows, and the news of writes. One connection pool for all models of a group. No method waits for the network.
 */
public interface SecondLevel extends AutoCloseable {
    /**
     * Takes part in a model, once; before {@link #start}.
     *
     * @param fingerprint of what a row is written down as: what another version wrote is not found
     * @param member told of the others' writes
     */
    SharedModel join(String model, String fingerprint, Member member);

    /** Connects in the background, again and again until it succeeds, and whenever the connection is lost. */
    void start();

    /**
     * Waits until every member is {@link Member#connected}, the first attempt to connect has failed, or {@code timeout} has passed. A cache that is to hear of every write waits for this before it
     * loads its table.
     *
     * @return whether it is connected
     */
    boolean awaitFirstConnection(Duration timeout) throws InterruptedException;

    /** Whether the others' writes are heard, and copies can be had. */
    boolean isConnected();

    /** Of how many rows the writes have not been told for certain; everything of a model counts as one. */
    int undelivered();

    /** Sends what waits, for a limited time, and ends every connection and thread. What others can find stays. Idempotent. */
    @Override
    void close();

    /** Is told of the connection, for events and the log, on the thread that tells members: no method waits. Messages carry no secret. An outage is told once, however many attempts it takes. */
    interface Observer {
        /** It was lost, or could not be had. */
        void disconnected(Throwable cause);

        /** Attempt number {@code attempt} follows after {@code delay}. */
        void reconnecting(int attempt, Duration delay);

        /** It is there: every member has been told what it missed. */
        void connected();

        /** Something of a model failed that nobody waits for, an operation such as {@code "fill"}; {@code model} is {@code null} if it concerns all. */
        void failed(@Nullable String model, String operation, Throwable cause);
    }
}
