package io.turnkey.internal.engine;

import org.jspecify.annotations.Nullable;

/** Closes something when the JVM exits, unless it has been closed before. */
public final class ShutdownHook implements AutoCloseable {
    private final String name;
    private final Runnable close;
    private @Nullable Thread thread;
    private boolean closed;

    /** Not registered yet; {@code close} is called on a thread of this name. */
    public ShutdownHook(String name, Runnable close) {
        this.name = name;
        this.close = close;
    }

    /**
     * Registers it, unless it is registered, or closed.
     *
     * @throws IllegalStateException if the JVM is exiting already
     */
    public synchronized void register() {
        if (thread == null && !closed) {
            Thread hook = new Thread(null, close, name, 0, false);
            Runtime.getRuntime().addShutdownHook(hook);
            thread = hook;
        }
    }

    /** Takes it back, for good. */
    @Override
    public synchronized void close() {
        closed = true;
        Thread hook = thread;
        if (hook != null) {
            thread = null;
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The JVM is exiting: the hook is running, or finds everything closed.
            }
        }
    }

    /** Whether it is registered; for tests. */
    public synchronized boolean isRegistered() {
        return thread != null;
    }
}
