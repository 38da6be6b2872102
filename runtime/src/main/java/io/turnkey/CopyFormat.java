package io.turnkey;

/** What a row is in Redis. Nodes of different formats hear of each other's writes, and take each other's copies for misses. */
public enum CopyFormat {
    /** Bytes, small and quick to write and to read. */
    BINARY,

    /** A text that a person can read, see docs/redis.md. */
    JSON
}
