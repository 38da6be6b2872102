package io.turnkey.redis;

import static io.turnkey.testing.redis.RedisServer.await;

import io.turnkey.RedisOptions;
import io.turnkey.RedisReconnect;
import io.turnkey.spi.SecondLevel;
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
import org.jspecify.annotations.Nullable;

/** One node with one model, as a process would be. */
final class TestNode implements AutoCloseable {
    static final String GROUP = "shop";
    static final String MODEL = "User";
    static final String PREFIX = "cache:{shop:User}:";

    /** A heartbeat so slow that a test which needs none sees none. */
    static final Duration NEVER = Duration.ofMinutes(10);

    final RecordingObserver observer = new RecordingObserver();
    final RecordingMember member = new RecordingMember();
    final SecondLevel level;
    final SharedModel model;

    private TestNode(RedisOptions options, String fingerprint) {
        level = ServiceLoader.load(SecondLevelProvider.class)
                .findFirst()
                .orElseThrow()
                .open(options, GROUP, observer);
        model = level.join(MODEL, fingerprint, member);
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

    Stamp stamp() {
        Stamp stamp = model.stamp();
        if (stamp == null) {
            throw new AssertionError("Redis is not trusted; " + observer.told);
        }
        return stamp;
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
        return new Fill(id, version, expires, hashes, () -> value.getBytes(StandardCharsets.UTF_8));
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

    /** Fills now, and waits until it is there. */
    void filled(String id, String value) {
        fill(stamp(), id, value);
        await(() -> value.equals(read(id)));
    }

    void awaitNews(String id, int from) {
        await(() -> member.dropped(id, from));
    }

    @Override
    public void close() {
        level.close();
    }
}
