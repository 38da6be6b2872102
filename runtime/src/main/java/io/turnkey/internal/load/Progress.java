package io.turnkey.internal.load;

import io.turnkey.CacheLoadException;
import io.turnkey.spi.LoadContext;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** How far a load has come, so that one that takes too long can say what it was waiting for. */
final class Progress implements LoadContext {
    private enum Phase {
        WAITING,
        CONNECTING,
        READING
    }

    private static final String NO_CONNECTION =
            "no database connection could be had; callers may hold all of the pool's, give loads a pool of their own with loadFrom(DataSource)";

    private final String operation;
    private final String event;
    private final Duration timeout;
    private final LoadExecutor executor;
    private final AtomicBoolean failed = new AtomicBoolean();
    private volatile Phase phase = Phase.WAITING;
    private volatile @Nullable Turn turn;

    /** Whether the executor counts this load among those that wait for a connection; of the loader's thread. */
    private boolean counted;

    /** Whether the source has answered; of the loader's thread. */
    private boolean read;

    Progress(String operation, String event, Duration timeout, LoadExecutor executor) {
        this.operation = operation;
        this.event = event;
        this.timeout = timeout;
        this.executor = executor;
    }

    /** What is done, for messages. */
    String operation() {
        return operation;
    }

    /** What an event calls it. */
    String event() {
        return event;
    }

    @Override
    public Duration timeout() {
        return timeout;
    }

    /** The load is run as {@code turn}. */
    void turn(Turn turn) {
        this.turn = turn;
    }

    /** The load has taken too long: another one may have its place. */
    void giveUp(CacheLoadException failure) {
        Turn mine = turn;
        if (mine != null) {
            executor.giveUp(mine, failure);
        }
    }

    void begin() {
        phase = Phase.CONNECTING;
        counted = true;
        executor.connecting();
    }

    @Override
    public void connected() {
        end();
        phase = Phase.READING;
    }

    /** The load has ended, however far it came. */
    void end() {
        if (counted) {
            counted = false;
            executor.connected();
        }
    }

    /** The source has answered. */
    void read() {
        read = true;
    }

    /** Whether the source was asked, and answered: the second level may have had all there is. */
    boolean hasRead() {
        return read;
    }

    /** Marks the load as failed, and answers whether it was not before. */
    boolean failsFirst() {
        return failed.compareAndSet(false, true);
    }

    boolean hasFailed() {
        return failed.get();
    }

    String timedOut() {
        return operation + " took longer than loadTimeout = " + timeout + ": "
                + switch (phase) {
                    case WAITING ->
                        executor.isStarved()
                                ? NO_CONNECTION
                                : "all loaders of the group were busy; look for slow statements, or raise maxConcurrentLoads";
                    case CONNECTING -> NO_CONNECTION;
                    case READING -> "the database did not answer";
                };
    }

    String failed() {
        return operation
                + (phase == Phase.READING
                        ? " could not read the database"
                        : " could not get a database connection; if callers hold all of the pool's, give loads a pool of their own with loadFrom(DataSource)");
    }
}
