package io.turnkey.redis.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("What a thread hears it may do itself, one task at a time, and waits for nobody")
@Tag("P4")
class ControlTest {
    private final List<Throwable> failed = new ArrayList<>();
    private final Control control = new Control(Thread::new, failed::add);
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void close() throws InterruptedException {
        gate.countDown();
        control.close(() -> {});
        assertThat(control.await(Duration.ofMinutes(1))).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets what waits run. */
    private void settle() {
        CountDownLatch done = new CountDownLatch(1);
        control.execute(done::countDown);
        await(done);
    }

    @Test
    void whereNothingElseIsDoneItIsDoneAtOnce() {
        AtomicReference<Thread> ran = new AtomicReference<>();

        control.executeHere(() -> ran.set(Thread.currentThread()));

        assertThat(ran).hasValue(Thread.currentThread());
    }

    @Test
    void behindSomethingThatHangsItWaitsItsTurnWithoutTheCaller() {
        List<Integer> order = new ArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        control.execute(() -> {
            begun.countDown();
            await(gate);
            order.add(1);
        });
        await(begun);

        control.executeHere(() -> order.add(2));
        control.execute(() -> order.add(3));
        control.executeHere(() -> order.add(4));

        assertThat(order).isEmpty();
        gate.countDown();
        settle();
        assertThat(order).containsExactly(1, 2, 3, 4);
    }

    @Test
    void whatComesWhileTheCallerRunsItsOwnIsRunByTheThread() {
        AtomicReference<Thread> ran = new AtomicReference<>();

        control.executeHere(() -> control.execute(() -> ran.set(Thread.currentThread())));
        settle();

        assertThat(ran.get()).isNotNull().isNotEqualTo(Thread.currentThread());
    }

    @Test
    void whatATaskThrowsIsToldAndTheNextOneRuns() {
        RuntimeException thrown = new RuntimeException();

        control.executeHere(() -> {
            throw thrown;
        });
        settle();

        assertThat(failed).containsExactly(thrown);
    }

    @Test
    void afterTheEndNothingRuns() throws InterruptedException {
        control.close(() -> {});
        assertThat(control.await(Duration.ofMinutes(1))).isTrue();
        AtomicReference<Thread> ran = new AtomicReference<>();

        control.executeHere(() -> ran.set(Thread.currentThread()));

        assertThat(ran).hasNullValue();
    }
}
