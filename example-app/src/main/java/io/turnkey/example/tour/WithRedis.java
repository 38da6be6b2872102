package io.turnkey.example.tour;

import static java.util.Objects.requireNonNull;

import io.turnkey.CacheGroup;
import io.turnkey.CacheHealth;
import io.turnkey.example.console.Narrator;
import io.turnkey.example.console.Numbers;
import io.turnkey.example.data.EmbeddedRedis;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.Customer;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.CustomerSnapshot;
import io.turnkey.example.model.CustomerStatus;
import jakarta.persistence.EntityManagerFactory;
import redis.clients.jedis.Jedis;

/** A second node beside the first, as another process would be: what they share, what an outage of Redis costs, and how it ends. */
final class WithRedis {
    /** A customer whom no other chapter has touched. */
    private static final long GRACE = 151;

    private final EmbeddedRedis redis;
    private final ShopDatabase database;
    private final CacheGroup first;
    private final Narrator narrator;

    WithRedis(EmbeddedRedis redis, ShopDatabase database, Scene scene) {
        this.redis = redis;
        this.database = database;
        this.first = scene.caches();
        this.narrator = scene.narrator();
    }

    void tell() {
        try (EntityManagerFactory otherNode = database.otherNode()) {
            persistence(otherNode);
            try (CacheGroup second = Opening.open(otherNode, redis)) {
                invalidation(otherNode, second);
                outage(otherNode, second);
                recovery(second);
            }
        }
    }

    private void persistence(EntityManagerFactory otherNode) {
        CustomerCache customers = first.get(CustomerCache.class);
        narrator.chapter(
                "Redis: rows that outlive a process",
                "A row that a node has read from the database is written to Redis, in the background. Other nodes, and"
                        + " the next process, find it there: by its id and by every unique key.");
        read("first", customers, GRACE);
        String key = "cache:{shop:Customer}:v:" + GRACE;
        redis.awaitKeys(key, 1);
        try (Jedis jedis = redis.jedis()) {
            narrator.result(key + ", " + jedis.strlen(key) + " bytes, for " + jedis.ttl(key) + " s");
        }
        String email = requireNonNull(customers.getById(GRACE).orElseThrow().email());
        narrator.pause();
        narrator.say("Another node, which has just started. It has asked the database for none of its customers:");
        try (CacheGroup second = Opening.open(otherNode, redis)) {
            CustomerCache others = second.get(CustomerCache.class);
            narrator.read(
                    others, "second.getByEmail(\"" + email + "\")", () -> others.getByEmail(email), Describe::customer);
            narrator.result("loads from the database: " + others.stats().loads());
        }
    }

    private void invalidation(EntityManagerFactory otherNode, CacheGroup second) {
        narrator.chapter(
                "Redis: a commit on one node",
                "The second node writes. The first one has the row in memory, and cannot see the write; it is told.");
        CustomerCache customers = first.get(CustomerCache.class);
        read("first", customers, GRACE);
        write("second", otherNode, CustomerStatus.DORMANT);
        long start = System.nanoTime();
        EmbeddedRedis.await(() -> status(customers) == CustomerStatus.DORMANT);
        narrator.result("the first node answers with it after " + Numbers.timeSince(start));
        read("first", customers, GRACE);
        read("second", second.get(CustomerCache.class), GRACE);
    }

    private void outage(EntityManagerFactory otherNode, CacheGroup second) {
        CustomerCache customers = first.get(CustomerCache.class);
        narrator.chapter(
                "Redis: an outage",
                "Redis is killed. Nobody waits for it: rows come from memory and from the database, commits commit."
                        + " What a node cannot hear of, it serves for disconnectedTtl at most, ten seconds here.");
        narrator.run("kill -9 redis", redis::kill);
        EmbeddedRedis.await(() -> isDegraded(first) && isDegraded(second));
        narrator.result("health: first " + first.health().status() + ", second "
                + second.health().status());
        read("first", customers, GRACE);
        read("first", customers, GRACE + 1);
        write("second", otherNode, CustomerStatus.BLOCKED);
        read("second", second.get(CustomerCache.class), GRACE);
        read("first", customers, GRACE);
    }

    private void recovery(CacheGroup second) {
        narrator.chapter(
                "Redis: the recovery",
                "Redis is back, and empty. The nodes connect by themselves, tell what they wrote meanwhile, and drop"
                        + " what they may have missed.");
        narrator.run("redis-server", redis::restart);
        long start = System.nanoTime();
        EmbeddedRedis.await(() -> !isDegraded(first) && !isDegraded(second));
        narrator.result("health after " + Numbers.timeSince(start) + ": first "
                + first.health().status() + ", second " + second.health().status());
        CustomerCache customers = first.get(CustomerCache.class);
        read("first", customers, GRACE);
        narrator.result("repairs: " + customers.stats().repairs());
    }

    private void read(String node, CustomerCache customers, long id) {
        narrator.read(customers, node + ".getById(" + id + "L)", () -> customers.getById(id), Describe::customer);
    }

    private void write(String node, EntityManagerFactory factory, CustomerStatus status) {
        narrator.run(
                node + ": em.find(Customer.class, " + GRACE + "L).setStatus(" + status + "), committed",
                () -> factory.runInTransaction(
                        em -> requireNonNull(em.find(Customer.class, GRACE)).setStatus(status)));
    }

    private static CustomerStatus status(CustomerCache customers) {
        return customers.getById(GRACE).map(CustomerSnapshot::status).orElseThrow();
    }

    private static boolean isDegraded(CacheGroup group) {
        return group.health().status() != CacheHealth.Status.UP;
    }
}
