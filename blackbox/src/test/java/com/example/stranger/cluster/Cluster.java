package com.example.stranger.cluster;

import io.turnkey.testing.redis.RedisServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import redis.clients.jedis.Jedis;

/** Three nodes on one database and one Redis, each behind a proxy of its own. For one thread. */
final class Cluster implements AutoCloseable {
    static final int NODES = 3;

    private final long seed;
    private final Duration ttl;
    private final NodeProcess.Listener listener;
    private final RedisServer redis = RedisServer.start();
    private final List<Proxy> proxies = new ArrayList<>();
    private final List<NodeProcess> nodes = new ArrayList<>();

    Cluster(long seed, Duration ttl, NodeProcess.Listener listener) {
        this.seed = seed;
        this.ttl = ttl;
        this.listener = listener;
        ClusterDatabase.create();
        try {
            for (int node = 0; node < NODES; node++) {
                proxies.add(new Proxy(redis.port()));
                nodes.add(NodeProcess.start(settings(node, 1), listener));
            }
            nodes.forEach(NodeProcess::begin);
        } catch (RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** Those that work. One that was killed takes part again when it has come up. */
    List<NodeProcess> nodes() {
        return nodes.stream().filter(NodeProcess::works).toList();
    }

    /** By which the node with that number is known. */
    String name(int node) {
        return nodes.get(node).settings().name();
    }

    /** Waits until all nodes work. */
    void awaitAll() {
        nodes.forEach(NodeProcess::begin);
    }

    /** What one more node would be told, which nobody cuts off. */
    NodeSettings observer() {
        return new NodeSettings(NODES, 1, NODES, ClusterDatabase.port(), redis.port(), seed, ttl);
    }

    /** When it returns nothing changes any more, until {@link #resume}. */
    void pause() {
        nodes().stream().filter(NodeProcess::pause).toList().forEach(NodeProcess::finish);
    }

    void resume() {
        nodes().stream().filter(NodeProcess::resume).toList().forEach(NodeProcess::finish);
    }

    void inject(Fault fault) {
        Proxy proxy = proxies.get(fault.node());
        switch (fault.kind()) {
            case FREEZE_REDIS -> redis.freeze();
            case KILL_REDIS -> redis.kill();
            case FLUSH_REDIS -> {
                try (Jedis jedis = redis.jedis()) {
                    jedis.flushAll();
                }
            }
            case CUT -> proxy.hold(true, true);
            case CUT_ALL -> proxies.forEach(each -> each.hold(true, true));
            case DEAFEN -> proxy.hold(false, true);
            case MUTE -> proxy.hold(true, false);
            case RESET -> proxy.reset();
            case KILL_NODE -> restart(fault.node());
        }
    }

    /** Ends a fault; one that was over at once is over already. */
    void heal(Fault fault, boolean broken) {
        switch (fault.kind()) {
            case FREEZE_REDIS -> redis.thaw();
            case KILL_REDIS -> redis.restart();
            case CUT, DEAFEN, MUTE -> heal(proxies.get(fault.node()), broken);
            case CUT_ALL -> proxies.forEach(proxy -> heal(proxy, broken));
            case FLUSH_REDIS, RESET, KILL_NODE -> {}
        }
    }

    private static void heal(Proxy proxy, boolean broken) {
        if (broken) {
            proxy.reset();
        }
        proxy.hold(false, false);
    }

    private void restart(int number) {
        NodeProcess old = nodes.get(number);
        old.close();
        nodes.set(number, NodeProcess.start(settings(number, old.settings().life() + 1), listener));
    }

    private NodeSettings settings(int node, int life) {
        return new NodeSettings(
                node, life, NODES, ClusterDatabase.port(), proxies.get(node).port(), seed, ttl);
    }

    @Override
    public void close() {
        nodes.forEach(NodeProcess::close);
        proxies.forEach(Proxy::close);
        redis.close();
    }
}
