package io.turnkey.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheEvent.Cleared;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheEvent.IndexCleared;
import io.turnkey.CacheEvent.ItemLoaded;
import io.turnkey.CacheEvent.Ready;
import io.turnkey.CacheEvent.Synced;
import io.turnkey.SyncMode;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F82")
class EventLogTest {
    private final RecordingLoggers loggers = new RecordingLoggers();
    private final SquashedLog log = new SquashedLog(new FakeClock(), loggers);
    private final EventBus bus = new EventBus(Runnable::run, log);

    @BeforeEach
    void listen() {
        new EventLog(log).listenTo(bus);
    }

    private void fail(String operation) {
        bus.publish(new Failed("User", operation, new IllegalStateException("no database")));
    }

    @Test
    void aSyncThatWorksAgainSaysAfterHowManyFailures() {
        fail("sync");
        fail("sync");
        bus.publish(new Synced("User", SyncMode.INCREMENTAL, 3, 1, Duration.ofMillis(7)));

        assertThat(loggers.lines())
                .containsExactly(
                        "WARN io.turnkey.User: sync failed <- java.lang.IllegalStateException: no database",
                        "INFO io.turnkey.User: sync works again after 2 failures since 2026-01-01T10:00:00Z",
                        "DEBUG io.turnkey.User: User: INCREMENTAL sync read 3 rows in 7 ms, 1 rows were gone");
    }

    @Test
    void aModelThatStartsAtLastSaysAfterHowManyFailures() {
        fail("start");
        bus.publish(new Ready("User", 3));

        assertThat(loggers.lines("INFO"))
                .containsExactly("io.turnkey.User: start works again after 1 failure since 2026-01-01T10:00:00Z");
    }

    @Test
    void whatWasDroppedIsADetail() {
        bus.publish(new Cleared("User"));
        bus.publish(new IndexCleared("User", "email"));

        assertThat(loggers.lines("DEBUG"))
                .containsExactly(
                        "io.turnkey.User: User: cleared", "io.turnkey.User: User: the index of email was cleared");
    }

    @Test
    void forTheLogAloneNoEventOfARowIsMade() {
        assertThat(bus.wants(ItemLoaded.class)).isFalse();
    }
}
