package io.turnkey.example.readme;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.RedisOptions;
import io.turnkey.RedisReconnect;
import io.turnkey.example.data.EmbeddedRedis;
import io.turnkey.spi.Member;
import io.turnkey.spi.SecondLevel;
import io.turnkey.spi.SecondLevelProvider;
import io.turnkey.spi.SharedChange;
import io.turnkey.spi.SharedModel;
import io.turnkey.spi.SharedModel.Fill;
import io.turnkey.spi.SharedModel.Question;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

/** What docs/redis.md says in tables and numbers is so. */
class RedisPageTest {
    private static final String PREFIX = "cache:{shop:User}:";

    private static final int ROWS = 20_000;

    private static String page() throws IOException {
        return Markdown.read(Path.of("../docs/redis.md")).text();
    }

    @Test
    @Tag("F60")
    void every_option_has_a_line() throws IOException {
        List<String> options = options(page());
        assertThat(Arrays.stream(RedisOptions.class.getRecordComponents()).map(RecordComponent::getName))
                .isSubsetOf(options);
    }

    @Test
    @Tag("F60")
    void the_defaults_are_those_of_the_code() throws IOException {
        RedisOptions options = RedisOptions.builder().build();
        Map<String, String> said = defaults(page());
        assertThat(said)
                .containsEntry("address", "`" + options.address() + "`")
                .containsEntry("keyPrefix", "`" + options.keyPrefix() + "`")
                .containsEntry("database", "" + options.database())
                .containsEntry("tls", options.tls() ? "on" : "off")
                .containsEntry("copyFormat", "`" + options.copyFormat() + "`")
                .containsEntry("clusterSync", options.clusterSync() ? "on" : "off")
                .containsEntry("connectTimeout", text(options.connectTimeout()))
                .containsEntry("commandTimeout", text(options.commandTimeout()))
                .containsEntry("disconnectedTtl", text(options.disconnectedTtl()))
                .containsEntry("heartbeat", text(options.heartbeat()))
                .containsEntry("poolSize", "" + options.poolSize())
                .containsEntry("maxQueuedFills", "%,d rows".formatted(options.maxQueuedFills()))
                .containsEntry("maxQueuedChanges", "%,d".formatted(options.maxQueuedChanges()))
                .containsEntry("drainTimeout", text(options.drainTimeout()))
                .containsEntry(
                        "reconnect",
                        text(options.reconnect().minDelay()) + " to "
                                + text(options.reconnect().maxDelay()));
        assertThat(options.reconnect()).isEqualTo(RedisReconnect.DEFAULT);
    }

    @Test
    @Tag("F60")
    void the_rights_are_enough_for_everything() throws IOException {
        String rule =
                Markdown.read(Path.of("../docs/redis.md")).blocks("conf").get(0).strip();
        String[] words = rule.replaceFirst("^user ", "").split(" ");
        try (EmbeddedRedis redis = EmbeddedRedis.start();
                Jedis admin = redis.jedis()) {
            admin.aclSetUser(words[0], Arrays.copyOfRange(words, 1, words.length));
            RedisOptions options = RedisOptions.url(redis.url()).toBuilder()
                    .user(words[0])
                    .password(words[2].substring(1))
                    .commandTimeout(Duration.ofSeconds(5))
                    .heartbeat(Duration.ofSeconds(5))
                    .build();
            try (Node one = new Node(options);
                    Node two = new Node(options)) {
                one.fill(row(1, 100, Map.of("email", "h1")));
                EmbeddedRedis.await(() -> two.read("email", "h1"));
                one.model.publish(SharedChange.of(Set.of("1")));
                EmbeddedRedis.await(() -> two.heard.contains("1"));
                // What a large write begins with: values of keys, and no row yet.
                one.model.publish(new SharedChange(Set.of(), Map.of("email", Set.of("h1"))));
                EmbeddedRedis.await(() -> Long.parseLong(admin.hget(PREFIX + "m", "seq")) == 2);
                one.fill(row(2, 100, Map.of("email", "h2")));
                EmbeddedRedis.await(() -> two.read("email", "h2"));
                one.fillMissing(row(2, 100, Map.of("email", "h2")), row(3, 100, Map.of("email", "h3")));
                EmbeddedRedis.await(() -> two.read("email", "h3"));
                one.model.forget(Set.of("3"));
                EmbeddedRedis.await(() -> !two.read("email", "h3"));
                one.model.clear();
                EmbeddedRedis.await(() -> admin.keys(PREFIX + "v:*").isEmpty());
                assertThat(one.failures).isEmpty();
                assertThat(two.failures).isEmpty();
            }
            assertThat(admin.aclLog()).isEmpty();
        }
    }

