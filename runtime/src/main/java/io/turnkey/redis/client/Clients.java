package io.turnkey.redis.client;

import java.util.function.Supplier;
import redis.clients.jedis.UnifiedJedis;

/** Makes clients for one kind of deployment. */
public interface Clients {
    /** As {@link Server#isOne}. */
    boolean isOne();

    /** Makes a client, or throws because nothing can be reached. */
    Opened open();

    /** Hears channels on a connection of its own. */
    Listening listening(Supplier<UnifiedJedis> client);

    /**
     * A client.
     *
     * @param client runs commands
     * @param idle drops connections nobody uses, which may have broken
     * @param closing closes what was opened
     */
    record Opened(UnifiedJedis client, Runnable idle, Runnable closing) {
        void dropIdle() {
            idle.run();
        }

        void close() {
            closing.run();
        }
    }
}
