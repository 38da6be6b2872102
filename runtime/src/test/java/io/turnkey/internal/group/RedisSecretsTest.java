package io.turnkey.internal.group;

import static io.turnkey.testing.redis.RedisServer.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.Failed;
import io.turnkey.CacheEvent.RedisDisconnected;
import io.turnkey.CacheEvent.RedisReconnecting;
import io.turnkey.CacheGroup;
import io.turnkey.RedisOptions;
import io.turnkey.RedisReconnect;
import io.turnkey.testing.redis.RedisServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import redis.clients.jedis.Jedis;

/** Whatever happens, no password is anywhere that somebody may look at. */
@Timeout(120)
@Tag("F60")
class RedisSecretsTest {
    private static final String SECRET = "hun/ter2";

    private final FakeDatabase database = new FakeDatabase();

    /** Everything that a group has told: log lines of every level with their stack traces, events with theirs, health, and texts. */
    private final List<String> told = new CopyOnWriteArrayList<>();

    private final List<CacheEvent> events = new CopyOnWriteArrayList<>();

    @Test
    void aPasswordThatIsWrongAndThenRight() {
        try (RedisServer server = RedisServer.start();
                Jedis redis = server.jedis()) {
            redis.configSet("requirepass", "another");
            try (CacheGroup group = open(options().url("redis://:hun%2Fter2@127.0.0.1:" + server.port()))) {
                await(() -> events.stream()
                                .filter(RedisReconnecting.class::isInstance)
                                .count()
                        > 2);
                look(group);
                redis.auth("another");
                redis.configSet("requirepass", SECRET);
                await(() -> Objects.requireNonNull(group.health().redis()).connected());
                look(group);
            }
        }
        assertThat(events).hasAtLeastOneElementOfType(RedisDisconnected.class);
        assertNothingIsTold();
    }

    @Test
    void serversAndSentinelsThatCannotBeReached() {
        int port = RedisServer.freePort();
        List<RedisOptions.Builder> unreachable = List.of(
                options().host("localhost").port(port).user("shop").password(SECRET),
                options().password(SECRET).cluster("localhost:" + port),
                options().password(SECRET).sentinel("main", "localhost:" + port).sentinelLogin("shop", SECRET),
                options().tls(true).port(port).password(SECRET));
        for (RedisOptions.Builder options : unreachable) {
            events.clear();
            try (CacheGroup group = open(options)) {
                await(() -> events.stream().anyMatch(RedisReconnecting.class::isInstance));
                look(group);
            }
        }
        assertNothingIsTold();
    }

    private static RedisOptions.Builder options() {
        return RedisOptions.builder()
                .commandTimeout(Duration.ofSeconds(5))
                .heartbeat(Duration.ofSeconds(5))
                .reconnect(new RedisReconnect(
                        RedisReconnect.UNLIMITED, 1.5, Duration.ofMillis(5), Duration.ofMillis(100), 0.5));
    }

    private CacheGroup open(RedisOptions.Builder options) {
        RedisOptions built = options.build();
        told.add(built.toString());
        CacheGroup.Builder builder = new GroupBuilder(Shop.ALL, database.adapters(), name -> recording())
                .name("shop")
                .redis(built)
                .on(CacheEvent.class, this::note);
        told.add(builder.toString());
        return builder.open(database.factory);
    }

    private void look(CacheGroup group) {
        told.add(group.toString());
        told.add(group.health().toString());
        told.add(group.stats().toString());
        told.addAll(LiveThreads.named("turnkey-"));
    }

    private void assertNothingIsTold() {
        assertThat(told).hasSizeGreaterThan(10).noneMatch(text -> text.contains("hun"));
    }

    private void note(CacheEvent event) {
        events.add(event);
        told.add(event.toString());
        if (event instanceof RedisDisconnected lost) {
            told.add(trace(lost.cause()));
        } else if (event instanceof Failed failed) {
            told.add(trace(failed.error()));
        }
    }

    private Logger recording() {
        return (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    for (Object argument : arguments) {
                        told.add(
                                argument instanceof Throwable thrown
                                        ? trace(thrown)
                                        : argument instanceof Object[] several
                                                ? Arrays.toString(several)
                                                : String.valueOf(argument));
                    }
                    return null;
                });
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
