package com.example.stranger.cluster;

import java.time.Duration;
import java.util.List;

/**
 * What a node is told when it is started.
 *
 * @param node its number, which a node that is started again keeps
 * @param life how often a node of this number has been started before
 * @param nodes how many there are
 * @param database the port where PostgreSQL, or a proxy before it, listens
 * @param redis the same of Redis
 * @param seed decides what its threads do
 * @param ttl how long it serves a row, at most
 */
record NodeSettings(int node, int life, int nodes, int database, int redis, long seed, Duration ttl) {
    static NodeSettings parse(String... arguments) {
        return new NodeSettings(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Integer.parseInt(arguments[3]),
                Integer.parseInt(arguments[4]),
                Long.parseLong(arguments[5]),
                Duration.parse(arguments[6]));
    }

    List<String> arguments() {
        return List.of(
                Integer.toString(node),
                Integer.toString(life),
                Integer.toString(nodes),
                Integer.toString(database),
                Integer.toString(redis),
                Long.toString(seed),
                ttl.toString());
    }

    /** By which PostgreSQL knows its connections, and the journal its writes. */
    String name() {
        return "node" + node + "." + life;
    }

    /** Each node writes its own rows alone; the rest is written by all. */
    boolean owns(long row) {
        return row % (nodes + 1) == node;
    }

    boolean writes(long row) {
        return owns(row) || row % (nodes + 1) == nodes;
    }
}
