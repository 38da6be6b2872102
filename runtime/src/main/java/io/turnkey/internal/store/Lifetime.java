package io.turnkey.internal.store;

import io.turnkey.CacheOptions;
import io.turnkey.internal.time.CoarseClock;
import java.time.Duration;

/** When an entry expires: its {@code ttl}, shortened by a share that depends on its stamp, so that its age can be told from its expiry alone. */
public final class Lifetime {
    /** Longer than any process runs, and still a number to add to a clock. */
    private static final long NEVER = Long.MAX_VALUE / 4;

    private final CoarseClock clock;
    private final long ttl;
    private final double jitter;
    private final long negativeTtl;
    private final long maxStale;
    private final long staleIfError;

    /** The lifetimes that {@code options} ask for. */
    public Lifetime(CacheOptions options, CoarseClock clock) {
        this.clock = clock;
        this.ttl = options.expires() ? millis(options.ttl()) : NEVER;
        this.jitter = options.expires() ? options.ttlJitter() : 0;
        this.negativeTtl = millis(options.negativeTtl());
        this.maxStale =
                options.staleWhileRevalidate() ? millis(options.resolved().maxStale()) : 0;
        this.staleIfError = millis(options.staleIfError());
    }

    private static long millis(Duration duration) {
        return duration.compareTo(Duration.ofMillis(NEVER)) >= 0 ? NEVER : duration.toMillis();
    }

    /** Now. */
    public long now() {
        return clock.millis();
    }

    /** What has not expired before this moment may be served, since it is read again. */
    public long staleLimit() {
        return now() - maxStale;
    }

    /** What has not expired before this moment may be served if it cannot be read again. */
    public long errorLimit() {
        return staleIfError == 0 ? Long.MAX_VALUE : now() - staleIfError;
    }

    /** What expired before this moment is not served any more, whatever happens. */
    public long keepLimit() {
        return now() - Math.max(maxStale, staleIfError);
    }

    /** When something that was read at {@code moment} expires; {@code stamp} decides how much its life is shortened. */
    public long expiry(long moment, int stamp) {
        return moment + of(stamp);
    }

    /** When a "no such row" that was found at {@code moment} is forgotten. */
    public long negativeExpiry(long moment) {
        return moment + negativeTtl;
    }

    /** Whether "no such row" is remembered at all. */
    public boolean remembersNegatives() {
        return negativeTtl > 0;
    }

    /** How long ago the entry was read, in milliseconds. */
    long age(Entry<?> entry) {
        return Math.max(0, now() - (entry.expiresAt() - of(entry.stamp)));
    }

    private long of(int stamp) {
        // Fibonacci hashing spreads neighbouring stamps evenly over 0..1.
        double share = ((stamp * 0x9E3779B9) >>> 1) / (double) Integer.MAX_VALUE;
        return ttl - (long) (ttl * jitter * share);
    }
}
