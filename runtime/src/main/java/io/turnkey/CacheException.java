package io.turnkey;

import org.jspecify.annotations.Nullable;

/** What goes wrong inside a cache; its subclasses say what. */
public class CacheException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** An exception that has no other cause. */
    public CacheException(String message) {
        super(message);
    }

    /** An exception with the cause that led to it. */
    public CacheException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
