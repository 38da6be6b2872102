package io.turnkey.internal.load;

import io.turnkey.spi.LoadContext;
import java.time.Duration;

/** How far a load has come, so that one that takes too long can say what it was waiting for. */
final class Progress implements LoadContext {
    private enum Phase {
        WAITING,
        CONNECTING,
        READING
    }

    private final String operation;
    private final Duration timeout;
    private volatile Phase phase = Phase.WAITING;

    Progress(String operation, Duration timeout) {
        this.operation = operation;
        this.timeout = timeout;
    }

    String operation() {
        return operation;
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    void begin() {
        phase = Phase.CONNECTING;
    }

    @Override
    public void connected() {
        phase = Phase.READING;
    }

    String timedOut() {
        return operation + " took longer than loadTimeout = " + timeout + ": "
                + switch (phase) {
                    case WAITING ->
                        "all loaders of the group were busy; look for slow statements, or raise maxConcurrentLoads";
                    case CONNECTING ->
                        "no database connection could be had; callers may hold all of the pool's, give loads a pool of their own with loadFrom(DataSource)";
                    case READING -> "the database did not answer";
                };
    }

    String refused() {
        return operation
                + " could not be run: the executor of the group takes no more loads; it is full or was shut down";
    }

    String failed() {
        return operation
                + (phase == Phase.READING
                        ? " could not read the database"
                        : " could not get a database connection; if callers hold all of the pool's, give loads a pool of their own with loadFrom(DataSource)");
    }
}
