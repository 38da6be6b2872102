package io.turnkey.testing.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import redis.clients.jedis.Jedis;

/** A master, a replica, and three sentinels that watch them. */
public final class RedisSentinels implements AutoCloseable {
    private final List<RedisServer> servers = new ArrayList<>();
    private final List<RedisServer> sentinels = new ArrayList<>();

    private RedisSentinels() {}

    /** Each sentinel knows the others and the replica. */
    public static RedisSentinels start(String master) {
        RedisSentinels all = new RedisSentinels();
        try {
            all.launch(master);
        } catch (RuntimeException | Error e) {
            all.close();
            throw e;
        }
        return all;
    }

    /** Each sentinel as {@code host:port}. */
    public String[] addresses() {
        return sentinels.stream()
                .map(sentinel -> "127.0.0.1:" + sentinel.port())
                .toArray(String[]::new);
    }

    /** As if its power were cut. */
    public void killMaster() {
        servers.get(0).kill();
    }

    @Override
    public void close() {
        sentinels.forEach(RedisServer::close);
        servers.forEach(RedisServer::close);
    }

    private void launch(String master) {
        RedisServer first = RedisServer.start("--repl-diskless-sync-delay", "0");
        servers.add(first);
        RedisServer replica = RedisServer.start("--replicaof", "127.0.0.1 " + first.port());
        servers.add(replica);
        await(replica, jedis -> jedis.info("replication").contains("master_link_status:up"));
        for (int i = 0; i < 3; i++) {
            sentinels.add(RedisServer.launch(
                    RedisServer.freePort(), List.of(configuration(master, first).toString(), "--sentinel")));
        }
        for (RedisServer sentinel : sentinels) {
            await(sentinel, jedis -> {
                Map<String, String> state = jedis.sentinelMaster(master);
                return "2".equals(state.get("num-other-sentinels")) && "1".equals(state.get("num-slaves"));
            });
        }
    }

    private static Path configuration(String master, RedisServer watched) {
        try {
            // Sentinels write to it; it goes with the folder of the server they watch.
            Path file = Files.createTempFile(watched.folder(), "sentinel", ".conf");
            return Files.write(
                    file,
                    List.of(
                            "sentinel monitor " + master + " 127.0.0.1 " + watched.port() + " 2",
                            "sentinel down-after-milliseconds " + master + " 1000",
                            "sentinel failover-timeout " + master + " 3000"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(RedisServer server, Predicate<Jedis> condition) {
        RedisServer.await(() -> {
            try (Jedis jedis = server.jedis()) {
                return condition.test(jedis);
            }
        });
    }
}
