package io.turnkey.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Cleared;
import io.turnkey.CacheEvent.Closed;
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
    void nullsAreNamed() {
        assertThatNullPointerException()
                .isThrownBy(() -> bus.on(null, Cleared.class, null))
                .withMessage("listener");
        assertThatNullPointerException()
                .isThrownBy(() -> bus.on(null, null, seen::add))
                .withMessage("type");
    }
}
