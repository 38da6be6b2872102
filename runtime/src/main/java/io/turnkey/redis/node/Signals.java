package io.turnkey.redis.node;

import io.turnkey.redis.model.Position;

/** What threads that talk to Redis about one model tell those that own the protocol; returns at once. */
interface Signals {
    /** A call failed, or nobody waited for it any longer. */
    void broken(Throwable cause);

    /** An answer was of another epoch than the one known. */
    void moved(Position position);

    /** Something that nobody waits for failed. */
    void reported(String operation, Throwable cause);
}
