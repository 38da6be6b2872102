package io.turnkey.annotation;

/** How much of its table a cache loads when it starts. */
public enum LoadMode {
    /** Loads the whole table if it fits into {@code maxSize}; otherwise the model becomes {@link #LAZY}. */
    AUTO,
    /** Keeps the whole table; more rows than {@code maxSize} is an error. */
    FULL,
    /** Loads nothing at start; rows come when they are asked for. */
    LAZY
}
