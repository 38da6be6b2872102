package io.turnkey.internal.sync;

import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.event.SquashedLog;
import io.turnkey.internal.load.LoadExecutor;
import io.turnkey.internal.time.CoarseClock;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;

/**
 * What the syncs of one model need from others.
 *
 * @param executor runs them
 * @param timers watches over them; {@code null} for caches without threads
 */
public record Surroundings(
        LoadExecutor executor,
        @Nullable ScheduledExecutorService timers,
        CoarseClock clock,
        EventBus events,
        SquashedLog log) {}
