package io.turnkey.redis.model;

import org.jspecify.annotations.Nullable;

/** The server's clock as this process knows it, never ahead unless that clock is set back: from then on until the next answer. For all threads. */
final class ServerClock {
    /** Of so many milliseconds one may be this process's error. */
    private static final int ERROR = 1 << 10;

    private volatile @Nullable Answer last;

    private record Answer(long millis, long nanos) {}

    /** An answer says so, which has just come. */
    void is(long millis) {
        last = new Answer(millis, System.nanoTime());
    }

    /** At least this; 0 before the first answer. */
    long millis() {
        Answer known = last;
        if (known == null) {
            return 0;
        }
        long since = (System.nanoTime() - known.nanos) / 1_000_000;
        return known.millis + since - (since + ERROR - 1) / ERROR;
    }
}
