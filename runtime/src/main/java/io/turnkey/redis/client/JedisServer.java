package io.turnkey.redis.client;

import io.turnkey.redis.client.Clients.Opened;
import java.util.List;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** Redis through Jedis; the client is made at the first {@link #open}, since some clients connect in their constructor. */
public final class JedisServer implements Server {
    private static final int SCANNED = 500;

    private final Clients clients;
    private final Object opening = new Object();
    private volatile @Nullable Opened opened;

    public JedisServer(Clients clients) {
        this.clients = clients;
    }

    @Override
    public boolean isOne() {
        return clients.isOne();
    }

    @Override
    public void open() {
        synchronized (opening) {
            Opened known = opened;
            if (known == null) {
                opened = clients.open();
            } else {
                known.dropIdle();
            }
        }
    }

    @Override
    public Object evalsha(byte[] digest, List<byte[]> keys, List<byte[]> arguments) {
        return client().evalsha(digest, keys, arguments);
    }

    @Override
    public Object eval(byte[] text, List<byte[]> keys, List<byte[]> arguments) {
        return client().eval(text, keys, arguments);
    }

    @Override
    public Page scan(byte[] cursor, byte[] pattern) {
        ScanResult<byte[]> result =
                client().scan(cursor, new ScanParams().match(pattern).count(SCANNED));
        return new Page(result.isCompleteIteration() ? null : result.getCursorAsBytes(), result.getResult());
    }

    @Override
    public void unlink(List<byte[]> keys) {
        client().unlink(keys.toArray(byte[][]::new));
    }

    @Override
    public Listening listening() {
        return clients.listening(() -> client());
    }

    @Override
    public void close() {
        synchronized (opening) {
            Opened known = opened;
            if (known != null) {
                known.close();
            }
        }
    }

    private UnifiedJedis client() {
        Opened known = opened;
        if (known == null) {
            throw new IllegalStateException("Redis was never reached");
        }
        return known.client();
    }
}
