package io.turnkey.internal.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Cleared;
import io.turnkey.CacheEvent.ItemInvalidated;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("F80")
@Timeout(60)
class EventBusThreadsTest {
    private static final int EVENTS = 5_000;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final RecordingLoggers loggers = new RecordingLoggers();
    private final EventBus bus =
            new EventBus(threads, new SquashedLog(new FakeClock(), loggers), 100_000, Duration.ofSeconds(30));

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void aSlowListenerDelaysNeitherThePublisherNorOtherListeners() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(2);
        bus.on(null, Cleared.class, event -> await(release));
        bus.on(null, Cleared.class, event -> others.countDown());

        bus.publish(new Cleared("User"));
        bus.publish(new Cleared("User"));
        others.await();

        assertThat(release.getCount()).isEqualTo(1);
        release.countDown();
    }

    @Test
    void closeReturnsOnceEverythingQueuedWasHandedOver() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        List<CacheEvent> seen = new ArrayList<>();
        bus.on(null, Cleared.class, event -> {
            entered.countDown();
            await(release);
            seen.add(event);
        });
        bus.publish(new Cleared("User"));
        bus.publish(new Cleared("Order"));
        entered.await();

        Thread closing = new Thread(bus::close);
        closing.start();
        release.countDown();
        closing.join();

        assertThat(seen).containsExactly(new Cleared("User"), new Cleared("Order"));
    }

    @Test
    @Tag("F77")
    void closedByAThreadThatIsInterruptedItWaitsForNobodyAndLosesNothing() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch delivered = new CountDownLatch(2);
        bus.on(null, Cleared.class, event -> {
            entered.countDown();
            await(release);
            delivered.countDown();
        });
        bus.publish(new Cleared("User"));
        bus.publish(new Cleared("Order"));
        entered.await();

        Thread.currentThread().interrupt();
        bus.close();
        assertThat(Thread.interrupted()).as("it is told on").isTrue();
        assertThat(delivered.getCount()).as("it did not wait").isEqualTo(2);
        release.countDown();

        assertThat(delivered.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(bus.dropped("Order")).isZero();
        assertThat(loggers.lines()).isEmpty();
    }

    @Test
    void eachModelsEventsArriveInTheOrderInWhichTheyWerePublished() throws InterruptedException {
        List<ItemInvalidated> seen = new ArrayList<>();
        bus.on(null, ItemInvalidated.class, seen::add);
        List<Thread> publishers = new ArrayList<>();
        for (String model : List.of("User", "Order", "Product")) {
            Thread publisher = new Thread(
                    () -> IntStream.range(0, EVENTS).forEach(n -> bus.publish(new ItemInvalidated(model, n))));
            publishers.add(publisher);
            publisher.start();
        }
        for (Thread publisher : publishers) {
            publisher.join();
        }

        bus.close();

        for (String model : List.of("User", "Order", "Product")) {
            assertThat(seen.stream()
                            .filter(event -> event.model().equals(model))
                            .map(ItemInvalidated::id))
                    .containsExactlyElementsOf(
                            IntStream.range(0, EVENTS).<Object>mapToObj(n -> n).toList());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
