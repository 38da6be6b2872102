package io.turnkey.internal.engine;

import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.event.SquashedLog;
import io.turnkey.internal.load.LoadExecutor;
import io.turnkey.internal.time.CoarseClock;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * What the caches of a group share.
 *
 * @param clock decides what has expired
 * @param loads runs loads that callers wait for
 * @param syncs runs loads of whole tables
 * @param events delivers events
 * @param timers runs the timers; {@code null} for caches without threads
 * @param feeds where writes are heard; {@code null} for caches without a persistence unit
 * @param shared what is shared with other processes; {@code null} for nothing
 */
public record Environment(
        CoarseClock clock,
        LoadExecutor loads,
        LoadExecutor syncs,
        EventBus events,
        @Nullable ScheduledExecutorService timers,
        @Nullable WriteFeeds feeds,
        @Nullable Shared shared) {
    /** Where an engine writes what no event tells: nowhere, if it is without a persistence unit. A logger that throws does it no harm. */
    SquashedLog log() {
        return feeds == null ? SquashedLog.silent() : events.log();
    }
}
