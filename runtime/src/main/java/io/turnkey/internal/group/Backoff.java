package io.turnkey.internal.group;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to wait before what failed is tried again: twice as long each time, and never quite as long as others wait. */
final class Backoff {
    /** A connection that was refused by chance, or a database that restarts, is there again within seconds. */
    static final Duration FIRST = Duration.ofSeconds(1);

    /** Of a database that was down all night, each model asks once a minute, and is ready a minute after it is back. */
    static final Duration LONGEST = Duration.ofMinutes(1);

    private Backoff() {}

    /** How long to wait after so many failures in a row: at least half of what it is at most, at random, so that models and nodes that failed together do not come back together. */
    static Duration after(int failures) {
        long most = most(failures).toMillis();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }

    /** The longest wait after so many failures in a row. */
    static Duration most(int failures) {
        Duration wait = FIRST;
        for (int failure = 1; failure < failures && wait.compareTo(LONGEST) < 0; failure++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(LONGEST) < 0 ? wait : LONGEST;
    }
}
