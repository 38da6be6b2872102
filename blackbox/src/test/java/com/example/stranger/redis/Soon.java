package com.example.stranger.redis;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What becomes true once messages have arrived, however slow the machine is. */
final class Soon {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private Soon() {}

    /** Tries until nothing is thrown; throws what the last attempt threw. */
    static void soon(ThrowingCallable assertion) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try {
                assertion.call();
                return;
            } catch (Throwable e) {
                if (System.nanoTime() - deadline > 0) {
                    throw new AssertionError("It did not become true: " + e.getMessage(), e);
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
            }
        }
    }
}
