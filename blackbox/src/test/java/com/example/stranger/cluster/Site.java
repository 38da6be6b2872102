package com.example.stranger.cluster;

import com.example.blackbox.GeneratedCaches;
import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.stress.RowLock;
import com.example.stranger.support.Pool;
import io.turnkey.CacheGroup;
import io.turnkey.CacheOptions;
import io.turnkey.RedisOptions;
import io.turnkey.RedisReconnect;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.time.Duration;
import org.hibernate.dialect.PostgreSQLDialect;
import org.postgresql.ds.PGSimpleDataSource;

/** What an application on one machine has: connections, a persistence unit and caches. */
final class Site implements AutoCloseable {
    static final String GROUP = "chaos";

    /** What the names of the model's keys and channels in Redis begin with. */
    static final String PREFIX = "cache:{" + GROUP + ":Subscriber}:";

    private final Pool pool;
    private final Pool loads;
    private final EntityManagerFactory factory;

    Site(NodeSettings settings) {
        PGSimpleDataSource database = ClusterDatabase.source(settings.database(), settings.name());
        pool = new Pool(database, 6);
        loads = new Pool(database, 6);
        factory = new PersistenceConfiguration("cluster")
                .managedClass(Subscriber.class)
                .managedClass(RowLock.class)
                .property("hibernate.connection.datasource", pool)
                // It starts without the database too.
                .property("hibernate.boot.allow_jdbc_metadata_access", false)
                .property("hibernate.dialect", PostgreSQLDialect.class.getName())
                .createEntityManagerFactory();
    }

    EntityManagerFactory factory() {
        return factory;
    }

    Pool pool() {
        return pool;
    }

    /** Caches that are not open yet. Nodes differ in how much of the table they keep. */
    CacheGroup.Builder caches(NodeSettings settings) {
        return caches(settings, redis(settings).build());
    }

    /** The same with other options for Redis. */
    CacheGroup.Builder caches(NodeSettings settings, RedisOptions redis) {
        return GeneratedCaches.all()
                .only(SubscriberCache.class)
                .name(GROUP)
                .loadFrom(loads)
                .configure(
                        SubscriberCache.class,
                        options -> kept(settings.node(), options)
                                .ttl(settings.ttl())
                                .maxStale(Duration.ZERO)
                                .negativeTtl(settings.ttl()))
                .redis(redis);
    }

    /** Faults are noticed soon, and made up for soon. */
    static RedisOptions.Builder redis(NodeSettings settings) {
        return RedisOptions.builder()
                .host("127.0.0.1")
                .port(settings.redis())
                .connectTimeout(Duration.ofMillis(500))
                .heartbeat(Duration.ofMillis(500))
                // So short that one of the nodes has to drop everything, and longer than anybody waits for the others,
                // which
                // have to be told.
                .disconnectedTtl(settings.node() == 1 ? Duration.ofSeconds(1) : Duration.ofMinutes(10))
                .reconnect(new RedisReconnect(
                        RedisReconnect.UNLIMITED, 2, Duration.ofMillis(20), Duration.ofMillis(500), 0.2))
                // So few that a long outage is too much for one of the nodes.
                .maxQueuedChanges(settings.node() == 1 ? 10 : 10_000);
    }

    private static CacheOptions.Builder kept(int node, CacheOptions.Builder options) {
        return switch (node % 3) {
            case 0 -> options.load(LoadMode.LAZY);
            case 1 -> options.load(LoadMode.LAZY).maxSize(8);
            default -> options.load(LoadMode.FULL);
        };
    }

    @Override
    public void close() {
        factory.close();
        pool.close();
        loads.close();
    }
}
