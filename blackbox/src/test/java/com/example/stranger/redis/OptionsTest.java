package com.example.stranger.redis;

import static com.example.stranger.redis.Soon.soon;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.example.blackbox.GeneratedTestCaches;
import com.example.blackbox.Opaque;
import com.example.blackbox.OpaqueCache;
import com.example.stranger.support.Unit;
import com.example.stranger.watch.Heard;
import com.example.stranger.watch.Log;
import io.turnkey.CacheEvent;
import io.turnkey.CacheEvent.RedisDisconnected;
import io.turnkey.CacheEvent.RedisReconnecting;
import io.turnkey.CacheException;
import io.turnkey.RedisOptions;
import io.turnkey.redis.JedisClients;
import io.turnkey.testing.redis.Certificate;
import io.turnkey.testing.redis.RedisServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.RedisClient;

@DisplayName("Where Redis is, and who is let in")
@Tag("F60")
class OptionsTest extends RedisTest {
    private static final String SECRET = "hunter2-s3cret";

    @BeforeEach
    void row() {
        persist(subscriber(1, "old"), subscriber(2, "old"));
        Log.begin();
    }

    @AfterEach
    void forget() {
        Log.end();
        if (redis.isConnected()) {
            redis.aclDelUser("cache");
        }
    }

    /** One fills, the other reads; one writes, the other hears. */
    private static void share(Node one, Node other) {
        one.body(1);
        soon(() -> {
            other.subscribers().invalidateById(2L);
            one.body(2);
            other.body(2);
            assertThat(other.subscribers().stats().l2Hits()).isPositive();
        });
        one.body(1);
        other.body(1);
        one.change(1, "new");
        soon(() -> assertThat(other.body(1)).isEqualTo("new"));
    }

    @Test
    void anUrlWithADatabaseAndAPrefixOfOnesOwn() {
        RedisOptions options =
                options(server.url() + "/2").keyPrefix("app:{<group>/<Model>}:").build();
        share(node("a", options), node("b", options));

        assertThat(redis.dbSize()).as("in database 0").isZero();
        redis.select(2);
        assertThat(redis.keys("*"))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("app:{shop/"))
                .anyMatch(name -> name.startsWith("app:{shop/Subscriber}:v:"));
        redis.select(0);
    }

    @Test
    void hostAndPort() {
        RedisOptions options = options("redis://elsewhere:1")
                .host("127.0.0.1")
                .port(server.port())
                .build();
        share(node("a", options), node("b", options));
    }

    @Test
    void aClientOfOnesOwnWhichIsNotClosed() {
        try (RedisClient client = RedisClient.create(server.url())) {
            RedisOptions own = JedisClients.options(client);
            Node a = node(
                    "a",
                    own.toBuilder().commandTimeout(PATIENT).heartbeat(PATIENT).build());
            share(a, node("b"));
            a.close();

            assertThat(client.ping()).isEqualTo("PONG");
            assertThat(client.dbSize()).isPositive();
        }
    }

    @Test
    void aUserOfFewRightsWithAPassword() {
        redis.aclSetUser("cache", "on", ">" + SECRET, "~cache:*", "&cache:*", "-@all", "+@connection", "+@pubsub");
        redis.aclSetUser("cache", "+@scripting", "+@read", "+@write", "+info", "+time");
        String url = "redis://cache:" + SECRET + "@127.0.0.1:" + server.port();

        share(
                node("a", options(url).build()),
                node("b", options(server.url()).user("cache").password(SECRET).build()));

        keepsTheSecret(options(url).build());
        assertThat(Log.lines()).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void aWrongPasswordIsShownToNobody() {
        redis.aclSetUser("cache", "on", ">right", "~*", "&*", "+@all");
        RedisOptions wrong =
                quick("redis://cache:" + SECRET + "@127.0.0.1:" + server.port()).build();

        Node a = closing(Node.open(site("a"), wrong, group -> {}));
        a.heard().await(RedisDisconnected.class, 1);
        a.heard().await(RedisReconnecting.class, 2);

        assertThat(a.body(1)).isEqualTo("old");
        assertThat(a.heard().of(RedisDisconnected.class).get(0).cause()).hasStackTraceContaining("WRONGPASS");
        keepsTheSecret(wrong);
        keepsTheSecret(a.caches().health());
        keepsTheSecret(a.caches().stats());
        a.heard().all().forEach(OptionsTest::keepsTheSecret);
        assertThat(Log.lines()).anyMatch(line -> line.contains("Redis")).noneMatch(line -> line.contains(SECRET));

        redis.aclSetUser("cache", ">" + SECRET);
        awaitConnected(a, 1);
    }

    @Test
    void anUrlThatIsNoneIsNotRepeated() {
        for (String url : List.of(
                "http://u:" + SECRET + "@host",
                "redis://u:" + SECRET + "@host:port",
                "redis://u:" + SECRET + "@host/x",
                "redis://u:" + SECRET + "@")) {
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> RedisOptions.url(url))
                    .satisfies(OptionsTest::keepsTheSecret);
        }
    }

    private static void keepsTheSecret(Object told) {
        StringWriter text = new StringWriter();
        text.append(String.valueOf(told));
        if (told instanceof RedisDisconnected event) {
            event.cause().printStackTrace(new PrintWriter(text, true));
        }
        if (told instanceof CacheEvent.Failed event) {
            event.error().printStackTrace(new PrintWriter(text, true));
        }
        if (told instanceof Throwable thrown) {
            thrown.printStackTrace(new PrintWriter(text, true));
        }
        assertThat(text.toString()).doesNotContain(SECRET);
    }

    @Test
    void encrypted(@TempDir Path folder) throws IOException {
        Certificate certificate = Certificate.forHost("localhost", folder);
        Path configuration = Files.write(
                folder.resolve("redis.conf"),
                List.of("user default off", "user cache on >" + SECRET + " ~cache:* &cache:* +@all"));
        int port = RedisServer.freePort();
        closing(RedisServer.launch(
                port,
                List.of(
                        configuration.toString(),
                        "--port",
                        "0",
                        "--tls-port",
                        "" + port,
                        "--tls-cert-file",
                        certificate.certificate().toString(),
                        "--tls-key-file",
                        certificate.key().toString(),
                        "--tls-ca-cert-file",
                        certificate.certificate().toString(),
                        "--tls-auth-clients",
                        "no")));
        RedisOptions options = options("rediss://cache:" + SECRET + "@localhost:" + port)
                .tls(certificate.trusting())
                .build();

        share(node("a", options), node("b", options));

        Node untrusting = closing(Node.open(
                site("c"),
                quick("rediss://cache:" + SECRET + "@localhost:" + port).build(),
                group -> {}));
        assertThat(untrusting.heard().await(RedisDisconnected.class, 1).get(0).cause())
                .hasStackTraceContaining("PKIX");
        assertThat(untrusting.body(1)).isEqualTo("new");
        untrusting.heard().all().forEach(OptionsTest::keepsTheSecret);
        assertThat(Log.lines()).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    @Tag("F49")
    void aModelThatHasNoFormToShareSaysSo() {
        try (Unit unit = new Unit(Opaque.class)) {
            assertThatExceptionOfType(CacheException.class)
                    .isThrownBy(() -> GeneratedTestCaches.all()
                            .only(OpaqueCache.class)
                            .on(CacheEvent.class, new Heard())
                            .redis(options(server.url()).build())
                            .open(unit.factory()))
                    .withMessageContainingAll("Opaque", "sealed");
        }
    }
}
