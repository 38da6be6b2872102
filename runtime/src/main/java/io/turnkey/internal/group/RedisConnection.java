package io.turnkey.internal.group;

import io.turnkey.CacheEvent;
import io.turnkey.CacheHealth;
import io.turnkey.RedisOptions;
import io.turnkey.internal.engine.Shared;
import io.turnkey.internal.event.EventBus;
import io.turnkey.spi.SecondLevel;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What a group shares through Redis: opened, started, awaited once, told of as events and as health, and closed. */
final class RedisConnection implements SecondLevel.Observer, AutoCloseable {
    /** What joining takes of a server that answers; longer than that nobody waits for it. */
    private static final Duration JOINING = Duration.ofMillis(500);

    private final String group;
    private final RedisOptions options;
    private final EventBus events;
    private final LongSupplier millis;
    private final SecondLevel secondLevel;

    /** {@code null} while there is none; written by the second level's thread alone. */
    private volatile @Nullable RedisOutage outage;

    /** On the scale of {@link System#nanoTime}; written before {@link #started}. */
    private long deadline;

    private volatile boolean started;
    private volatile boolean closing;

    /**
     * Opens it; nothing is connected yet.
     *
     * @param millis tells the time on whatever scale
     * @throws io.turnkey.CacheException as {@link SecondLevels#open}
     */
    RedisConnection(
            SecondLevels secondLevels, RedisOptions options, String group, EventBus events, LongSupplier millis) {
        this.group = group;
        this.options = options;
        this.events = events;
        this.millis = millis;
        this.secondLevel = secondLevels.open(options, group, this);
    }

    /** What an engine has to know of it. */
    Shared shared() {
        return new Shared(secondLevel, options.disconnectedTtl(), options.copyFormat());
    }

    /** Connects in the background; no model can join any more. */
    void start() {
        deadline = System.nanoTime()
                + options.connectTimeout()
                        .plus(options.commandTimeout())
                        .plus(JOINING)
                        .toNanos();
        started = true;
        secondLevel.start();
    }

    /** Waits until it is connected or the first attempt has failed, but never for long, and not again later: a table that is read after this misses no write of another node. */
    void await() {
        long left = started ? deadline - System.nanoTime() : 0;
        if (left <= 0) {
            return;
        }
        try {
            secondLevel.awaitFirstConnection(Duration.ofNanos(left));
        } catch (InterruptedException e) {
            // The load that follows tells it.
            Thread.currentThread().interrupt();
        }
    }

    /** How it is; {@code null} if nothing is shared. */
    CacheHealth.@Nullable Redis health() {
        if (!started) {
            return null;
        }
        boolean connected = secondLevel.isConnected();
        int undelivered = secondLevel.undelivered();
        return new CacheHealth.Redis(connected, undelivered, connected ? List.of() : List.of(problem(undelivered)));
    }

    private String problem(int undelivered) {
        if (closing) {
            return "closed";
        }
        RedisOutage now = outage;
        String what = now == null ? "Redis is being connected to" : now.text(millis.getAsLong(), options.reconnect());
        String meanwhile = options.clusterSync()
                ? "; meanwhile other nodes' writes are not heard, so what is in memory is served for "
                        + Sentences.exact(options.disconnectedTtl()) + " at most"
                : "; meanwhile what is not in memory is read from the database";
        return what + meanwhile + (undelivered == 0 ? "" : ", and " + rows(undelivered) + " to be told");
    }

    private static String rows(int undelivered) {
        return undelivered == 1 ? "the write of 1 row waits" : "the writes of " + undelivered + " rows wait";
    }

    @Override
    public void disconnected(Throwable cause) {
        outage = new RedisOutage(millis.getAsLong(), cause);
        events.publish(new CacheEvent.RedisDisconnected(group, cause));
    }

    @Override
    public void reconnecting(int attempt, Duration delay) {
        RedisOutage now = outage;
        if (now != null) {
            outage = now.before(attempt, millis.getAsLong() + delay.toMillis());
        }
        events.publish(new CacheEvent.RedisReconnecting(group, attempt, delay));
    }

    @Override
    public void connected() {
        outage = null;
        events.publish(new CacheEvent.RedisReconnected(group));
    }

    @Override
    public void failed(@Nullable String model, String operation, Throwable cause) {
        String whose = model == null ? group : model;
        String what = "redis " + operation;
        if (closing) {
            // The model has said its last word, so that no listener would be told.
            events.log().failure(whose, what, what + " failed", cause);
        } else {
            events.publish(new CacheEvent.Failed(whose, what, cause));
        }
    }

    /** Sends what waits, for a limited time, and ends every connection and thread. Idempotent. */
    @Override
    public void close() {
        closing = true;
        secondLevel.close();
    }
}
