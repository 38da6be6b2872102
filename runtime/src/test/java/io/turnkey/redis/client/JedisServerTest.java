package io.turnkey.redis.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.turnkey.testing.engine.Call;
import io.turnkey.testing.engine.Gate;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.UnifiedJedis;

/** What becomes of a client when the server is closed; nothing here is connected. */
@Tag("F50")
@Timeout(60)
class JedisServerTest {
    private final RedisClient client = RedisClient.create("localhost", 1);
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final Gate opening = new Gate();
    private final JedisServer server = new JedisServer(new SlowClients());

    /** Opens when the test says so. */
    private final class SlowClients implements Clients {
        @Override
        public boolean isOne() {
            return true;
        }

        @Override
        public Opened open() {
            opened.incrementAndGet();
            opening.pass();
            return new Opened(client, () -> {}, closed::incrementAndGet);
        }

        @Override
        public Listening listening(Supplier<UnifiedJedis> client) {
            throw new UnsupportedOperationException();
        }
    }

    @AfterEach
    void stop() {
        opening.open();
        client.close();
    }

    @Test
    void what_is_being_opened_is_closed_by_who_opens_it_and_close_does_not_wait_for_that() {
        Call<Void> call = Call.of(() -> {
            server.open();
            return null;
        });
        opening.awaitReached();

        server.close();

        opening.open();
        assertThatIllegalStateException().isThrownBy(call::get);
        assertThat(closed).hasValue(1);
    }

    @Test
    void is_closed_once_and_not_opened_again() {
        opening.open();
        server.open();
        server.close();
        server.close();

        assertThatIllegalStateException().isThrownBy(server::open);
        assertThat(opened).hasValue(1);
        assertThat(closed).hasValue(1);
    }

    @Test
    @Tag("F60")
    void a_client_of_the_callers_stays_open() {
        JedisServer callers = new JedisServer(new CallersClient(client, Duration.ofSeconds(1)));
        callers.open();
        callers.close();

        assertThat(client.getPool().isClosed()).isFalse();
    }
}
