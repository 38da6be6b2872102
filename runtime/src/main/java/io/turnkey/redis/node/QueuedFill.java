package io.turnkey.redis.node;

import io.turnkey.spi.SharedModel.Fill;
import io.turnkey.spi.SharedModel.Stamp;

/**
 * A row that is offered.
 *
 * @param stamp the moment at which its load began
 * @param lacked whether Redis is known not to have it
 */
record QueuedFill(Stamp stamp, Fill fill, boolean lacked) {}
