package io.turnkey.redis.node;

import io.turnkey.spi.SharedModel.Fill;
import io.turnkey.spi.SharedModel.Stamp;

/**
 * A row that is offered.
 *
 * @param stamp the moment at which its load began
 * @param presence whether Redis has it
 */
record QueuedFill(Stamp stamp, Fill fill, Presence presence) {
    /** What is known. */
    enum Presence {
        /** It does not. */
        LACKED,
        /** Nobody knows. */
        UNKNOWN,
        /** Nobody knows, but it has either most of the rows around this one or few. */
        AS_OTHERS
    }
}
