package io.turnkey.example.guide;

import io.turnkey.CacheEvent;
import io.turnkey.CacheGroup;
import io.turnkey.example.data.EmbeddedRedis;
import io.turnkey.example.data.ShopDatabase;
import io.turnkey.example.model.Customer;
import io.turnkey.example.model.CustomerCache;
import io.turnkey.example.model.CustomerSnapshot;
import io.turnkey.example.model.CustomerStatus;
import io.turnkey.example.model.GeneratedCaches;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** Two nodes that hear of each other's commits, and what an outage of Redis means for them. */
public final class ClusterSync {
    private ClusterSync() {}

    /** Runs it. */
    public static void main(String... args) throws InterruptedException {
        try (EmbeddedRedis redis = EmbeddedRedis.start();
                ShopDatabase database = ShopDatabase.small();
                EntityManagerFactory otherNode = database.otherNode();
                CacheGroup first = open(database.entityManagerFactory(), redis);
                CacheGroup second = open(otherNode, redis)) {
            CustomerCache here = first.get(CustomerCache.class);
            CustomerCache there = second.get(CustomerCache.class);
            System.out.println("Both have her: " + status(here) + ", " + status(there));

            // A program need not wait like this: the row falls by itself as soon as the news is there.
            CountDownLatch heard = new CountDownLatch(1);
            there.on(CacheEvent.ItemInvalidated.class, e -> heard.countDown());
            write(database.entityManagerFactory(), CustomerStatus.DORMANT);
            heard.await();
            System.out.println("Written here, read there: " + status(there));

            CountDownLatch disconnected = new CountDownLatch(2);
            first.on(CacheEvent.RedisDisconnected.class, e -> disconnected.countDown());
            second.on(CacheEvent.RedisDisconnected.class, e -> disconnected.countDown());
            redis.kill();
            disconnected.await();
            write(database.entityManagerFactory(), CustomerStatus.BLOCKED); // Does not wait for Redis.
            System.out.println("Redis is down, written here: " + status(here));
            System.out.println("There, for disconnectedTtl at most: " + status(there));

            CountDownLatch reconnected = new CountDownLatch(1);
            second.on(CacheEvent.RedisReconnected.class, e -> reconnected.countDown());
            redis.restart();
            reconnected.await();
            System.out.println("Redis is back: " + status(there) + ", repaired: "
                    + (there.stats().repairs() > 0));
        }
    }

    private static CacheGroup open(EntityManagerFactory factory, EmbeddedRedis redis) {
        return GeneratedCaches.all()
                .only(CustomerCache.class)
                .name("shop")
                .redis(redis.options().disconnectedTtl(Duration.ofMinutes(1)).build())
                .open(factory);
    }

    private static void write(EntityManagerFactory factory, CustomerStatus status) {
        factory.runInTransaction(em -> em.find(Customer.class, 1L).setStatus(status));
    }

    private static CustomerStatus status(CustomerCache customers) {
        return customers.getById(1L).map(CustomerSnapshot::status).orElseThrow();
    }
}
