package io.turnkey.testing.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;
import redis.clients.jedis.params.ClientKillParams.SkipMe;

/** A master, a replica, and three sentinels that watch them. */
public final class RedisSentinels implements AutoCloseable {
    private final List<RedisServer> servers = new ArrayList<>();
    private final List<RedisServer> sentinels = new ArrayList<>();

    private final String name;

    private RedisSentinels(String name) {
        this.name = name;
    }

    /** Each sentinel knows the others and the replica. */
    public static RedisSentinels start(String master) {
        RedisSentinels all = new RedisSentinels(master);
        try {
            all.launch();
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

    /** The replica becomes the master, and the sentinels say so. The old master does not hear of it: it goes on until {@link #demoteOldMaster}. */
    public void failOver() {
        with(sentinels.get(0), jedis -> jedis.sentinelFailover(name));
        for (RedisServer sentinel : sentinels) {
            await(
                    sentinel,
                    jedis -> jedis.sentinelGetMasterAddrByName(name)
                            .get(1)
                            .equals(String.valueOf(servers.get(1).port())));
        }
        // They would demote it within seconds.
        sentinels.forEach(RedisServer::freeze);
    }

    /** Who is the master after a fail-over. */
    public RedisServer promoted() {
        return servers.get(1);
    }

    /** What sentinels do when they reach the old master again: what it was told since the fail-over is lost. */
    public void demoteOldMaster() {
        with(servers.get(0), jedis -> {
            jedis.replicaof("127.0.0.1", servers.get(1).port());
            jedis.clientKill(new ClientKillParams().type(ClientType.NORMAL).skipMe(SkipMe.YES));
            jedis.clientKill(new ClientKillParams().type(ClientType.PUBSUB));
        });
        sentinels.forEach(RedisServer::thaw);
    }

    @Override
    public void close() {
        sentinels.forEach(RedisServer::close);
        servers.forEach(RedisServer::close);
    }

    private void launch() {
        RedisServer first = RedisServer.start("--repl-diskless-sync-delay", "0");
        servers.add(first);
        RedisServer replica = RedisServer.start("--replicaof", "127.0.0.1 " + first.port());
        servers.add(replica);
        await(replica, jedis -> jedis.info("replication").contains("master_link_status:up"));
        List<Integer> ports = Stream.generate(RedisServer::freePort).limit(3).toList();
        for (int port : ports) {
            sentinels.add(RedisServer.launch(
                    port, List.of(configuration(first, replica, port, ports).toString(), "--sentinel")));
        }
        for (RedisServer sentinel : sentinels) {
            await(sentinel, jedis -> {
                Map<String, String> state = jedis.sentinelMaster(name);
                return "2".equals(state.get("num-other-sentinels")) && "1".equals(state.get("num-slaves"));
            });
        }
    }

    /** Of a sentinel that knows the others already: to find each other takes them seconds. */
    private Path configuration(RedisServer watched, RedisServer replica, int own, List<Integer> ports) {
        List<String> lines = new ArrayList<>(List.of(
                "sentinel monitor " + name + " 127.0.0.1 " + watched.port() + " 2",
                "sentinel down-after-milliseconds " + name + " 1000",
                "sentinel failover-timeout " + name + " 3000",
                "sentinel myid " + id(own),
                "sentinel known-replica " + name + " 127.0.0.1 " + replica.port()));
        for (int port : ports) {
            if (port != own) {
                lines.add("sentinel known-sentinel " + name + " 127.0.0.1 " + port + " " + id(port));
            }
        }
        try {
            // Sentinels write to it; it goes with the folder of the server they watch.
            return Files.write(Files.createTempFile(watched.folder(), "sentinel", ".conf"), lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(int port) {
        return String.format("%040x", port);
    }

    private static void with(RedisServer server, Consumer<Jedis> action) {
        try (Jedis jedis = server.jedis()) {
            action.accept(jedis);
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
