package io.turnkey.redis.client;

import io.turnkey.redis.client.Clients.Opened;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.AbstractPipeline;
import redis.clients.jedis.Response;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/** Redis through Jedis; the client is made at the first {@link #open}, since some clients connect in their constructor. Whichever of {@code open} and {@link #close} is the later one closes what the other has made, without waiting for it. */
public final class JedisServer implements Server {
    private static final int SCANNED = 500;

    private final Clients clients;
    private final Object opening = new Object();
    private final AtomicReference<@Nullable Opened> opened = new AtomicReference<>();
    private volatile boolean closed;

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
            checkOpen();
            Opened known = opened.get();
            if (known != null) {
                known.dropIdle();
                return;
            }
            opened.set(clients.open());
            if (closed) {
                closeClient();
            }
            checkOpen();
        }
    }

    private void checkOpen() {
        if (closed) {
            throw new IllegalStateException("The connection to Redis was closed");
        }
    }

    @Override
    public Object evalsha(byte[] digest, List<byte[]> keys, List<byte[]> arguments) {
        return client().evalsha(digest, keys, arguments);
    }

    @Override
    public Answers evalshaAndMget(byte[] digest, List<byte[]> keys, List<byte[]> arguments, List<byte[]> values) {
        Response<Object> script;
        Response<List<byte[]>> found;
        try (AbstractPipeline pipeline = client().pipelined()) {
            script = pipeline.evalsha(digest, keys, arguments);
            found = pipeline.mget(values.toArray(byte[][]::new));
        }
        return new Answers(script.get(), new ArrayList<>(found.get()));
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
        closed = true;
        closeClient();
    }

    private void closeClient() {
        Opened known = opened.getAndSet(null);
        if (known != null) {
            known.close();
        }
    }

    private UnifiedJedis client() {
        checkOpen();
        Opened known = opened.get();
        if (known == null) {
            throw new IllegalStateException("Redis was never reached");
        }
        return known.client();
    }
}
