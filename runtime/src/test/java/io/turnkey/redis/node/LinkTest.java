package io.turnkey.redis.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheException;
import io.turnkey.RedisOptions;
import io.turnkey.RedisReconnect;
import io.turnkey.redis.client.Listening;
import io.turnkey.redis.client.Server;
import io.turnkey.spi.SecondLevel.Observer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A connection that is made while the next attempt to make it is planned. */
@Tag("F63")
class LinkTest {
    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final Duration SOON = Duration.ofMillis(100);

    final CountDownLatch acknowledged = new CountDownLatch(1);
    final CountDownLatch ended = new CountDownLatch(1);
    final CountDownLatch connected = new CountDownLatch(1);
    final CountDownLatch listening = new CountDownLatch(1);
    final AtomicInteger opened = new AtomicInteger();
    final List<String> told = new CopyOnWriteArrayList<>();
    final RedisOptions options = RedisOptions.builder()
            .connectTimeout(Duration.ofMinutes(1))
            .commandTimeout(Duration.ofMillis(1))
            .heartbeat(Duration.ofMinutes(10))
            .reconnect(new RedisReconnect(RedisReconnect.UNLIMITED, 1, DELAY, DELAY, 0))
            .build();
    final Threads threads = new Threads("shop", 2);
    final Control control = new Control(threads.named("control"), e -> told.add("" + e));
    final Subscriber subscriber = new Subscriber(control, threads.named("subscriber"));
    final Link link = new Link(
            options, new SilentServer(), control, threads, new Reporter(new Told(), control, List.of()), subscriber);

    final class Told implements Observer {
        @Override
        public void disconnected(Throwable cause) {
            told.add("disconnected: " + cause.getMessage());
        }

        @Override
        public void reconnecting(int attempt, Duration delay) {}

        @Override
        public void connected() {
            told.add("connected");
            connected.countDown();
        }

        @Override
        public void failed(@Nullable String model, String operation, Throwable cause) {
            told.add("failed: " + cause.getMessage());
        }
    }

    /** Acknowledges a subscription when the test says so. */
    final class SilentServer implements Server {
        @Override
        public Listening listening() {
            return new Listening() {
                @Override
                public void run(List<byte[]> channels, Listener listener) {
                    listening.countDown();
                    LinkTest.await(acknowledged);
                    listener.acknowledged();
                    LinkTest.await(ended);
                }

                @Override
                public void end() {
                    ended.countDown();
                }
            };
        }

        @Override
        public boolean isOne() {
            return true;
        }

        @Override
        public void open() {
            opened.incrementAndGet();
        }

        @Override
        public Object evalsha(byte[] digest, List<byte[]> keys, List<byte[]> arguments) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Answers evalshaAndMget(byte[] digest, List<byte[]> keys, List<byte[]> arguments, List<byte[]> values) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Object eval(byte[] text, List<byte[]> keys, List<byte[]> arguments) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page scan(byte[] cursor, byte[] pattern) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void unlink(List<byte[]> keys) {}

        @Override
        public void close() {}
    }

    static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterEach
    void stop() throws InterruptedException {
        acknowledged.countDown();
        control.close(link::close);
        control.await(Duration.ofMinutes(1));
        threads.close(Duration.ofMinutes(1));
    }

    @Test
    void a_connection_that_was_made_before_a_planned_attempt_is_not_given_up() {
        control.execute(link::start);
        await(listening);
        control.execute(() -> {
            link.failed(null, new CacheException("A call of before failed late"));
            acknowledged.countDown();
        });
        await(connected);

        CountDownLatch later = new CountDownLatch(1);
        control.after(DELAY.plus(SOON), later::countDown);
        await(later);
        assertThat(opened).hasValue(1);
        assertThat(told).containsExactly("disconnected: A call of before failed late", "connected");
    }
}
