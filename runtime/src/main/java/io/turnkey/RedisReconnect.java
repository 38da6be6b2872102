package io.turnkey;

import java.time.Duration;

/**
 * How a lost connection is tried again: each pause is {@code factor} times the one before.
 *
 * @param retries how often; {@link #UNLIMITED} until it succeeds
 * @param factor by how much each pause is longer than the one before, at least 1
 * @param minDelay the first pause
 * @param maxDelay the longest pause
 * @param jitter the share of each pause, 0 to 1, by which it is shortened at random, so that not all nodes come at once
 */
public record RedisReconnect(int retries, double factor, Duration minDelay, Duration maxDelay, double jitter) {
    /** It is tried until it succeeds. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** Without limit, 100 ms to 5 s, each pause twice the one before, shortened by up to a fifth. */
    public static final RedisReconnect DEFAULT =
            new RedisReconnect(UNLIMITED, 2, Duration.ofMillis(100), Duration.ofSeconds(5), 0.2);

    /** Checks each value. */
    public RedisReconnect {
        if (retries < 0) {
            throw new IllegalArgumentException("retries must not be negative, but is " + retries);
        }
        if (!(factor >= 1 && factor <= 1_000)) {
            throw new IllegalArgumentException("factor must be between 1 and 1000, but is " + factor);
        }
        if (minDelay.toMillis() < 1) {
            throw new IllegalArgumentException("minDelay must be at least 1 ms, but is " + minDelay);
        }
        if (maxDelay.compareTo(minDelay) < 0) {
            throw new IllegalArgumentException(
                    "maxDelay must not be shorter than minDelay (" + minDelay + "), but is " + maxDelay);
        }
        if (!(jitter >= 0 && jitter <= 1)) {
            throw new IllegalArgumentException("jitter must be between 0 and 1, but is " + jitter);
        }
    }

    /**
     * The pause before an attempt.
     *
     * @param attempt 1 for the first
     * @param random 0 to 1, how much of the jitter is used
     */
    public Duration delay(int attempt, double random) {
        double grown = minDelay.toMillis() * Math.pow(factor, attempt - 1.0);
        double bounded = Math.min(grown, (double) maxDelay.toMillis());
        return Duration.ofMillis(Math.max(1, Math.round(bounded * (1 - jitter * random))));
    }
}
