package io.turnkey.redis.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.redis.client.Listening;
import io.turnkey.redis.client.Server;
import io.turnkey.redis.model.Keys;
import io.turnkey.redis.model.ModelCommands;
import io.turnkey.redis.model.Position;
import io.turnkey.spi.SharedModel.Question;
import io.turnkey.spi.SharedModel.Reading;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller asks for thousands of rows: a script that looked for all of them would hold up everybody, and take longer than anyone waits. */
@Tag("P6")
class LargeReadsTest {
    private static final int MANY = 5_000;
    private static final int HELD_UP_BY = 1_000;
    private static final int ALL = -1;

    final List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger asked = new AtomicInteger();
    final AtomicInteger broken = new AtomicInteger();
    final CountDownLatch end = new CountDownLatch(1);
    final ExecutorService threads = Executors.newFixedThreadPool(2);
    volatile int onlyAnswer = ALL;

    /** Finds nothing. */
    final class EmptyServer implements Server {
        @Override
        public Object evalsha(byte[] digest, List<byte[]> keys, List<byte[]> arguments) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Answers evalshaAndMget(byte[] digest, List<byte[]> keys, List<byte[]> arguments, List<byte[]> values) {
            sizes.add(values.size());
            int call = asked.getAndIncrement();
            if (onlyAnswer != ALL && call != onlyAnswer) {
                await();
            }
            List<Object> state = List.of(
                    bytes("0123456789abcdef"),
                    bytes("0000000000000007"),
                    bytes("0000000000000000"),
                    1L,
                    List.of(),
                    List.of(),
                    List.of());
            return new Answers(state, Collections.nCopies(values.size(), null));
        }

        private void await() {
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static byte[] bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public boolean isOne() {
            return true;
        }

        @Override
        public void open() {}

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
        public Listening listening() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }

    final class CountingSignals implements Signals {
        @Override
        public void broken(Throwable cause) {
            broken.incrementAndGet();
        }

        @Override
        public void moved(Position position) {}

        @Override
        public void reported(String operation, Throwable cause) {}
    }

    @AfterEach
    void stop() {
        end.countDown();
        threads.shutdownNow();
    }

    private Reading read(Duration timeout) {
        ModelCommands commands = new ModelCommands(
                new EmptyServer(), new Keys("cache:{<group>:<Model>}:", "shop", "User"), "1", "node", true);
        Trust trust = new Trust();
        trust.give(new Position("0123456789abcdef", 7));
        Outbox outbox = new Outbox(10, 10);
        Lane lane = new Lane(threads);
        Signals signals = new CountingSignals();
        RedisModel model = new RedisModel(
                trust,
                outbox,
                new Sender(commands, outbox, trust, lane, threads, signals),
                new Reads(commands, threads),
                new Reclaiming(commands, trust, lane),
                signals,
                () -> 0,
                timeout);
        return model.read(IntStream.range(0, MANY)
                .mapToObj(id -> new Question(null, "" + id))
                .toList());
    }

    @Test
    void many_rows_are_looked_for_in_several_calls() {
        Reading reading = read(Duration.ofMinutes(1));

        assertThat(reading.stamp()).isNotNull();
        assertThat(sizes).allMatch(size -> size <= HELD_UP_BY);
        assertThat(sizes.stream().mapToInt(size -> size).sum()).isEqualTo(MANY);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void what_is_not_answered_in_time_is_not_there_but_redis_is(int answer) {
        onlyAnswer = answer;

        Reading reading = read(Duration.ofSeconds(1));

        assertThat(reading.stamp()).as("some was asked").isNotNull();
        assertThat(broken).as("connections that count as lost").hasValue(0);
    }
}
