package io.turnkey.redis.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.turnkey.RedisOptions;
import io.turnkey.RedisReconnect;
import io.turnkey.spi.SecondLevel.Observer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The machine cannot make another thread, for a while; or all threads hang. */
@Tag("P6")
@Timeout(60)
class ThreadShortageTest {
    private static final Duration MILLI = Duration.ofMillis(1);

    final AtomicBoolean isShort = new AtomicBoolean(true);
    final Threads threads = new Threads("shop", 1, this::thread);
    final HangingServer hanging = new HangingServer(2);

    /** Fails where the start of a thread would: executors of newer JDKs start one past {@link Thread#start}. */
    private Thread thread(Runnable task) {
        if (isShort.get()) {
            throw new OutOfMemoryError("unable to create native thread");
        }
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    @AfterEach
    void stop() throws InterruptedException {
        hanging.end.countDown();
        threads.close(Duration.ofMinutes(1));
    }

    @Test
    void what_waits_for_a_thread_is_run_once_and_in_its_order_when_there_is_one() throws InterruptedException {
        List<String> run = new CopyOnWriteArrayList<>();
        CountDownLatch two = new CountDownLatch(2);
        Lane lane = new Lane(threads);
        for (String task : List.of("first", "second")) {
            Runnable counted = () -> {
                run.add(task);
                two.countDown();
            };
            assertThatCode(() -> lane.execute(counted)).doesNotThrowAnyException();
        }
        assertThat(run).isEmpty();

        isShort.set(false);
        CountDownLatch other = new CountDownLatch(1);
        threads.execute(other::countDown);

        assertThat(two.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(other.await(1, TimeUnit.MINUTES)).isTrue();
        assertThat(run).containsExactly("first", "second");
    }

    @Test
    void a_subscription_without_a_thread_has_ended_and_the_next_attempt_listens() throws InterruptedException {
        HangingServer hanging = new HangingServer(1);
        Control control = new Control(threads.named("control"), e -> {});
        Subscriber subscriber = new Subscriber(control, this::thread);
        List<Throwable> ended = new CopyOnWriteArrayList<>();

        assertThatCode(() -> subscriber.start(hanging, () -> {}, (model, news) -> {}, ended::add))
                .doesNotThrowAnyException();
        assertThat(ended).singleElement().isInstanceOf(OutOfMemoryError.class);
        isShort.set(false);
        subscriber.start(hanging, () -> {}, (model, news) -> {}, ended::add);

        assertThat(hanging.called.await(1, TimeUnit.MINUTES)).isTrue();
        hanging.end.countDown();
        control.close(() -> {});
    }

    @Test
    void without_a_thread_for_the_protocol_nothing_is_opened() {
        assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> new Control(this::thread, e -> {}));
    }

    @Test
    @Tag("F50")
    void a_server_is_closed_although_every_thread_hangs() throws InterruptedException {
        RedisOptions options = RedisOptions.builder()
                .poolSize(2)
                .reconnect(new RedisReconnect(RedisReconnect.UNLIMITED, 1, MILLI, MILLI, 0))
                .commandTimeout(MILLI)
                .connectTimeout(MILLI)
                .drainTimeout(MILLI)
                .build();
        RedisSecondLevel level = new RedisSecondLevel(options, "shop", hanging, new NoObserver());
        level.start();
        hanging.called.await();

        level.close();

        assertThat(hanging.closed.getCount()).isZero();
    }

    private static final class NoObserver implements Observer {
        @Override
        public void disconnected(Throwable cause) {}

        @Override
        public void reconnecting(int attempt, Duration delay) {}

        @Override
        public void connected() {}

        @Override
        public void failed(@Nullable String model, String operation, Throwable cause) {}
    }
}
