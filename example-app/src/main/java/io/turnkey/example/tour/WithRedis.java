package io.turnkey.example.tour;

import static java.util.Objects.requireNonNull;

import io.turnkey.CacheGroup;
import io.turnkey.CacheHealth.Status;
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
    private final EmbeddedRedis redis;
    private final ShopDatabase database;
    private final CacheGroup firstNode;
    private final CustomerCache first;
    private final Narrator narrator;

    WithRedis(EmbeddedRedis redis, ShopDatabase database, Scene scene) {
        this.redis = redis;
        this.database = database;
        this.firstNode = scene.caches();
        this.first = firstNode.get(CustomerCache.class);
        this.narrator = scene.narrator();
    }

    void tell() {
        try (EntityManagerFactory otherFactory = database.otherNode()) {
            persistence(otherFactory);
            try (CacheGroup secondNode = Opening.open(otherFactory, redis)) {
                CustomerCache second = secondNode.get(CustomerCache.class);
                invalidation(otherFactory, second);
                outage(otherFactory, secondNode, second);
                recovery(secondNode);
            }
        }
    }

    private void persistence(EntityManagerFactory otherFactory) {
        narrator.chapter(
                "Redis: rows that outlive a process",
                "A row that a node has read from the database is written to Redis, in the background. Other nodes, and"
                        + " the next process, find it there: by its id and by every unique key.");
        narrator.read(first, "first.getById(151L)", () -> first.getById(151L), Describe::customer);
        String key = "cache:{shop:Customer}:v:151";
        redis.awaitKeys(key, 1);
        try (Jedis jedis = redis.jedis()) {
            narrator.result(key + ", " + jedis.strlen(key) + " bytes, for " + jedis.ttl(key) + " s");
        }
        narrator.pause();
        narrator.say("Another node, which has just started. It has asked the database for no customer:");
        try (CacheGroup secondNode = Opening.open(otherFactory, redis)) {
            CustomerCache second = secondNode.get(CustomerCache.class);
            narrator.read(
                    second,
                    "second.getByEmail(\"nalmeida151@example.com\")",
                    () -> second.getByEmail("nalmeida151@example.com"),
                    Describe::customer);
            narrator.read(second, "second.stats().loads()", () -> second.stats().loads(), String::valueOf);
        }
    }

    private void invalidation(EntityManagerFactory otherFactory, CustomerCache second) {
        narrator.chapter(
                "Redis: a commit on one node",
                "The second node writes. The first one has the row in memory, and cannot see the write; it is told.");
        narrator.read(first, "first.getById(151L)", () -> first.getById(151L), Describe::customer);
        narrator.code("otherFactory.runInTransaction(");
        narrator.code(
                "        em -> requireNonNull(em.find(Customer.class, 151L)).setStatus(CustomerStatus.DORMANT));");
        otherFactory.runInTransaction(
                em -> requireNonNull(em.find(Customer.class, 151L)).setStatus(CustomerStatus.DORMANT));
        long start = System.nanoTime();
        EmbeddedRedis.await(
                () -> first.getById(151L).map(CustomerSnapshot::status).orElseThrow() == CustomerStatus.DORMANT);
        narrator.result("the first node answers with it after " + Numbers.timeSince(start));
        narrator.read(first, "first.getById(151L)", () -> first.getById(151L), Describe::customer);
        narrator.read(second, "second.getById(151L)", () -> second.getById(151L), Describe::customer);
    }

    private void outage(EntityManagerFactory otherFactory, CacheGroup secondNode, CustomerCache second) {
        narrator.chapter(
                "Redis: an outage",
                "Redis is killed. Nobody waits for it: rows come from memory and from the database, commits commit."
                        + " What a node cannot hear of, it serves for disconnectedTtl at most, ten seconds here.");
        narrator.run("redis.kill()", () -> redis.kill());
        EmbeddedRedis.await(() -> isNow(Status.DEGRADED, secondNode));
        tellHealth(secondNode);
        narrator.read(first, "first.getById(151L)", () -> first.getById(151L), Describe::customer);
        narrator.read(first, "first.getById(152L)", () -> first.getById(152L), Describe::customer);
        narrator.code("otherFactory.runInTransaction(");
        narrator.code(
                "        em -> requireNonNull(em.find(Customer.class, 151L)).setStatus(CustomerStatus.BLOCKED));");
        otherFactory.runInTransaction(
                em -> requireNonNull(em.find(Customer.class, 151L)).setStatus(CustomerStatus.BLOCKED));
        narrator.read(second, "second.getById(151L)", () -> second.getById(151L), Describe::customer);
        narrator.read(first, "first.getById(151L)", () -> first.getById(151L), Describe::customer);
    }

    private void recovery(CacheGroup secondNode) {
        narrator.chapter(
                "Redis: the recovery",
                "Redis is back, and empty. The nodes connect by themselves, tell what they wrote meanwhile, and drop"
                        + " what they may have missed.");
        narrator.run("redis.restart()", () -> redis.restart());
        long start = System.nanoTime();
        EmbeddedRedis.await(() -> isNow(Status.UP, secondNode));
        narrator.result("both are connected after " + Numbers.timeSince(start));
        tellHealth(secondNode);
        narrator.read(first, "first.getById(151L)", () -> first.getById(151L), Describe::customer);
        narrator.read(first, "first.stats().repairs()", () -> first.stats().repairs(), String::valueOf);
    }

    private boolean isNow(Status status, CacheGroup secondNode) {
        return firstNode.health().status() == status && secondNode.health().status() == status;
    }

    private void tellHealth(CacheGroup secondNode) {
        narrator.result("health: first " + firstNode.health().status() + ", second "
                + secondNode.health().status());
    }
}
