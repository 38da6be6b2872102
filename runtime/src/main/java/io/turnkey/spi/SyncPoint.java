package io.turnkey.spi;

/** A moment on the clock that writes a model's {@code updatedAt}; only the source that made it can read it. */
public interface SyncPoint {}
