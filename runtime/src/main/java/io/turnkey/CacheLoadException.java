package io.turnkey;

import org.jspecify.annotations.Nullable;

/**
 * The database could not answer: it failed, or it took longer than {@code loadTimeout}. Or its answer is more than was allowed: a list longer than {@code maxListSize}, a table larger than {@code maxSize} that is to be
 * kept whole. Never stands for "no such row".
 */
public class CacheLoadException extends CacheException {
    private static final long serialVersionUID = 1L;

    /** A load that failed without an exception, for example by taking too long. */
    public CacheLoadException(String message) {
        super(message);
    }

    /** A load that failed with {@code cause}. */
    public CacheLoadException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
