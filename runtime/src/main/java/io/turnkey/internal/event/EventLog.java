package io.turnkey.internal.event;

import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Cleared;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheEvent.IndexCleared;
import io.turnkey.CacheEvent.Ready;
import io.turnkey.CacheEvent.RedisDisconnected;
import io.turnkey.CacheEvent.RedisReconnected;
import io.turnkey.CacheEvent.RedisReconnecting;
import io.turnkey.CacheEvent.Synced;
import java.util.List;
import org.slf4j.Logger;

/** Writes to the log what events tell: failures and their end, and in detail what a model dropped and read again. Not among them are the events of single rows, for whose sake these would have to be made. */
public final class EventLog {
    private final SquashedLog log;

    /** Writes to {@code log}. */
    public EventLog(SquashedLog log) {
        this.log = log;
    }

    /** Listens until {@code events} are closed. */
    public void listenTo(EventBus events) {
        events.<CacheEvent>onAny(
                null,
                List.of(
                        Failed.class,
                        Synced.class,
                        Ready.class,
                        Cleared.class,
                        IndexCleared.class,
                        RedisDisconnected.class,
                        RedisReconnecting.class,
                        RedisReconnected.class),
                this::write);
    }

    private void write(CacheEvent event) {
        String model = event.model();
        if (event instanceof Failed failed) {
            log.failure(model, failed.operation(), failed.operation() + " failed", failed.error());
        } else if (event instanceof Ready) {
            log.recovered(model, "start");
        } else if (event instanceof Synced synced) {
            log.recovered(model, "sync");
            detail(synced);
        } else if (event instanceof RedisDisconnected lost) {
            log.failure(model, "Redis", "Redis cannot be reached: working from memory until it can", lost.cause());
        } else if (event instanceof RedisReconnecting next) {
            logger(model)
                    .debug(
                            "Redis: attempt {} in {} ms",
                            next.attempt(),
                            next.delay().toMillis());
        } else if (event instanceof RedisReconnected) {
            log.recovered(model, "Redis");
        } else if (event instanceof IndexCleared index) {
            logger(model).debug("{}: the index of {} was cleared", model, index.key());
        } else {
            logger(model).debug("{}: cleared", model);
        }
    }

    private void detail(Synced synced) {
        logger(synced.model())
                .debug(
                        "{}: {} sync read {} rows in {} ms, {} rows were gone",
                        synced.model(),
                        synced.mode(),
                        synced.rows(),
                        synced.took().toMillis(),
                        synced.removed());
    }

    private Logger logger(String model) {
        return log.logger(model);
    }
}
