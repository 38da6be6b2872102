package io.turnkey;

import io.turnkey.annotation.LoadMode;
import java.time.Duration;
import java.util.Objects;

/**
 * How one cache behaves; immutable. The defaults are those of {@code @Cacheable}. Later versions have more options: make it by {@link #builder()} and
 * {@link #toBuilder()}, not by its constructor.
 *
 * <pre>{@code
 * GeneratedCaches.all().configure(UserCache.class, o -> o.ttl(Duration.ofMinutes(1)).maxSize(10_000));
 * }</pre>
 *
 * @param load how much of the table is loaded at start
 * @param ttl how long a row is served without being read again, at most; {@link #FOREVER} for ever
 * @param ttlJitter the share of {@code ttl}, 0 to 1, by which an entry's life is shortened at random
 * @param staleWhileRevalidate whether a row that expired less than {@code maxStale} ago is served at once and read again in the background
 * @param maxStale for how long after its {@code ttl} a row may be served while it is read again; {@link #AUTOMATIC} for as long again as {@code ttl}
 * @param staleIfError for how long after its {@code ttl} a row is still served if the database fails; {@link Duration#ZERO} not at all
 * @param maxSize the most rows in memory; {@link #UNLIMITED} for no bound
 * @param maxListSize the longest list that a key which is not unique, or {@code listAll()}, answers with
 * @param refreshInterval how often what changed is read in the background; {@link Duration#ZERO} for never; {@link #AUTOMATIC} for five minutes for a table that is kept whole, else never
 * @param syncOverlap how far before the last one an incremental refresh begins
 * @param reconcileInterval how often a refresh compares every row; {@link #AUTOMATIC} for half the {@code ttl}, or an hour without one
 * @param cleanupInterval how often rows are removed that may not be served any more, not even stale; {@link Duration#ZERO} for never
 * @param readThrough whether a miss reads the database
 * @param negativeTtl for how long it is remembered that a key has no row; {@link Duration#ZERO} not at all
 * @param loadTimeout how long a caller waits for the database before a load fails; in an initial load or a sync, how long the next row may take
 * @param enabled {@code false} starts the cache in bypass
 */
