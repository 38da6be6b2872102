package io.turnkey.redis.client;

import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;

/** Hears channels through a client that does not show its connections, such as one for Sentinel. */
final class PlainListening implements Listening {
    private final UnifiedJedis client;
    private volatile boolean ended;
    private volatile @Nullable BinaryJedisPubSub subscription;

    PlainListening(UnifiedJedis client) {
        this.client = client;
    }

    @Override
    public void run(List<byte[]> channels, Listener listener) {
        BinaryJedisPubSub made = new BinaryJedisPubSub() {
            @Override
            public void onSubscribe(byte[] channel, int subscribed) {
                if (ended) {
                    unsubscribe();
                } else if (subscribed == channels.size()) {
                    listener.acknowledged();
                }
            }

            @Override
            public void onMessage(byte[] channel, byte[] message) {
                listener.message(channel, message);
            }
        };
        subscription = made;
        client.subscribe(made, channels.toArray(byte[][]::new));
    }

    @Override
    public void end() {
        ended = true;
        BinaryJedisPubSub known = subscription;
        if (known != null) {
            try {
                known.unsubscribe();
            } catch (JedisException e) {
                // It is not connected (any more): the thread ends, or sees that it is to end.
            }
        }
    }
}
