package io.turnkey.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Cleared;
import io.turnkey.CacheEvent.Closed;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheEvent.ItemInvalidated;
import io.turnkey.CacheEvent.Ready;
import io.turnkey.Subscription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("F80")
class EventBusTest {
    private static final Cleared USER = new Cleared("User");
    private static final Cleared ORDER = new Cleared("Order");

    private final RecordingLoggers loggers = new RecordingLoggers();
    private final SquashedLog log = new SquashedLog(new FakeClock(), loggers);
    private final EventBus direct = new EventBus(Runnable::run, log);
    private final ManualExecutor executor = new ManualExecutor();
    private final EventBus bus = new EventBus(executor, log, 3, Duration.ZERO);
    private final List<CacheEvent> seen = new ArrayList<>();

    @Test
    void aListenerGetsTheEventsOfItsClassAndNoOthers() {
        direct.on(null, Cleared.class, seen::add);

        direct.publish(USER);
        direct.publish(new Ready("User", 1));
        direct.publish(ORDER);

        assertThat(seen).containsExactly(USER, ORDER);
    }

    @Test
    @Tag("F82")
    void aLogThatThrowsAnErrorOrAClockThatDoesKeepsNoListenerFromItsNextEvent() {
        SquashedLog torn = new SquashedLog(new FakeClock(), name -> {
            throw new NoClassDefFoundError("appender");
        });
        SquashedLog stopped = new SquashedLog(
                () -> {
                    throw new IllegalStateException("no time");
                },
                loggers);
        for (SquashedLog broken : List.of(torn, stopped)) {
            EventBus events = new EventBus(executor, broken, 3, Duration.ZERO);
            events.on(null, Cleared.class, event -> {
                seen.add(event);
                throw new IllegalStateException("listener");
            });
            events.publish(USER);
            try {
                executor.runAll();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("no time");
            }
            events.publish(ORDER);
            try {
                executor.runAll();
            } catch (IllegalStateException e) {
                assertThat(e).hasMessage("no time");
            }

            assertThat(seen).containsExactly(USER, ORDER);
            seen.clear();
        }
    }

    @Test
    void aListenerOfCacheEventGetsAll() {
        direct.on(null, CacheEvent.class, seen::add);

        direct.publish(USER);
        direct.publish(new Ready("User", 1));

        assertThat(seen).containsExactly(USER, new Ready("User", 1));
    }

    @Test
    void aListenerOfOneModelGetsNothingOfOtherModels() {
        direct.on("User", CacheEvent.class, seen::add);

        direct.publish(ORDER);
        direct.publish(USER);

        assertThat(seen).containsExactly(USER);
    }

    @Test
    void theBusKnowsWhichEventsNobodyWants() {
        assertThat(bus.wants(Cleared.class)).isFalse();

        Subscription users = bus.on("User", Cleared.class, seen::add);

        assertThat(bus.wants(Cleared.class)).isTrue();
        assertThat(bus.wants(Ready.class)).isFalse();
        users.close();
        assertThat(bus.wants(Cleared.class)).isFalse();

        bus.on(null, CacheEvent.class, seen::add);
        assertThat(bus.wants(Ready.class)).isTrue();
    }

    @Test
    void nothingIsDeliveredOnThePublishingThread() {
        bus.on(null, Cleared.class, seen::add);

        bus.publish(USER);
        assertThat(seen).isEmpty();

        executor.runAll();
        assertThat(seen).containsExactly(USER);
    }

    @Test
    void aListenerNeverOccupiesMoreThanOneThread() {
        bus.on(null, Cleared.class, seen::add);

        bus.publish(USER);
        bus.publish(ORDER);

        assertThat(executor.waiting()).isEqualTo(1);
        executor.runAll();
        assertThat(seen).containsExactly(USER, ORDER);
        bus.publish(USER);
        assertThat(executor.waiting()).isEqualTo(1);
    }

    @Test
    void anEventPublishedByAListenerComesAfterTheOneBeingDelivered() {
        List<String> order = new ArrayList<>();
        direct.on(null, CacheEvent.class, event -> {
            order.add("begin " + event.model());
            if (event.equals(USER)) {
                direct.publish(ORDER);
            }
            order.add("end " + event.model());
        });

        direct.publish(USER);

        assertThat(order).containsExactly("begin User", "end User", "begin Order", "end Order");
    }

