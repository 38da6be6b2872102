package io.turnkey;

import org.jspecify.annotations.Nullable;

/**
 * A group or cache could not be opened; the message names each model that failed, and {@link #getSuppressed()} holds why. Both repeat what the database said, which may quote a row's value, unless {@link CacheGroup#waitUntilReady} threw it: that tells what
 * {@link CacheGroup#health} tells.
 */
public class CacheInitializationException extends CacheException {
    private static final long serialVersionUID = 1L;

    /** An exception that has no single cause. */
    public CacheInitializationException(String message) {
        super(message);
    }

    /** An exception with the cause that led to it. */
    public CacheInitializationException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
