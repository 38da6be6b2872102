package io.turnkey.redis.client;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.Connection;

/**
 * Hears channels on a connection that is its own until it ends. Jedis would wait for messages for ever, also from a server that hangs; here silence for a few heartbeats ends the connection.
 */
final class JedisListening implements Listening {
    private static final int SILENT_HEARTBEATS = 4;

    private final Supplier<Connection> connections;
    private final Duration heartbeat;
    private final Object lock = new Object();

    /** Guarded by the lock. */
    private @Nullable Connection connection;

    /** Guarded by the lock. */
    private boolean ended;

    JedisListening(Supplier<Connection> connections, Duration heartbeat) {
        this.connections = connections;
        this.heartbeat = heartbeat;
    }

    @Override
    public void run(List<byte[]> channels, Listener listener) {
        Connection made = connections.get();
        try {
            synchronized (lock) {
                if (ended) {
                    return;
                }
                connection = made;
            }
            new Ear(channels.size(), listener, made).proceed(made, channels.toArray(byte[][]::new));
        } finally {
            // Never goes back to a pool as if it were good: it may still be subscribed.
            made.setBroken();
            made.close();
        }
    }

    @Override
    public void end() {
        synchronized (lock) {
            ended = true;
            if (connection != null) {
                disconnect(connection);
            }
        }
    }

    private static void disconnect(Connection connection) {
        try {
            connection.forceDisconnect();
        } catch (IOException e) {
            // It is gone, which is what was wanted.
        }
    }

    /** Passes messages on. */
    private final class Ear extends BinaryJedisPubSub {
        private final int channels;
        private final Listener listener;
        private final Connection connection;

        Ear(int channels, Listener listener, Connection connection) {
            this.channels = channels;
            this.listener = listener;
            this.connection = connection;
        }

        @Override
        public void onSubscribe(byte[] channel, int subscribed) {
            if (subscribed == channels) {
                connection.setSoTimeout(
                        (int) Math.min(heartbeat.multipliedBy(SILENT_HEARTBEATS).toMillis(), Integer.MAX_VALUE));
                listener.acknowledged();
            }
        }

        @Override
        public void onMessage(byte[] channel, byte[] message) {
            listener.message(channel, message);
        }
    }
}
