package io.turnkey.redis.client;

import java.util.List;

/** A connection that hears channels. */
public interface Listening {
    /** Connects and listens until the connection ends; throws if it broke. */
    void run(List<byte[]> channels, Listener listener);

    /** Lets {@link #run} return soon, without waiting for it; from any thread. */
    void end();

    /** Is told, on the thread that runs. */
    interface Listener {
        /** From now on every message is heard. */
        void acknowledged();

        /** A message. */
        void message(byte[] channel, byte[] body);
    }
}
