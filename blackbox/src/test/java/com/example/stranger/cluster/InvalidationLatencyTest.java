package com.example.stranger.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.turnkey.testing.redis.RedisServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints and writes {@code target/latency-report.txt}: from the return of a commit to the beginning of the other process's last read that showed the older state, and from the sending of a plain message to its arrival. */
@DisplayName("How soon another process sees a commit, beside a plain message")
class InvalidationLatencyTest {
    private static final int WARM_UP = 500;
    private static final int TIMES = 3_000;

    /** By number, in microseconds. */
    private final Map<Long, Long> committed = new ConcurrentHashMap<>();

    private final Map<Long, Long> lastAsked = new ConcurrentHashMap<>();
    private final Spread plain = new Spread();
    private volatile boolean warm;

    @Test
    @Tag("soak")
    @Tag("P4")
    void betweenTwoProcesses() throws IOException {
        ClusterDatabase.create();
        ClusterDatabase.fill();
        try (RedisServer redis = RedisServer.start();
                NodeProcess writer = start(0, redis);
                NodeProcess reader = start(1, redis)) {
            writer.awaitReady();
            reader.awaitReady();
            reader.execute("watch");
            writer.execute("write " + WARM_UP);
            warm = true;
            writer.execute("write " + TIMES);
            reader.execute("tell");
        }

        Spread seen = seen();
        String report = "milliseconds                         number        p50        p99        max\n"
                + "commit to last stale read          " + seen.text() + "\n"
                + "plain Jedis publish to message     " + plain.text() + "\n";
        System.out.println(report);
        Files.writeString(Path.of("target", "latency-report.txt"), report);
        assertThat(seen.count()).isGreaterThan(TIMES / 2);
        assertThat(plain.count()).isGreaterThan(TIMES / 2);
    }

    private Spread seen() {
        Spread seen = new Spread();
        for (long number = WARM_UP + 1; number <= WARM_UP + TIMES; number++) {
            Long before = lastAsked.get(number - 1);
            if (before != null) {
                seen.add(Math.max(0, before - committed.get(number)));
            }
        }
        return seen;
    }

    private NodeProcess start(int node, RedisServer redis) {
        NodeSettings settings =
                new NodeSettings(node, 1, 2, ClusterDatabase.port(), redis.port(), 0, Duration.ofHours(1));
        return NodeProcess.start(settings, (it, words) -> {
            switch (words.get(0)) {
                case "committed" -> committed.put(Long.valueOf(words.get(1)), Long.valueOf(words.get(2)));
                case "shown" ->
                    lastAsked.merge(RowState.parse(words.get(1)).number(), Long.valueOf(words.get(2)), Math::max);
                case "plain" -> {
                    if (warm) {
                        plain.add(Long.parseLong(words.get(1)));
                    }
                }
                default -> {}
            }
        });
    }
}
