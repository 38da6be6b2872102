package io.turnkey.testing.redis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import redis.clients.jedis.Jedis;

/** Three masters and a replica of each. */
public final class RedisCluster implements AutoCloseable {
    private static final int SLOTS = 16_384;

    private final List<RedisServer> nodes = new ArrayList<>();

    private RedisCluster() {}

    /** Serves every slot. */
    public static RedisCluster start() {
        RedisCluster cluster = new RedisCluster();
        try {
            for (int i = 0; i < 6; i++) {
                cluster.nodes.add(RedisServer.start(
                        "--cluster-enabled",
                        "yes",
                        "--cluster-node-timeout",
                        "1500",
                        "--repl-diskless-sync-delay",
                        "0"));
            }
            cluster.connect();
        } catch (RuntimeException | Error e) {
            cluster.close();
            throw e;
        }
        return cluster;
    }

    /** Each node as {@code host:port}. */
    public String[] addresses() {
        return nodes.stream().map(node -> "127.0.0.1:" + node.port()).toArray(String[]::new);
    }

    /** The master that has a key. */
    public RedisServer masterOf(String key) {
        try (Jedis any = alive().jedis()) {
            long slot = any.clusterKeySlot(key);
            return any.clusterNodes()
                    .lines()
                    .filter(line -> line.contains("master") && has(line, slot))
                    .map(this::named)
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Override
    public void close() {
        nodes.forEach(RedisServer::close);
    }

    private void connect() {
        for (int i = 0; i < 3; i++) {
            int first = i * SLOTS / 3;
            int last = (i + 1) * SLOTS / 3 - 1;
            with(nodes.get(i), jedis -> jedis.clusterAddSlotsRange(first, last));
        }
        for (RedisServer node : nodes) {
            with(node, jedis -> jedis.clusterMeet("127.0.0.1", nodes.get(0).port()));
        }
        eachAwaits(jedis -> jedis.clusterNodes()
                        .lines()
                        .filter(line -> line.contains("connected"))
                        .count()
                == 6);
        for (int i = 0; i < 3; i++) {
            String master = ask(nodes.get(i), Jedis::clusterMyId);
            RedisServer replica = nodes.get(i + 3);
            RedisServer.await(() -> {
                try {
                    with(replica, jedis -> jedis.clusterReplicate(master));
                    return true;
                } catch (RuntimeException e) {
                    return false;
                }
            });
        }
        eachAwaits(jedis -> jedis.clusterInfo().contains("cluster_state:ok"));
        eachAwaits(jedis -> jedis.clusterNodes()
                        .lines()
                        .filter(line -> line.contains("slave"))
                        .count()
                == 3);
        for (int i = 3; i < 6; i++) {
            RedisServer replica = nodes.get(i);
            RedisServer.await(
                    () -> ask(replica, jedis -> jedis.info("replication")).contains("master_link_status:up"));
        }
    }

    /** The line of a node ends with its ranges. */
    private static boolean has(String line, long slot) {
        String[] parts = line.split(" ");
        return Arrays.stream(parts)
                .skip(8)
                .map(range -> range.split("-"))
                .anyMatch(range -> Long.parseLong(range[0]) <= slot && slot <= Long.parseLong(range[range.length - 1]));
    }

    private RedisServer named(String line) {
        return nodes.stream()
                .filter(node -> line.contains(":" + node.port() + "@"))
                .findFirst()
                .orElseThrow();
    }

    private RedisServer alive() {
        return nodes.stream().filter(RedisServer::isAlive).findFirst().orElseThrow();
    }

    private void eachAwaits(Predicate<Jedis> condition) {
        for (RedisServer node : nodes) {
            RedisServer.await(() -> ask(node, condition::test));
        }
    }

    private static void with(RedisServer node, Consumer<Jedis> action) {
        try (Jedis jedis = node.jedis()) {
            action.accept(jedis);
        }
    }

    private static <T> T ask(RedisServer node, Function<Jedis, T> question) {
        try (Jedis jedis = node.jedis()) {
            return question.apply(jedis);
        }
    }
}
