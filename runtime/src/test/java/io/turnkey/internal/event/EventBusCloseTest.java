package io.turnkey.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Cleared;
import io.turnkey.CacheEvent.Closed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of queued events, and of listeners that are at work, when the bus is closed. */
@Tag("F80")
class EventBusCloseTest {
    private static final Cleared USER = new Cleared("User");
    private final RecordingLoggers loggers = new RecordingLoggers();
    private final SquashedLog log = new SquashedLog(new FakeClock(), loggers);
    private final EventBus direct = new EventBus(Runnable::run, log);
    private final ManualExecutor executor = new ManualExecutor();
    private final EventBus bus = new EventBus(executor, log, 3, Duration.ZERO);
    private final List<CacheEvent> seen = new ArrayList<>();

    @Test
    void whatWaitedForAThreadIsDeliveredWhenTheBusIsClosed() {
        AtomicBoolean exhausted = new AtomicBoolean(true);
        EventBus unlucky = new EventBus(
                task -> {
                    if (exhausted.get()) {
                        throw new RejectedExecutionException("no thread");
                    }
                    task.run();
                },
                log);
        unlucky.on(null, Cleared.class, seen::add);
        unlucky.publish(USER);

        exhausted.set(false);
        unlucky.close();

        assertThat(seen).containsExactly(USER);
    }

    @Test
    void whatNeverGotAThreadCountsAsDropped() {
        EventBus unlucky = new EventBus(
                task -> {
                    throw new RejectedExecutionException("no thread");
                },
                log);
        unlucky.on(null, Cleared.class, seen::add);
        unlucky.publish(USER);

        unlucky.close();

        assertThat(seen).isEmpty();
        assertThat(unlucky.dropped("User")).isEqualTo(1);
    }

    @Test
    void closingFromAListenerDoesNotWaitForThatListener() {
        direct.on(null, Cleared.class, event -> direct.close());
        direct.on(null, Closed.class, seen::add);

        direct.publish(USER);
        direct.publish(new Closed("User"));

        assertThat(seen).isEmpty();
        assertThat(loggers.lines()).as("no listener was given up").isEmpty();
    }

    @Test
    void aClosedBusTakesNeitherEventsNorListeners() {
        direct.on(null, Cleared.class, seen::add);

        direct.close();
        direct.close();
        direct.publish(USER);

        assertThat(seen).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> direct.on(null, Cleared.class, seen::add))
                .withMessageContaining("closed");
    }

    @Test
    void aListenerThatNeverReturnsLosesItsQueueInsteadOfHangingClose() {
        bus.on("User", Cleared.class, seen::add);
        bus.publish(USER);
        bus.publish(USER);

        bus.close();

        assertThat(loggers.lines())
                .singleElement()
                .asString()
                .contains("has not returned")
                .contains("2 queued events are lost");
        assertThat(bus.dropped("User")).isEqualTo(2);
        executor.runAll();
        assertThat(seen).isEmpty();
    }
}
