package io.turnkey.internal.load;

import io.turnkey.CacheLoadException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One load on its way through a {@link LoadExecutor}, under whose lock it is written. */
public final class Turn {
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

    private final String operation;
    private final Runnable load;
    private final Consumer<CacheLoadException> refused;
    private final long patience;
    volatile State state = State.WAITING;
    volatile boolean begun;

    /** When it got its place, on the executor's clock. */
    long since;

    /**
     * A load that has not been asked for yet.
     *
     * @param operation what is done, for messages
     * @param patience what has taken that long is given up if another load needs its place
     * @param refused called instead of {@code load} if it is never to be run
     */
    public Turn(String operation, Duration patience, Runnable load, Consumer<CacheLoadException> refused) {
        this.operation = operation;
        this.patience = TimeUnit.NANOSECONDS.convert(patience);
        this.load = load;
        this.refused = refused;
    }

    /** Whether others must end before it can begin. */
    public boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Whether a thread has begun with it. */
    public boolean hasBegun() {
        return begun;
    }

    boolean isOverdue(long now) {
        return now - since >= patience;
    }

    void run() {
        load.run();
    }

    void refuse(CacheLoadException failure) {
        refused.accept(failure);
    }

    CacheLoadException refusal(String reason, Throwable cause) {
        return new CacheLoadException(notRun(reason), cause);
    }

    CacheLoadException refusal(String reason) {
        return new CacheLoadException(notRun(reason));
    }

    private String notRun(String reason) {
        return operation + " could not be run: " + reason;
    }
}