    @Test
    @Tag("F61")
    void a_copy_costs_what_is_said() throws IOException {
        Matcher said = Pattern.compile(
                        "about (\\d+) bytes beside its row, and (\\d+) to (\\d+) bytes for each unique key")
                .matcher(page());
        assertThat(said.find()).isTrue();
        try (EmbeddedRedis redis = EmbeddedRedis.start();
                Jedis admin = redis.jedis();
                Node node = new Node(RedisOptions.url(redis.url()).toBuilder()
                        .maxQueuedFills(ROWS)
                        .commandTimeout(Duration.ofSeconds(5))
                        .heartbeat(Duration.ofSeconds(5))
                        .build())) {
            double without = bytes(node, admin, 100_000, List.of());
            double with = bytes(node, admin, 200_000, List.of("email")) - without;
            assertThat(without).isBetween(0.9 * number(said, 1), 1.1 * number(said, 1));
            assertThat(with).isBetween(0.9 * number(said, 2), 1.1 * number(said, 3));
            assertThat(admin.strlen(PREFIX + "v:100000") - 400).isEqualTo(73);
        }
    }

    /** What a row takes beside its 400 bytes. */
    private static double bytes(Node node, Jedis admin, int first, List<String> keys) {
        long before = memory(admin);
        node.fill(IntStream.range(first, first + ROWS)
                .mapToObj(id -> {
                    Map<String, String> hashes = new HashMap<>();
                    keys.forEach(key -> hashes.put(key, "%032x".formatted(id * 0x9E3779B97F4A7C15L)));
                    return row(id, 400, hashes);
                })
                .toArray(Fill[]::new));
        EmbeddedRedis.await(() -> admin.exists(PREFIX + "v:" + (first + ROWS - 1)));
        return (memory(admin) - before) / (double) ROWS - 400;
    }

    private static long memory(Jedis admin) {
        Matcher used = Pattern.compile("used_memory:(\\d+)").matcher(admin.info("memory"));
        assertThat(used.find()).isTrue();
        return Long.parseLong(used.group(1));
    }

    private static Fill row(int id, int size, Map<String, String> hashes) {
        byte[] row = "x".repeat(size).getBytes(StandardCharsets.UTF_8);
        return new Fill("" + id, null, System.nanoTime() + Duration.ofHours(1).toNanos(), () -> hashes, () -> row);
    }

    private static int number(Matcher said, int group) {
        return Integer.parseInt(said.group(group));
    }

    private static String text(Duration duration) {
        return duration.toMillis() % 1_000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }

    private static List<String> options(String page) {
        return section(page).stream()
                .flatMap(line -> Pattern.compile("`(\\w+)`")
                        .matcher(line.split("\\|", -1)[1])
                        .results()
                        .map(name -> name.group(1)))
                .toList();
    }

    private static Map<String, String> defaults(String page) {
        Map<String, String> defaults = new HashMap<>();
        for (String line : section(page)) {
            String[] cells = line.split("\\|", -1);
            defaults.put(cells[1].replaceAll("^ `(\\w+)`.*", "$1"), cells[2].strip());
        }
        return defaults;
    }

    private static List<String> section(String page) {
        int start = page.indexOf("\n## Options\n");
        return page.substring(start, page.indexOf("\n## ", start + 1))
                .lines()
                .filter(line -> line.startsWith("| `"))
                .toList();
    }

    /** A process with one model, without the caches over it. */
    private static final class Node implements Member, SecondLevel.Observer, AutoCloseable {
        final List<String> heard = new CopyOnWriteArrayList<>();
        final List<Throwable> failures = new CopyOnWriteArrayList<>();
        private final SecondLevel level;
        final SharedModel model;

        Node(RedisOptions options) {
            level = ServiceLoader.load(SecondLevelProvider.class)
                    .findFirst()
                    .orElseThrow()
                    .open(options, "shop", this);
            model = level.join("User", "1", this);
            level.start();
            EmbeddedRedis.await(level::isConnected);
        }

        void fill(Fill... rows) {
            EmbeddedRedis.await(() -> model.stamp() != null);
            SharedModel.Stamp stamp = model.stamp();
            if (stamp != null) {
                model.fill(stamp, List.of(rows));
            }
        }

        void fillMissing(Fill... rows) {
            EmbeddedRedis.await(() -> model.stamp() != null);
            SharedModel.Stamp stamp = model.stamp();
            if (stamp != null) {
                model.fillMissing(stamp, rows.length, List.of(rows).iterator());
            }
        }

        boolean read(String key, String hash) {
            return !model.read(List.of(new Question(key, hash))).rows().isEmpty();
        }

        @Override
        public void changed(SharedChange change) {
            Set<String> ids = change.ids();
            heard.addAll(ids == null ? Set.of("everything") : ids);
        }

        @Override
        public void lost() {}

        @Override
        public void disconnected() {}

        @Override
        public void connected() {}

        @Override
        public void disconnected(Throwable cause) {
            failures.add(cause);
        }

        @Override
        public void reconnecting(int attempt, Duration delay) {}

        @Override
        public void failed(@Nullable String model, String operation, Throwable cause) {
            failures.add(cause);
        }

        @Override
        public void close() {
            level.close();
        }
    }
}
