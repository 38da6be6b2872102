package io.turnkey.redis.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.RedisOptions;
import io.turnkey.redis.client.JedisServer;
import io.turnkey.redis.client.OwnClients;
import io.turnkey.redis.client.Server;
import io.turnkey.spi.SharedModel.Question;
import io.turnkey.testing.redis.RedisServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@DisplayName("No copy lives longer than its row because somebody's clock is wrong")
@Tag("F62")
class ServerClockTest {
    private static final Question QUESTION = new Question(null, "1");

    @Test
    void itIsNeverAheadOfWhatTheServerSaid() {
        ServerClock clock = new ServerClock();
        long before = System.nanoTime();
        clock.is(1_000_000);
        long known = clock.millis();

        assertThat(known - 1_000_000).isBetween(0L, (System.nanoTime() - before) / 1_000_000);
    }

    @Test
    void ofAWriterThatIsAheadOfTheServersClockNothingIsTakenUntilItKnows() {
        AtomicBoolean ahead = new AtomicBoolean();
        try (RedisServer redis = RedisServer.start();
                Server real = new JedisServer(new OwnClients(RedisOptions.url(redis.url())))) {
            real.open();
            ModelCommands commands = new ModelCommands(
                    believing(real, ahead), new Keys("cache:{<group>:<Model>}:", "shop", "User"), "1", "node", true);
            String epoch = commands.state(null).position().epoch();
            Offer row = offer(Duration.ofMinutes(1));
            commands.fill(epoch, List.of(row));
            assertThat(commands.read(List.of(QUESTION)).rows().get(QUESTION).left())
                    .isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
            commands.forget(List.of("1"));

            ahead.set(true);
            commands.fill(epoch, List.of(row));
            assertThat(commands.read(List.of(QUESTION)).rows()).isEmpty();

            ahead.set(false);
            commands.fill(epoch, List.of(row));
            assertThat(commands.read(List.of(QUESTION)).rows()).containsKey(QUESTION);
        }
    }

    /** Between the moment it was written down and the moment it is sent other calls may have waited for a slow server. */
    @Test
    void aRowWhoseLifeHasEndedMeanwhileIsNotWritten() {
        try (RedisServer redis = RedisServer.start();
                Server real = new JedisServer(new OwnClients(RedisOptions.url(redis.url())))) {
            real.open();
            ModelCommands commands =
                    new ModelCommands(real, new Keys("cache:{<group>:<Model>}:", "shop", "User"), "1", "node", true);
            String epoch = commands.state(null).position().epoch();
            commands.fill(epoch, List.of(offer(Duration.ZERO)));
            assertThat(commands.read(List.of(QUESTION)).rows()).isEmpty();
        }
    }

    private static Offer offer(Duration left) {
        return new Offer(
                new Outline("1", 0, null, System.nanoTime() + left.toNanos()),
                Map.of(),
                "row".getBytes(StandardCharsets.UTF_8));
    }

    /** Tells the script of fills a clock that is ahead by centuries. */
    @SuppressWarnings("unchecked") // as the method has them
    private static Server believing(Server real, AtomicBoolean ahead) {
        return (Server) Proxy.newProxyInstance(
                Server.class.getClassLoader(), new Class<?>[] {Server.class}, (proxy, method, arguments) -> {
                    if (ahead.get() && method.getName().equals("evalsha")) {
                        List<byte[]> told = new ArrayList<>((List<byte[]>) arguments[2]);
                        told.set(1, "9999999999999".getBytes(StandardCharsets.UTF_8));
                        return real.evalsha((byte[]) arguments[0], (List<byte[]>) arguments[1], told);
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
