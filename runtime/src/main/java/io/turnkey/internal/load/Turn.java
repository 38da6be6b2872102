package io.turnkey.internal.load;

import io.turnkey.CacheLoadException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** One load on its way through a {@link LoadExecutor}, under whose lock it is written. */
public abstract class Turn {
    enum State {
        /** For a place. */
        WAITING,
        /** It has one: the executor was told to run it, or does. */
        PLACED,
        /** Its place is another's, although its thread has not come back. */
        GIVEN_UP,
        /** It runs no more, or never will. */
        ENDED
    }

    private final long patience;
    volatile State state = State.WAITING;
    volatile boolean begun;

    /** When it got its place, on the executor's clock. */
    long since;

    /**
     * A load that has not been asked for yet.
     *
     * @param patience what has taken that long is given up if another load needs its place
     */
    protected Turn(Duration patience) {
        this.patience = TimeUnit.NANOSECONDS.convert(patience);
    }

    /** What is done, for messages. */
    protected abstract String operation();

    /** Loads. */
    protected abstract void run();

    /** Called instead of {@link #run} if it is never to be run. */
    protected abstract void refuse(CacheLoadException failure);

    /** Whether others must end before it can begin. */
    public final boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Whether a thread has begun with it. */
    public final boolean hasBegun() {
        return begun;
    }

    final boolean isOverdue(long now) {
        return now - since >= patience;
    }

    final CacheLoadException refusal(String reason, Throwable cause) {
        return new CacheLoadException(notRun(reason), cause);
    }

    final CacheLoadException refusal(String reason) {
        return new CacheLoadException(notRun(reason));
    }

    private String notRun(String reason) {
        return operation() + " could not be run: " + reason;
    }
}
