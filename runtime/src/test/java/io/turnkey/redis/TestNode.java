package io.turnkey.redis;

import static io.turnkey.testing.redis.RedisServer.await;

import io.turnkey.RedisOptions;
import io.turnkey.RedisReconnect;
import io.turnkey.redis.client.Server;
import io.turnkey.redis.node.RedisSecondLevel;
import io.turnkey.spi.SecondLevel;
import io.turnkey.spi.SecondLevel.Observer;
import io.turnkey.spi.SecondLevelProvider;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel;
import io.turnkey.spi.SharedModel.Copy;
import io.turnkey.spi.SharedModel.Fill;
import io.turnkey.spi.SharedModel.Question;
import io.turnkey.spi.SharedModel.Reading;
import io.turnkey.spi.SharedModel.Stamp;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One node with one model, as a process would be. */
final class TestNode implements AutoCloseable {
    static final String GROUP = "shop";
    static final String MODEL = "User";
    static final String PREFIX = "cache:{shop:User}:";

    /** A heartbeat so slow that a test which needs none sees none. */
    static final Duration NEVER = Duration.ofMinutes(10);

    private static final long OFFER_NANOS = TimeUnit.SECONDS.toNanos(2);

    final RecordingObserver observer = new RecordingObserver();
    final RecordingMember member = new RecordingMember();
    final SecondLevel level;
    final SharedModel model;

    private TestNode(Function<Observer, SecondLevel> opening, String fingerprint) {
        level = opening.apply(observer);
        model = level.join(MODEL, fingerprint, member);
    }

    private TestNode(RedisOptions options, String fingerprint) {
        this(
                observer -> ServiceLoader.load(SecondLevelProvider.class)
                        .findFirst()
                        .orElseThrow()
                        .open(options, GROUP, observer),
                fingerprint);
    }

    /** Maybe not connected, through a server that can be made to fail. */
    static TestNode through(Server server, RedisOptions options) {
        TestNode node = new TestNode(observer -> new RedisSecondLevel(options, GROUP, server, observer), "1");
        node.level.start();
        return node;
    }

    /** Connected. */
    static TestNode of(RedisOptions options) {
        TestNode node = starting(options);
        await(node.level::isConnected);
        return node;
    }

    /** Maybe not connected. */
    static TestNode starting(RedisOptions options) {
        TestNode node = new TestNode(options, "1");
        node.level.start();
        return node;
    }

    /** Of another version of the model. */
    static TestNode ofVersion(RedisOptions options, String fingerprint) {
        TestNode node = new TestNode(options, fingerprint);
        node.level.start();
        await(node.level::isConnected);
        return node;
    }

    /** Limits that a busy machine keeps too, and quick reconnection. */
    static RedisOptions.Builder options(String url) {
        return RedisOptions.builder()
                .url(url)
                .commandTimeout(Duration.ofSeconds(5))
                .heartbeat(NEVER)
                .reconnect(new RedisReconnect(
                        RedisReconnect.UNLIMITED, 1.5, Duration.ofMillis(5), Duration.ofMillis(100), 0.5));
    }

    /** As soon as Redis is trusted: on a busy machine a short limit is sometimes missed. */
    Stamp stamp() {
        AtomicReference<Stamp> stamp = new AtomicReference<>();
        await(() -> {
            stamp.set(model.stamp());
            return stamp.get() != null;
        });
        return stamp.get();
    }

    void fill(Stamp stamp, String id, String value) {
        model.fill(stamp, List.of(row(id, value)));
    }

    static Fill row(String id, String value) {
        return row(id, value, null, null, Map.of());
    }

    static Fill row(
            String id, String value, @Nullable String version, @Nullable Duration left, Map<String, String> hashes) {
        Long expires = left == null ? null : System.nanoTime() + left.toNanos();
        return new Fill(id, version, expires, () -> hashes, () -> value.getBytes(StandardCharsets.UTF_8));
    }

    void publish(String... ids) {
        model.publish(SharedChange.of(Set.of(ids)));
    }

    /** The value of a row in the second level; {@code null} for none. */
    @Nullable
    String read(String id) {
        return read(null, id);
    }

    @Nullable
    String read(@Nullable String key, String value) {
        Question question = new Question(key, value);
        Reading reading = model.read(List.of(question));
        Copy copy = reading.rows().get(question);
        return copy == null ? null : new String(copy.bytes(), StandardCharsets.UTF_8);
    }

    /**
     * Fills until it is there: once, and again only if that was lost. What waits to be written is not read, so a read at
     * once after each fill may never find it.
     */
    void filled(String id, String value) {
        AtomicLong again = new AtomicLong(System.nanoTime());
        await(() -> {
            Stamp now = model.stamp();
            if (now != null && System.nanoTime() >= again.get()) {
                again.set(System.nanoTime() + OFFER_NANOS);
                fill(now, id, value);
            }
            return value.equals(read(id));
        });
    }

    /** Whether all its writes have arrived. */
    boolean hasDelivered() {
        return level.undelivered() == 0;
    }

    void awaitNews(String id, int from) {
        await(() -> member.dropped(id, from));
    }

    @Override
    public void close() {
        level.close();
    }
}
