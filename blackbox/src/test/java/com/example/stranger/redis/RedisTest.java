package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.blackbox.fresh.Subscriber;
import com.example.stranger.fresh.FreshTest;
import com.example.stranger.fresh.FreshUnit;
import com.example.stranger.support.Database;
import io.turnkey.CacheEvent.RedisReconnected;
import io.turnkey.CacheGroup;
import io.turnkey.RedisOptions;
import io.turnkey.RedisReconnect;
import io.turnkey.testing.redis.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import redis.clients.jedis.Jedis;

/** A server for the class; empty tables and an empty server before each test, closed nodes after it. */
abstract class RedisTest {
    /** So patient that no pause of the machine looks like an outage. */
    static final Duration PATIENT = Duration.ofSeconds(20);

    /** So quick that an outage is noticed soon. */
    static final Duration QUICK = Duration.ofMillis(300);

    static RedisServer server;

    private final Database database;
    private final List<AutoCloseable> open = new ArrayList<>();
    Jedis redis;
    Stored stored;

    RedisTest() {
        this(Database.H2);
    }

    RedisTest(Database database) {
        this.database = database;
    }

    @BeforeAll
    static void startServer() {
        server = RedisServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void begin() {
        for (String name : List.of("a", "b", "c")) {
            site(name).reset();
        }
        FreshUnit.on(database).reset();
        connect();
        redis.flushAll();
    }

    private void connect() {
        redis = server.jedis();
        stored = new Stored(redis, "Subscriber");
    }

    /** Starts the server again after it was killed. */
    void restart() {
        server.restart();
        redis.close();
        connect();
    }

    @AfterEach
    void end() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
        redis.close();
    }

    Site site(String name) {
        return Site.of(database, name);
    }

    /** Closes it after the test; what was opened last is closed first. */
    <T extends AutoCloseable> T closing(T resource) {
        open.add(resource);
        return resource;
    }

    static RedisOptions.Builder options(String url) {
        return RedisOptions.builder()
                .url(url)
                .commandTimeout(PATIENT)
                .heartbeat(Duration.ofHours(1))
                .disconnectedTtl(Duration.ofHours(1))
                .reconnect(
                        new RedisReconnect(RedisReconnect.UNLIMITED, 1, QUICK.dividedBy(10), QUICK.dividedBy(10), 0));
    }

    /** Options under which an outage is noticed soon. */
    static RedisOptions.Builder quick(String url) {
        return options(url).commandTimeout(QUICK).connectTimeout(QUICK).heartbeat(QUICK);
    }

    Node node(String site) {
        return node(site, options(server.url()).build());
    }

    Node node(String site, RedisOptions options) {
        return node(site, options, group -> {});
    }

    /** Opens it and waits until it takes part. */
    Node node(String site, RedisOptions options, Consumer<CacheGroup.Builder> settings) {
        Node node = closing(Node.open(site(site), options, settings));
        awaitConnected(node, 1);
        return node;
    }

    /** Waits until the node has connected so many times. */
    static void awaitConnected(Node node, int times) {
        soon(() -> assertThat(node.heard().of(RedisReconnected.class)).hasSizeGreaterThanOrEqualTo(times));
    }

    static Subscriber subscriber(long id, String body) {
        return FreshTest.subscriber(id, body);
    }

    /** Persists subscribers where no node sees it. */
    void persist(Object... entities) {
        FreshUnit.on(database)
                .factory()
                .runInTransaction(em -> List.of(entities).forEach(em::persist));
    }

    /** Executes this where no node sees it. */
    void jdbc(String sql) {
        database.execute(sql);
    }
}
