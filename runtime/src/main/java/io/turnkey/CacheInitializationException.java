package io.turnkey;

import org.jspecify.annotations.Nullable;

/** A group or cache could not be opened; the message names each model that failed, and {@link #getSuppressed()} holds why. */
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
