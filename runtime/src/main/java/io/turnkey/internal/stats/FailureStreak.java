package io.turnkey.internal.stats;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What went wrong with something since it last went well; asked and told by any thread. */
public final class FailureStreak {
    /**
     * One or more failures in a row.
     *
     * @param count how many
     * @param sinceFirst how long ago the first of them was
     * @param sinceLast how long ago the last was
     * @param last why it failed the last time
     */
    public record Failures(int count, Duration sinceFirst, Duration sinceLast, Throwable last) {}

    private record Streak(int count, long first, long latest, Throwable last) {}

    private final LongSupplier millis;

    /** Written under the lock of this, so that none is lost. */
    private volatile @Nullable Streak streak;

    /** Nothing has failed; {@code millis} tells the time on whatever scale. */
    public FailureStreak(LongSupplier millis) {
        this.millis = millis;
    }

    /** It failed. */
    public synchronized void failed(Throwable failure) {
        long now = millis.getAsLong();
        Streak before = streak;
        streak = before == null
                ? new Streak(1, now, now, failure)
                : new Streak(before.count + 1, before.first, now, failure);
    }

    /** It went well. Costs next to nothing if it did so before. */
    public void succeeded() {
        if (streak != null) {
            synchronized (this) {
                streak = null;
            }
        }
    }

    /** The failures since it last went well; {@code null} if there was none. */
    public @Nullable Failures failures() {
        Streak now = streak;
        return now == null ? null : new Failures(now.count, since(now.first), since(now.latest), now.last);
    }

    private Duration since(long then) {
        return Duration.ofMillis(Math.max(0, millis.getAsLong() - then));
    }
}
