package io.turnkey.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F82")
class SquashedLogTest {
    private final FakeClock clock = new FakeClock();
    private final RecordingLoggers loggers = new RecordingLoggers();
    private final SquashedLog log = new SquashedLog(clock, loggers);

    @Test
    void theFirstFailureIsWrittenAtOnceToTheModelsLoggerWithItsCause() {
        log.failure("User", "load", "load failed", new IllegalStateException("no database"));

        assertThat(loggers.lines())
                .containsExactly("WARN io.turnkey.User: load failed <- java.lang.IllegalStateException: no database");
    }

    @Test
    void failuresThatRepeatItWithinAMinuteAreCountedAndToldWithTheNextOne() {
        log.failure("User", "load", "load failed", null);
        log.failure("User", "load", "load failed", null);
        clock.advance(Duration.ofSeconds(59));
        log.failure("User", "load", "load failed", null);
        assertThat(loggers.lines()).hasSize(1);

        clock.advance(Duration.ofSeconds(1));
        log.failure("User", "load", "load failed again", null);

        assertThat(loggers.lines())
                .last()
                .isEqualTo("WARN io.turnkey.User: load failed again (2 more since 2026-01-01T10:00:00Z)");
    }

    @Test
    void aMinuteWithoutRepetitionAddsNoCount() {
        log.failure("User", "load", "first", null);
        clock.advance(Duration.ofMinutes(1));
        log.failure("User", "load", "second", null);
        clock.advance(Duration.ofMinutes(1));
        log.failure("User", "load", "third", null);

        assertThat(loggers.lines())
                .containsExactly(
                        "WARN io.turnkey.User: first", "WARN io.turnkey.User: second", "WARN io.turnkey.User: third");
    }

    @Test
    void aClockThatIsSetBackDoesNotSilenceTheLog() {
        log.failure("User", "load", "before", null);
        clock.advance(Duration.ofHours(-1));
        log.failure("User", "load", "after", null);

        assertThat(loggers.lines()).last().isEqualTo("WARN io.turnkey.User: after");
    }

    @Test
    void otherKindsAndOtherModelsAreNotSquashedWithIt() {
        log.failure("User", "load", "a", null);
        log.failure("User", "listener", "b", null);
        log.failure("Order", "load", "c", null);

        assertThat(loggers.lines())
                .containsExactly("WARN io.turnkey.User: a", "WARN io.turnkey.User: b", "WARN io.turnkey.Order: c");
    }

    @Test
    void whatWorksAgainAfterFailuresIsToldOnceWithTheirNumber() {
        log.recovered("User", "sync");
        assertThat(loggers.lines()).as("nothing had failed").isEmpty();
        for (int n = 0; n < 12; n++) {
            log.failure("User", "sync", "sync failed", null);
            clock.advance(Duration.ofSeconds(30));
        }

        log.recovered("User", "load");
        log.recovered("User", "sync");
        log.recovered("User", "sync");

        assertThat(loggers.lines("INFO"))
                .containsExactly("io.turnkey.User: sync works again after 12 failures since 2026-01-01T10:00:00Z");
        log.close();
        assertThat(loggers.lines("INFO")).as("nothing is told twice").hasSize(1);
        assertThat(loggers.lines("WARN")).hasSize(6);
    }

    @Test
    void whatFailsAndWorksInTurnsDoesNotFloodTheLog() {
        for (int n = 0; n < 100; n++) {
            log.failure("User", "sync", "sync failed", null);
            log.recovered("User", "sync");
        }

        assertThat(loggers.lines())
                .containsExactly(
                        "WARN io.turnkey.User: sync failed",
                        "INFO io.turnkey.User: sync works again after 1 failure since 2026-01-01T10:00:00Z");
        log.close();
        assertThat(loggers.lines()).last().isEqualTo("WARN io.turnkey.User: sync: 99 more since 2026-01-01T10:00:00Z");
    }

    @Test
    void closingWritesTheCountsThatNobodyHasReadYet() {
        log.failure("User", "load", "load failed", null);
        log.failure("User", "load", "load failed", null);
        log.failure("Order", "load", "load failed", null);

        log.close();

        assertThat(loggers.lines()).last().isEqualTo("WARN io.turnkey.User: load: 1 more since 2026-01-01T10:00:00Z");
        assertThat(loggers.lines()).hasSize(3);
    }

    @Test
    void noFailureIsLostFromTheCountWhenThreadsFailTogether() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(() -> {
                for (int n = 0; n < 1_000; n++) {
                    log.failure("User", "load", "load failed", null);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(loggers.lines()).hasSize(1);

        log.close();

        assertThat(loggers.lines()).last().asString().contains("3999 more");
    }
}
