package io.turnkey.internal.engine;

import io.turnkey.CacheOptions;
import io.turnkey.internal.store.Lifetime;
import io.turnkey.spi.SharedModel.Stamp;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Remembers when all that is in memory was last offered to the second level: what syncs find unchanged lives on in memory, and would end there. */
final class Renewals {
    /** A copy of a row that does not expire. */
    private static final Duration LONGEST_LIFE = Duration.ofHours(24);

    private static final int TIMES_A_LIFE = 4;

    private final long pause;
    private final Lifetime lifetime;
    private volatile @Nullable Done last;

    private record Done(String epoch, long moment) {}

    Renewals(CacheOptions options, Lifetime lifetime) {
        Duration life = options.ttl().compareTo(LONGEST_LIFE) < 0 ? options.ttl() : LONGEST_LIFE;
        this.pause = life.toMillis() / TIMES_A_LIFE;
        this.lifetime = lifetime;
    }

    /** Whether a sync that begins at {@code now} should offer them. */
    boolean areDue(@Nullable Stamp now) {
        Done done = last;
        return now != null
                && (done == null || !done.epoch().equals(now.epoch()) || lifetime.now() - done.moment() >= pause);
    }

    /** All were offered. */
    void done(@Nullable Stamp now) {
        if (now != null) {
            last = new Done(now.epoch(), lifetime.now());
        }
    }
}
