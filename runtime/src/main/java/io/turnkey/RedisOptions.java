package io.turnkey;

/** Where Redis is and how it is used. */
public final class RedisOptions {
    private RedisOptions() {}
}
