package io.turnkey.redis.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.RedisOptions;
import io.turnkey.redis.client.JedisServer;
import io.turnkey.redis.client.OwnClients;
import io.turnkey.redis.client.Server;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel.Copy;
import io.turnkey.spi.SharedModel.Question;
import io.turnkey.testing.engine.Call;
import io.turnkey.testing.redis.RedisServer;
import io.turnkey.testing.redis.Wire;
import io.turnkey.testing.redis.Wire.Hold;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

@DisplayName(
        "What is found is at least as new as the position it comes with, whatever is written between the script and the copies behind it")
@Tag("H2")
@Tag("F62")
class BetweenScriptAndCopiesTest {
    private static final Question BY_ID = new Question(null, "1");
    private static final Question BY_KEY = new Question("email", "h1");

    private static RedisServer server;

    private final Jedis redis = server.jedis();
    private final Wire wire = new Wire(server.port());
    private final Server slow = open(wire.url());
    private final Server quick = open(server.url());
    private final ModelCommands reader = commands(slow);
    private final ModelCommands writer = commands(quick);
    private String epoch = "";

    @BeforeAll
    static void start() {
        server = RedisServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Server open(String url) {
        Server opened = new JedisServer(new OwnClients(RedisOptions.builder()
                .url(url)
                .commandTimeout(Duration.ofMinutes(1))
                .heartbeat(Duration.ofMinutes(1))
                .build()));
        opened.open();
        return opened;
    }

    private static ModelCommands commands(Server server) {
        return new ModelCommands(server, new Keys("cache:{<group>:<Model>}:", "shop", "User"), "1", "node", true);
    }

    @BeforeEach
    void aCopy() {
        redis.flushAll();
        epoch = writer.state(null).position().epoch();
        fill(epoch, 0, "old");
        assertThat(text(writer.read(List.of(BY_ID, BY_KEY)), BY_ID))
                .as("from now on the server knows the script")
                .isEqualTo("old");
    }

    @AfterEach
    void close() {
        slow.close();
        quick.close();
        wire.close();
        redis.close();
    }

    private void fill(String epoch, long number, String row) {
        writer.fill(
                epoch,
                List.of(new Offer(
                        new Outline(
                                "1",
                                number,
                                null,
                                System.nanoTime() + Duration.ofHours(1).toNanos()),
                        Map.of("email", "h1"),
                        row.getBytes(StandardCharsets.UTF_8))));
    }

    private Position write() {
        return writer.invalidate(new SharedChange(Set.of("1"), Map.of("email", Set.of("h1"))));
    }

    /** What is found if this happens when the script has answered and the copies have not been looked for. */
    private Found read(Runnable meanwhile) {
        Hold copies = wire.holdBehindTheFirst("MGET");
        Call<Found> call = Call.of(() -> reader.read(List.of(BY_ID, BY_KEY)));
        copies.awaitReached();
        meanwhile.run();
        copies.open();
        Found found = call.get();
        assertThat(found.unreadable()).isZero();
        assertThat(found.foreign()).isZero();
        return found;
    }

    private static String text(Found found, Question question) {
        Copy copy = found.rows().get(question);
        return copy == null ? "none" : new String(copy.bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void nothing() {
        Found found = read(() -> {});

        assertThat(text(found, BY_ID)).isEqualTo("old");
        assertThat(text(found, BY_KEY)).isEqualTo("old");
    }

    @Test
    void aWrite() {
        Found found = read(this::write);

        assertThat(text(found, BY_ID)).isEqualTo("none");
        assertThat(text(found, BY_KEY)).as("in one step with the position").isEqualTo("old");
        assertThat(found.position()).as("before the write").isEqualTo(new Position(epoch, 0));
    }

    @Test
    void aWriteAndTheRowThatItMade() {
        Found found = read(() -> fill(epoch, write().sequence(), "new"));

        assertThat(text(found, BY_ID)).isEqualTo("new");
        assertThat(found.position()).isEqualTo(new Position(epoch, 0));
    }

    @Test
    void aWriteAndARowThatWasReadBeforeIt() {
        Found found = read(() -> {
            write();
            fill(epoch, 0, "late");
        });

        assertThat(text(found, BY_ID)).isEqualTo("none");
    }

    /** The copies stay, below the floor; who asks has to hear of it, as who has asked just before. */
    @Test
    @Tag("H15")
    void aWriteOfAnyRow() {
        Found found = read(() -> writer.invalidate(SharedChange.everything()));

        assertThat(text(found, BY_ID)).isEqualTo("old");
        assertThat(found.position()).as("before the write").isEqualTo(new Position(epoch, 0));
        assertThat(reader.read(List.of(BY_ID)).rows()).isEmpty();
    }

    @Test
    @Tag("H15")
    void aWriteOfAnyRowAndTheRowThatItMade() {
        Found found = read(
                () -> fill(epoch, writer.invalidate(SharedChange.everything()).sequence(), "new"));

        assertThat(text(found, BY_ID)).isEqualTo("new");
    }

    @Test
    @Tag("H21")
    void aNewEpoch() {
        Found found = read(writer::renew);

        assertThat(found.position()).as("which who asked knows to be over").isEqualTo(new Position(epoch, 0));
        assertThat(reader.read(List.of(BY_ID)).rows()).isEmpty();
    }

    @Test
    @Tag("H21")
    void aNewEpochAndARowOfIt() {
        Found found = read(() -> fill(writer.renew().epoch(), 0, "of another history"));

        assertThat(text(found, BY_ID)).isEqualTo("none");
        assertThat(found.position().epoch()).isEqualTo(epoch);
    }

    @Test
    @Tag("H21")
    void aServerThatForgetsEverything() {
        Found found = read(redis::flushAll);

        assertThat(text(found, BY_ID)).isEqualTo("none");
    }

    @Test
    @Tag("H25")
    void aServerThatForgetsTheModelsState() {
        Found found = read(() -> {
            redis.del("cache:{shop:User}:m", "cache:{shop:User}:f");
            fill(writer.state(null).position().epoch(), 0, "of another history");
        });

        assertThat(text(found, BY_ID)).isEqualTo("none");
    }
}
