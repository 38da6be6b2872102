package io.turnkey.spi;

import java.time.Duration;

/** What a source is told about a load, and tells of it. */
public interface LoadContext {
    /** How long a statement may take; a source hands it to the driver. Zero for no limit. */
    Duration timeout();

    /** Called once the load holds a connection: a load that times out before this was waiting for one. */
    void connected();
}
