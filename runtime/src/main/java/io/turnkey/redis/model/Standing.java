package io.turnkey.redis.model;

import java.time.Duration;

/**
 * Where a model's history stands on the server that answered.
 *
 * @param position now
 * @param age how long ago the epoch began
 * @param clock of the server, in milliseconds
 */
public record Standing(Position position, Duration age, long clock) {}