    @Test
    void aThrowingListenerHarmsNobodyAndIsLoggedOnce() {
        direct.on(null, Cleared.class, event -> {
            throw new IllegalArgumentException("listener bug");
        });
        direct.on(null, Cleared.class, seen::add);

        direct.publish(USER);
        direct.publish(USER);

        assertThat(seen).containsExactly(USER, USER);
        assertThat(loggers.lines())
                .singleElement()
                .asString()
                .startsWith("WARN io.turnkey.User: The listener " + getClass().getName())
                .contains("of Cleared events threw")
                .endsWith("java.lang.IllegalArgumentException: listener bug");
    }

    @Test
    void aListenerThatThrowsAnErrorKeepsGettingEvents() {
        AtomicBoolean threw = new AtomicBoolean();
        direct.on(null, Cleared.class, event -> {
            seen.add(event);
            if (threw.compareAndSet(false, true)) {
                throw new AssertionError("listener bug");
            }
        });

        direct.publish(USER);
        direct.publish(ORDER);

        assertThat(seen).containsExactly(USER, ORDER);
    }

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

    @Test
    void afterAModelsLastWordNothingOfItArrives() {
        bus.on(null, CacheEvent.class, seen::add);
        bus.on("User", Ready.class, seen::add);

        bus.publish(new Closed("User"));
        bus.publish(new Ready("User", 1));
        bus.publish(new Ready("Order", 1));
        executor.runAll();

        assertThat(seen).containsExactly(new Closed("User"), new Ready("Order", 1));
    }

    @Test
    void aListenerMayUnsubscribeItselfWhileItRuns() {
        Subscription[] own = new Subscription[1];
        own[0] = bus.on(null, Cleared.class, event -> {
            seen.add(event);
            own[0].close();
        });
        bus.publish(USER);
        bus.publish(ORDER);

        executor.runAll();
        bus.publish(ORDER);
        executor.runAll();

        assertThat(seen).containsExactly(USER);
        assertThat(bus.dropped("Order")).as("it did not want them").isZero();
    }

    @Test
    void aListenerMaySubscribeAnotherOneWhileItRuns() {
        direct.on(null, Ready.class, event -> direct.on(null, Cleared.class, seen::add));

        direct.publish(USER);
        direct.publish(new Ready("User", 1));
        direct.publish(ORDER);

        assertThat(seen).containsExactly(ORDER);
    }

    @Test
    void aLoggerThatThrowsHarmsNoListener() {
        EventBus silent = new EventBus(Runnable::run, new SquashedLog(new FakeClock(), name -> {
            throw new IllegalStateException("the disk is full");
        }));
        silent.on(null, Cleared.class, event -> {
            seen.add(event);
            throw new IllegalArgumentException("listener bug");
        });

        silent.publish(USER);
        silent.publish(ORDER);

        assertThat(seen).containsExactly(USER, ORDER);
    }

    @Test
    void afterUnsubscribingNothingArrivesNotEvenWhatWasQueued() {
        Subscription subscription = bus.on(null, Cleared.class, seen::add);
        bus.publish(USER);

        subscription.close();
        subscription.close();
        bus.publish(ORDER);
        executor.runAll();

        assertThat(seen).isEmpty();
    }

    @Test
    void unsubscribingOneListenerLeavesTheOthers() {
        Subscription first = direct.on(null, Cleared.class, seen::add);
        direct.on(null, Cleared.class, seen::add);

        first.close();
        first.close();
        direct.publish(USER);

        assertThat(seen).containsExactly(USER);
    }

    @Test
    void whenNoThreadCanBeHadPublishDoesNotFailAndTheNextEventDeliversBoth() {
        AtomicBoolean exhausted = new AtomicBoolean(true);
        EventBus unlucky = new EventBus(
                task -> {
                    if (exhausted.getAndSet(false)) {
                        throw new RejectedExecutionException("no thread");
                    }
                    task.run();
                },
                log);
        unlucky.on(null, Cleared.class, seen::add);

        unlucky.publish(USER);
        assertThat(seen).isEmpty();
        unlucky.publish(ORDER);

        assertThat(seen).containsExactly(USER, ORDER);
        assertThat(loggers.lines()).singleElement().asString().contains("could not be delivered yet");
    }

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

    @Test
    void nullsAreNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> bus.on(null, Cleared.class, null))
                .withMessage("listener");
        assertThatNullPointerException()
                .isThrownBy(() -> bus.on(null, null, seen::add))
                .withMessage("type");
    }
}
