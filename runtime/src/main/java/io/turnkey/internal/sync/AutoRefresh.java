package io.turnkey.internal.sync;

/** Syncs one model now and then. */
public final class AutoRefresh implements AutoCloseable {
    /** Starts the timer, unless it is running. */
    public void start() {}

    /** Stops the timer. */
    public void stop() {}

    @Override
    public void close() {}
}
