package io.turnkey.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Cleared;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheEvent.ItemInvalidated;
import io.turnkey.CacheEvent.Ready;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Listeners that cannot keep up: which events they lose, and who is told. */
@Tag("F80")
class EventBusOverflowTest {
    private static final Cleared USER = new Cleared("User");
    private static final Cleared ORDER = new Cleared("Order");
    private final RecordingLoggers loggers = new RecordingLoggers();
    private final SquashedLog log = new SquashedLog(new FakeClock(), loggers);
    private final ManualExecutor executor = new ManualExecutor();
    private final EventBus bus = new EventBus(executor, log, 3, Duration.ZERO);
    private final List<CacheEvent> seen = new ArrayList<>();

    @Test
    void aListenerThatCannotKeepUpLosesTheOldestEventsAndThatIsLoggedOnce() {
        bus.on("User", ItemInvalidated.class, seen::add);

        for (int id = 1; id <= 5; id++) {
            bus.publish(new ItemInvalidated("User", id));
        }
        executor.runAll();

        assertThat(seen).extracting(event -> ((ItemInvalidated) event).id()).containsExactly(3, 4, 5);
        assertThat(loggers.lines("WARN"))
                .hasSize(2)
                .allMatch(line -> line.startsWith("io.turnkey.User: The listener "))
                .anyMatch(line -> line.endsWith("cannot keep up: events are dropped, the oldest first, and counted"))
                .anyMatch(line -> line.endsWith("lost 2 events"));
        assertThat(bus.dropped("User")).isEqualTo(2);
        assertThat(bus.dropped("Order")).isZero();
    }

    @Test
    void whoPublishesNeverWritesToTheLogThatAListenerCannotKeepUp() {
        bus.on("User", ItemInvalidated.class, seen::add);

        for (int id = 1; id <= 50; id++) {
            bus.publish(new ItemInvalidated("User", id));
        }

        assertThat(loggers.lines()).isEmpty();
        assertThat(executor.waiting()).as("one that delivers, one that logs").isEqualTo(2);
    }

    @Test
    void aBurstOfRowsHidesNeitherAFailureNorAClearAndAllComeInOrder() {
        bus.on(null, CacheEvent.class, seen::add);
        Failed failed = new Failed("User", "sync", new IllegalStateException("no database"));

        bus.publish(failed);
        for (int id = 1; id <= 1_000; id++) {
            bus.publish(new ItemInvalidated("User", id));
        }
        bus.publish(USER);
        executor.runAll();

        assertThat(seen)
                .containsExactly(
                        failed,
                        new ItemInvalidated("User", 998),
                        new ItemInvalidated("User", 999),
                        new ItemInvalidated("User", 1_000),
                        USER);
        assertThat(bus.dropped("User")).isEqualTo(997);
    }

    @Test
    void aBurstOfFailuresDropsTheOldestOfThemAndNoRow() {
        bus.on(null, CacheEvent.class, seen::add);
        ItemInvalidated row = new ItemInvalidated("User", 1);

        bus.publish(row);
        for (int n = 1; n <= 5; n++) {
            bus.publish(new Ready("User", n));
        }
        bus.publish(ORDER);
        executor.runAll();

        assertThat(seen).containsExactly(row, new Ready("User", 4), new Ready("User", 5), ORDER);
        assertThat(bus.dropped("User")).isEqualTo(3);
    }

    @Test
    void droppedEventsCountUnderTheModelTheyTellOfOnceForEachListener() {
        bus.on(null, Cleared.class, event -> {});
        bus.on(null, Cleared.class, event -> {});

        bus.publish(USER);
        for (int n = 0; n < 3; n++) {
            bus.publish(ORDER);
        }

        assertThat(bus.dropped("User")).isEqualTo(2);
        assertThat(bus.dropped("Order")).isZero();
    }
}
