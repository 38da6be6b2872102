package io.turnkey.internal.group;

import io.turnkey.RedisReconnect;
import io.turnkey.internal.stats.FailureStreak.Failures;
import java.time.Duration;

/**
 * A time without Redis.
 *
 * @param since when it began, in milliseconds, as {@code next}
 * @param cause why
 * @param attempt the number of the attempt to connect that comes next, or is under way; 0 before the first is planned
 * @param next when that is
 */
record RedisOutage(long since, Throwable cause, int attempt, long next) {
    RedisOutage(long since, Throwable cause) {
        this(since, cause, 0, since);
    }

    RedisOutage before(int attempt, long next) {
        return new RedisOutage(since, cause, attempt, next);
    }

    /** {@code Redis failed 12 s ago (why); attempt 4 in 2 s}. */
    String text(long now, RedisReconnect reconnect) {
        Duration ago = Duration.ofMillis(Math.max(0, now - since));
        return Sentences.failed("Redis", new Failures(1, ago, ago, cause)) + "; " + attempt(now, reconnect);
    }

    private String attempt(long now, RedisReconnect reconnect) {
        if (reconnect.retries() == 0) {
            return "it is not tried again";
        }
        if (now < next) {
            return "attempt " + attempt + " in " + Sentences.text(Duration.ofMillis(next - now));
        }
        return attempt < reconnect.retries()
                ? "attempt " + attempt + " is under way"
                : "attempt " + attempt + " is the last one";
    }
}
