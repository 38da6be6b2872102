package io.turnkey.internal.store;

import io.turnkey.CacheOptions;
import io.turnkey.internal.time.CoarseClock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When an entry expires: its {@code ttl}, shortened by a share that depends on its stamp, so that its age can be told from its expiry alone. While the writes of other processes are not heard, what comes in lives for
 * a shorter time, and nothing is served that has expired.
 */
public final class Lifetime {
    /** Of what never expires. */
    public static final long FOREVER = Long.MAX_VALUE;

    /** Longer than any process runs, and still a number to add to a clock. */
    private static final long NEVER = Long.MAX_VALUE / 4;

    private final CoarseClock clock;
    private final long ttl;
    private final double jitter;
    private final long negativeTtl;
    private final long longestStale;
    private final long longestStaleIfError;
    private final long disconnectedTtl;

    /** As long lives what comes in, at most. */
    private volatile long longest = NEVER;

    private volatile long maxStale;
    private volatile long staleIfError;

    /** Before this moment, something may be in memory that came in when others were not heard. */
    private volatile long shortened = Long.MIN_VALUE;

    /**
     * The lifetimes that {@code options} ask for.
     *
     * @param disconnectedTtl how long something is served, at most, while other processes are not heard, as they are not from the beginning; {@code null} if there are none
     */
    public Lifetime(CacheOptions options, CoarseClock clock, @Nullable Duration disconnectedTtl) {
        this.clock = clock;
        this.ttl = options.expires() ? millis(options.ttl()) : NEVER;
        this.jitter = options.expires() ? options.ttlJitter() : 0;
        this.negativeTtl = millis(options.negativeTtl());
        this.longestStale =
                options.staleWhileRevalidate() ? millis(options.resolved().maxStale()) : 0;
        this.longestStaleIfError = millis(options.staleIfError());
        this.disconnectedTtl = disconnectedTtl == null ? NEVER : millis(disconnectedTtl);
        hears(disconnectedTtl == null);
    }

    /** Whether the writes of other processes are heard from now on. */
    public final void hears(boolean hears) {
        longest = hears ? NEVER : disconnectedTtl;
        maxStale = hears ? longestStale : 0;
        staleIfError = hears ? longestStaleIfError : 0;
        if (!hears) {
            shortened = Long.MAX_VALUE;
        } else if (shortened == Long.MAX_VALUE) {
            shortened = now() + disconnectedTtl;
        }
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
        long limit = staleIfError;
        return limit == 0 ? Long.MAX_VALUE : now() - limit;
    }

    /** What expired before this moment is not served any more, whatever happens. Who hears again serves what expired meanwhile, as ever. */
    public long keepLimit() {
        return now() - Math.max(longestStale, longestStaleIfError);
    }

    /** When something that was read at {@code moment} expires; {@code stamp} decides how much its life is shortened. */
    public long expiry(long moment, int stamp) {
        return moment + Math.min(longest, of(stamp));
    }

    /** When a "no such row" that was found at {@code moment} is forgotten. */
    public long negativeExpiry(long moment) {
        return moment + Math.min(longest, negativeTtl);
    }

    /** Whether "no such row" is remembered at all. */
    public boolean remembersNegatives() {
        return negativeTtl > 0;
    }

    /** The time of day at which the entry expires, {@code null} if it never does. */
    public @Nullable Instant expires(Entry<?> entry) {
        long now = now();
        // One that has just left expires now.
        long left = Math.max(now, entry.expiresAt()) - now;
        return left > NEVER / 2 ? null : clock.instant().plusMillis(left);
    }

    /** How long the entry may still be served, in milliseconds; not at all if that is not positive, {@link #FOREVER} if it never expires. */
    public long left(Entry<?> entry) {
        long end = entry.expiresAt();
        long now = now();
        if (end <= now) {
            return 0;
        }
        return end - now > NEVER / 2 ? FOREVER : end - now;
    }

    /** When a row expires whose life began at {@code moment} and ends at {@code end} at the latest, a time of day. */
    long expiry(long moment, int stamp, @Nullable Instant end) {
        long whole = expiry(moment, stamp);
        return end == null ? whole : Math.min(whole, millis(end));
    }

    /** The moment of this time of day; as far away as can be, if it is too far. */
    private long millis(Instant time) {
        Instant today = clock.instant();
        if (time.isAfter(today.plusMillis(NEVER))) {
            return now() + NEVER;
        }
        return now() + (time.isBefore(today) ? 0 : Duration.between(today, time).toMillis());
    }

    /** How long ago the entry was read, in milliseconds, or longer; 0 if that cannot be told: if the model has no {@code ttl} and it came in with one. */
    public long age(Entry<?> entry) {
        long now = now();
        long left = entry.expiresAt() - now;
        boolean unknown = ttl == NEVER && left < NEVER / 2;
        long whole = now < shortened && left <= disconnectedTtl
                ? Math.min(disconnectedTtl, of(entry.stamp))
                : of(entry.stamp);
        return unknown ? 0 : Math.max(0, whole - left);
    }

    private long of(int stamp) {
        // Fibonacci hashing spreads neighbouring stamps evenly over 0..1.
        double share = ((stamp * 0x9E3779B9) >>> 1) / (double) Integer.MAX_VALUE;
        return ttl - (long) (ttl * jitter * share);
    }
}