public record CacheOptions(
        LoadMode load,
        Duration ttl,
        double ttlJitter,
        boolean staleWhileRevalidate,
        Duration maxStale,
        Duration staleIfError,
        int maxSize,
        int maxListSize,
        Duration refreshInterval,
        Duration syncOverlap,
        Duration reconcileInterval,
        Duration cleanupInterval,
        boolean readThrough,
        Duration negativeTtl,
        Duration loadTimeout,
        boolean enabled) {

    /** No bound on the number of rows. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /** A {@code ttl} that never ends. */
    public static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

    /** Lets the cache choose, as the option's description says; {@link #resolved()} shows what it chose. */
    public static final Duration AUTOMATIC = Duration.ofSeconds(-1);

    private static final Duration DEFAULT_REFRESH = Duration.ofMinutes(5);
    private static final Duration DEFAULT_RECONCILE = Duration.ofHours(1);

    /** Checks every option, see {@link Builder}. */
    public CacheOptions {
        positive("ttl", ttl);
        automaticOrNotNegative("maxStale", maxStale);
        notNegative("staleIfError", staleIfError);
        automaticOrNotNegative("refreshInterval", refreshInterval);
        notNegative("syncOverlap", syncOverlap);
        if (!reconcileInterval.equals(AUTOMATIC)) {
            positive("reconcileInterval", reconcileInterval);
        }
        notNegative("cleanupInterval", cleanupInterval);
        notNegative("negativeTtl", negativeTtl);
        positive("loadTimeout", loadTimeout);
        if (!(ttlJitter >= 0 && ttlJitter <= 1)) {
            throw new IllegalArgumentException("ttlJitter must be between 0 and 1, but is " + ttlJitter);
        }
        positive("maxSize", maxSize);
        positive("maxListSize", maxListSize);
    }

    /** Whether rows expire at all. */
    public boolean expires() {
        return !ttl.equals(FOREVER);
    }

    /** These options, with what {@link #AUTOMATIC} stands for in its place. */
    public CacheOptions resolved() {
        Builder resolved = toBuilder();
        if (maxStale.equals(AUTOMATIC)) {
            resolved.maxStale(ttl);
        }
        if (refreshInterval.equals(AUTOMATIC)) {
            resolved.refreshInterval(load == LoadMode.LAZY ? Duration.ZERO : DEFAULT_REFRESH);
        }
        if (reconcileInterval.equals(AUTOMATIC)) {
            // Half of the shortest ttl there is, rounded up.
            resolved.reconcileInterval(expires() ? ttl.minus(ttl.dividedBy(2)) : DEFAULT_RECONCILE);
        }
        return resolved.build();
    }

    /** The defaults of {@code @Cacheable}. */
    public static Builder builder() {
        return new Builder();
    }

    /** These options, to change some of them. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    private static void positive(String option, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(option + " must be longer than zero, but is " + value);
        }
    }

    private static void automaticOrNotNegative(String option, Duration value) {
        if (!value.equals(AUTOMATIC)) {
            notNegative(option, value);
        }
    }

    private static void notNegative(String option, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(option + " must not be negative, but is " + value);
        }
    }

    private static void positive(String option, int value) {
        if (value <= 0) {
            throw new IllegalArgumentException(option + " must be at least 1, but is " + value);
        }
    }

    /** Collects options; each setter replaces what was set before, so that overrides can be layered, and throws {@link NullPointerException} for null. */
    public static final class Builder {
        private LoadMode load = LoadMode.AUTO;
        private Duration ttl = Duration.ofHours(1);
        private double ttlJitter = 0.1;
        private boolean staleWhileRevalidate = true;
        private Duration maxStale = AUTOMATIC;
        private Duration staleIfError = Duration.ZERO;
        private int maxSize = 50_000;
        private int maxListSize = 10_000;
        private Duration refreshInterval = AUTOMATIC;
        private Duration syncOverlap = Duration.ofMinutes(1);
        private Duration reconcileInterval = AUTOMATIC;
        private Duration cleanupInterval = Duration.ofMinutes(1);
        private boolean readThrough = true;
        private Duration negativeTtl = Duration.ZERO;
        private Duration loadTimeout = Duration.ofSeconds(5);
        private boolean enabled = true;

        private Builder() {}

        private Builder(CacheOptions options) {
            load = options.load;
            ttl = options.ttl;
            ttlJitter = options.ttlJitter;
            staleWhileRevalidate = options.staleWhileRevalidate;
            maxStale = options.maxStale;
            staleIfError = options.staleIfError;
            maxSize = options.maxSize;
            maxListSize = options.maxListSize;
            refreshInterval = options.refreshInterval;
            syncOverlap = options.syncOverlap;
            reconcileInterval = options.reconcileInterval;
            cleanupInterval = options.cleanupInterval;
            readThrough = options.readThrough;
            negativeTtl = options.negativeTtl;
            loadTimeout = options.loadTimeout;
            enabled = options.enabled;
        }

        /** How much of the table is loaded at start. */
        public Builder load(LoadMode load) {
            this.load = Objects.requireNonNull(load, "load");
            return this;
        }

        /** How long a row is served without being read again, at most; {@link #FOREVER} for ever. */
        public Builder ttl(Duration ttl) {
            this.ttl = Objects.requireNonNull(ttl, "ttl");
            return this;
        }

        /** The share of {@code ttl}, 0 to 1, by which an entry's life is shortened at random. */
        public Builder ttlJitter(double ttlJitter) {
            this.ttlJitter = ttlJitter;
            return this;
        }

        /** Whether a row that expired less than {@code maxStale} ago is served at once and read again in the background; {@code false}: the caller waits. */
        public Builder staleWhileRevalidate(boolean staleWhileRevalidate) {
            this.staleWhileRevalidate = staleWhileRevalidate;
            return this;
        }

        /** For how long after its {@code ttl} a row may be served while it is read again. */
        public Builder maxStale(Duration maxStale) {
            this.maxStale = Objects.requireNonNull(maxStale, "maxStale");
            return this;
        }

        /** For how long after its {@code ttl} a row is still served if the database fails; {@link Duration#ZERO} not at all. */
        public Builder staleIfError(Duration staleIfError) {
            this.staleIfError = Objects.requireNonNull(staleIfError, "staleIfError");
            return this;
        }

        /** The most rows in memory; {@link #UNLIMITED} for no bound. */
        public Builder maxSize(int maxSize) {
            this.maxSize = maxSize;
            return this;
        }

        /** The longest list that a key which is not unique, or {@code listAll()}, answers with. */
        public Builder maxListSize(int maxListSize) {
            this.maxListSize = maxListSize;
            return this;
        }

        /** How often what changed is read in the background; {@link Duration#ZERO} for never. */
        public Builder refreshInterval(Duration refreshInterval) {
            this.refreshInterval = Objects.requireNonNull(refreshInterval, "refreshInterval");
            return this;
        }

        /** How far before the last one an incremental refresh begins. */
        public Builder syncOverlap(Duration syncOverlap) {
            this.syncOverlap = Objects.requireNonNull(syncOverlap, "syncOverlap");
            return this;
        }

        /** How often a refresh compares every row. */
        public Builder reconcileInterval(Duration reconcileInterval) {
            this.reconcileInterval = Objects.requireNonNull(reconcileInterval, "reconcileInterval");
            return this;
        }

        /** How often rows are removed that may not be served any more, not even stale; {@link Duration#ZERO} for never. */
        public Builder cleanupInterval(Duration cleanupInterval) {
            this.cleanupInterval = Objects.requireNonNull(cleanupInterval, "cleanupInterval");
            return this;
        }

        /** Whether a miss reads the database; {@code false} answers empty for what was never loaded, once a table that is to be loaded has been. */
        public Builder readThrough(boolean readThrough) {
            this.readThrough = readThrough;
            return this;
        }

        /** For how long it is remembered that a key has no row; {@link Duration#ZERO} not at all. */
        public Builder negativeTtl(Duration negativeTtl) {
            this.negativeTtl = Objects.requireNonNull(negativeTtl, "negativeTtl");
            return this;
        }

        /** How long a caller waits for the database before a load fails; in an initial load or a sync, how long the next row may take. */
        public Builder loadTimeout(Duration loadTimeout) {
            this.loadTimeout = Objects.requireNonNull(loadTimeout, "loadTimeout");
            return this;
        }

        /** {@code false} starts the cache in bypass: every read goes to the database and nothing is kept. */
        public Builder enabled(boolean enabled) {
            this.enabled = enabled;
            return this;
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException if one is out of its range; the message names it
         */
        public CacheOptions build() {
            return new CacheOptions(
                    load,
                    ttl,
                    ttlJitter,
                    staleWhileRevalidate,
                    maxStale,
                    staleIfError,
                    maxSize,
                    maxListSize,
                    refreshInterval,
                    syncOverlap,
                    reconcileInterval,
                    cleanupInterval,
                    readThrough,
                    negativeTtl,
                    loadTimeout,
                    enabled);
        }
    }
}
