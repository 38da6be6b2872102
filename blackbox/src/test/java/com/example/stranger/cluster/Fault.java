package com.example.stranger.cluster;

/**
 * What is done to the cluster.
 *
 * @param node whom it concerns; others ignore it
 */
record Fault(Kind kind, int node) {
    /** In the order of the letters that a report shows. */
    enum Kind {
        /** Redis stops in the middle of what it does: SIGSTOP. */
        FREEZE_REDIS,
        /** Redis ends at once, and is started again, empty: SIGKILL. */
        KILL_REDIS,
        /** Redis forgets everything: FLUSHALL. */
        FLUSH_REDIS,
        /** Nothing passes between a node and Redis. */
        CUT,
        /** Nothing passes between any node and Redis. */
        CUT_ALL,
        /** Redis hears a node, and the node does not hear Redis. */
        DEAFEN,
        /** A node hears Redis, and Redis does not hear the node. */
        MUTE,
        /** The connections of a node to Redis break; it may make new ones. */
        RESET,
        /** A node ends at once, and is started again: SIGKILL. */
        KILL_NODE
    }

    @Override
    public String toString() {
        return switch (kind) {
            case FREEZE_REDIS, KILL_REDIS, FLUSH_REDIS, CUT_ALL -> kind.toString();
            default -> kind + " " + node;
        };
    }
}
