package io.turnkey.internal.engine;

import io.turnkey.internal.event.EventBus;
import io.turnkey.internal.load.LoadExecutor;
import io.turnkey.internal.time.CoarseClock;
import java.util.concurrent.ScheduledExecutorService;

/** Scaffold. */
public record Environment(
        CoarseClock clock, LoadExecutor loads, EventBus events, ScheduledExecutorService timers, boolean owned) {}
