package com.example.stranger.cluster;

import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPubSub;

/** A node's part in measuring how soon the other node's commits are seen; beside it, how soon plain messages are. */
final class Latency {
    static final long ROW = 0;
    private static final String CHANNEL = "plain";
    private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(3);
    private static final long LOOK_NANOS = TimeUnit.MICROSECONDS.toNanos(20);

    private final Site site;
    private final SubscriberCache cache;
    private final Wire wire;
    private final int redis;

    Latency(Site site, SubscriberCache cache, Wire wire, int redis) {
        this.site = site;
        this.cache = cache;
        this.wire = wire;
        this.redis = redis;
    }

    /** Reads one row all the time, and hears plain messages; tells both from now on. */
    void watch(Foreign foreign) {
        daemon("watch", () -> {
            while (true) {
                Instant asked = Instant.now();
                cache.getById(ROW).ifPresent(row -> foreign.mayHaveWritten(row, asked));
                LockSupport.parkNanos(LOOK_NANOS);
            }
        });
        daemon("listen", () -> {
            try (Jedis jedis = new Jedis("127.0.0.1", redis)) {
                jedis.subscribe(
                        new JedisPubSub() {
                            @Override
                            public void onMessage(String channel, String sent) {
                                wire.say("plain", Wire.micros(Instant.now()) - Long.parseLong(sent));
                            }
                        },
                        CHANNEL);
            }
        });
    }

    /** Writes the row that often; after each commit, and a while, it sends a plain message. */
    void write(int times) {
        try (Jedis jedis = new Jedis("127.0.0.1", redis)) {
            for (int i = 0; i < times; i++) {
                wire.say("committed", write(), Wire.micros(Instant.now()));
                LockSupport.parkNanos(BREATH_NANOS);
                jedis.publish(CHANNEL, Long.toString(Wire.micros(Instant.now())));
                LockSupport.parkNanos(BREATH_NANOS);
            }
        }
    }

    /** The row's new number, which is its version. */
    private long write() {
        return site.factory().callInTransaction(em -> {
            Subscriber row = em.find(Subscriber.class, ROW);
            long number = row.version + 1;
            row.body = Long.toString(number);
            return number;
        });
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
