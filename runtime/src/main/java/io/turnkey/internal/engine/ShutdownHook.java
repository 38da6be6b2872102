package io.turnkey.internal.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** Closes something when the JVM exits, unless it has been closed before. If that is under way the JVM waits for it, as for one that it has begun itself. */
public final class ShutdownHook implements AutoCloseable {
    private static final long MOST_SECONDS = 60;

    private final String name;
    private final Runnable close;
    private final CountDownLatch ended = new CountDownLatch(1);
    private @Nullable Thread thread;
    private boolean closed;

    /** Not registered yet; {@code close} is called on a thread of this name. Whoever closes has to call {@link #close()} in the end. */
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
            Thread hook = new Thread(null, this::run, name, 0, false);
            Runtime.getRuntime().addShutdownHook(hook);
            thread = hook;
        }
    }

    private void run() {
        close.run();
        try {
            // Another thread may have begun it, which the JVM does not wait for; nor does this for ever: that one may
            // wait for the exit.
            if (!ended.await(MOST_SECONDS, TimeUnit.SECONDS)) {
                LoggerFactory.getLogger("io.turnkey")
                        .warn("{}: not closed after {} s, exiting without it", name, MOST_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All is closed: takes it back, for good. */
    @Override
    public void close() {
        ended.countDown();
        takeBack();
    }

    private synchronized void takeBack() {
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
