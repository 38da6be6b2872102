package io.turnkey.testing.engine;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Holds the thread that comes to it until it is opened. */
public final class Gate {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch opened = new CountDownLatch(1);

    /** For the thread that is to be held. */
    public void pass() {
        reached.countDown();
        await(opened, "Nobody opened the gate");
    }

    /** Waits until a thread is held here. */
    public void awaitReached() {
        await(reached, "Nobody came to the gate");
    }

    /** Lets everybody pass, now and later. */
    public void open() {
        opened.countDown();
    }

    private static void await(CountDownLatch latch, String otherwise) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(otherwise);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
