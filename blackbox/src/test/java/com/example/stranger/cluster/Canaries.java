package com.example.stranger.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import redis.clients.jedis.BinaryJedisPubSub;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Hears how far each node has told of its writes. Now and then a node invalidates a row that does not exist, whose id says who it is and how often it has done so; what it had committed before, it has told before.
 */
final class Canaries implements AutoCloseable {
    private static final Pattern ID = Pattern.compile("7\\d{12}");
    private static final String CHANNEL = "cache:{" + Site.GROUP + ":Subscriber}:changes";

    private final int redis;
    private final Set<Long> heard = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;
    private volatile Jedis listening;

    Canaries(int redis) {
        this.redis = redis;
        Thread thread = new Thread(this::listen, "canaries");
        thread.setDaemon(true);
        thread.start();
    }

    /** The id of a row that does not exist. */
    static long id(NodeSettings node, long count) {
        return 7_000_000_000_000L + node.node() * 100_000_000_000L + node.life() * 100_000_000L + count;
    }

    /** Whether everything that a node had committed before it told of this id has been told to all. */
    boolean heard(long id) {
        return heard.contains(id);
    }

    private void listen() {
        while (!closed) {
            try (Jedis jedis = new Jedis("127.0.0.1", redis)) {
                listening = jedis;
                jedis.subscribe(
                        new BinaryJedisPubSub() {
                            @Override
                            public void onMessage(byte[] channel, byte[] message) {
                                Matcher ids = ID.matcher(new String(message, StandardCharsets.ISO_8859_1));
                                while (ids.find()) {
                                    heard.add(Long.valueOf(ids.group()));
                                }
                            }
                        },
                        CHANNEL.getBytes(StandardCharsets.UTF_8));
            } catch (JedisException e) {
                // Redis is down: again. What is missed meanwhile counts as not heard.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        Jedis jedis = listening;
        if (jedis != null) {
            jedis.close();
        }
    }
}
