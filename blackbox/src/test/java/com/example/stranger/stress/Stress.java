package com.example.stranger.stress;

import com.example.blackbox.fresh.Subscriber;
import com.example.blackbox.fresh.SubscriberCache;
import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.support.Clock;
import com.example.stranger.support.Database;
import com.example.stranger.support.Pool;
import io.turnkey.CacheEvent;
import io.turnkey.annotation.LoadMode;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Eight writers, eight readers and a keeper over two caches of one table, for a while or until an answer is wrong. */
final class Stress implements AutoCloseable {
    private static final int WRITERS = 8;
    private static final int READERS = 8;

    private final long seed;
    private final Pool pool;
    private final Pool loads;
    private final EntityManagerFactory factory;
    private final History history = new History(new AtomicLong()::incrementAndGet, Others.NONE);
    private final Clock clock = new Clock();
    private final List<SubscriberCache> caches = new ArrayList<>();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();

    Stress(Database database, long seed) {
        this.seed = seed;
        pool = new Pool(database.raw(), 2 * WRITERS);
        loads = new Pool(database.raw(), 16);
        factory = new PersistenceConfiguration("stress")
                .managedClass(Subscriber.class)
                .managedClass(RowLock.class)
                .property("hibernate.connection.datasource", pool)
                .property("hibernate.hbm2ddl.auto", "create")
                .createEntityManagerFactory();
        Writer writer = new Writer(factory, history, Journal.NONE);
        for (long row = 0; row < Operation.ROWS; row++) {
            RowLock lock = new RowLock(row);
            factory.runInTransaction(em -> em.persist(lock));
            writer.write(new Operation(Operation.Kind.UPDATE, row, row, 0, false));
        }
        caches.add(open(LoadMode.FULL, 1_000));
        caches.add(open(LoadMode.LAZY, 8));
    }

    private SubscriberCache open(LoadMode load, int maxSize) {
        return SubscriberCache.builder()
                .configure(o -> o.load(load).maxSize(maxSize).negativeTtl(Duration.ofHours(1)))
                .clock(clock)
                .loadFrom(loads)
                .on(CacheEvent.Failed.class, e -> history.violations().add(e + " " + e.error()))
                .open(factory);
    }

    List<SubscriberCache> caches() {
        return caches;
    }

    long reads() {
        return reads.get();
    }

    long commits() {
        return commits.get();
    }

    /** Wrong answers, at best none. */
    List<String> run(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        List<Reader> readers =
                caches.stream().map(cache -> new Reader(cache, history)).toList();
        Writer writer = new Writer(factory, history, Journal.NONE);
        Keeper keeper = new Keeper(caches, clock);
        List<Thread> threads = new ArrayList<>();
        IntStream.range(0, WRITERS)
                .forEach(i -> threads.add(thread("writer-" + i, i, end, random -> {
                    Operation operation = Operation.next(random);
                    writer.write(operation).ifPresent(write -> {
                        if (write.outcome == Write.Outcome.COMMITTED) {
                            commits.incrementAndGet();
                        }
                        readers.forEach(reader -> reader.readOwn(write));
                    });
                })));
        IntStream.range(0, READERS)
                .forEach(i -> threads.add(thread("reader-" + i, WRITERS + i, end, random -> {
                    readers.get(i % readers.size()).read(random);
                    reads.incrementAndGet();
                })));
        threads.add(thread("keeper", WRITERS + READERS, end, keeper::act));
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        return List.copyOf(history.violations());
    }

    private interface Step {
        void take(Random random);
    }

    /** Takes steps that only the seed and the thread decide. */
    private Thread thread(String name, int number, long end, Step step) {
        Random random = new Random(seed * 31 + number);
        return new Thread(
                () -> {
                    try {
                        while (System.nanoTime() < end && history.violations().isEmpty()) {
                            step.take(random);
                        }
                    } catch (RuntimeException | Error e) {
                        history.violations().add(name + " threw " + e + " " + List.of(e.getStackTrace()));
                    }
                },
                name);
    }

    /** What the table holds when all is done. */
    List<SubscriberSnapshot> rows() {
        return factory.callInTransaction(em -> em.createQuery("from Subscriber", Subscriber.class)
                .getResultStream()
                .map(SubscriberSnapshot::of)
                .toList());
    }

    @Override
    public void close() {
        caches.forEach(SubscriberCache::close);
        factory.close();
        pool.close();
        loads.close();
    }
}
