package com.example.stranger.cluster;

import com.example.blackbox.fresh.SubscriberCache;
import com.example.stranger.stress.History;
import com.example.stranger.stress.Operation;
import com.example.stranger.stress.Reader;
import com.example.stranger.stress.Write;
import com.example.stranger.stress.Writer;
import io.turnkey.SyncMode;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.LongStream;

/** What a node does all the time: two threads write, two read, and one does what an application or an administrator does now and then. */
final class Workload {
    private static final int WRITERS = 2;
    private static final int READERS = 2;

    /** No read takes that long, however slow the machine is. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final NodeSettings settings;
    private final SubscriberCache cache;
    private final Wire wire;
    private final History history;
    private final Writer writer;
    private final Reader reader;
    private final List<Long> rows;

    /** Who changes something holds a part of it; all of it is held while nothing may change. */
    private final ReadWriteLock changing = new ReentrantReadWriteLock(true);

    /** Of one thread. */
    private long canaries;

    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private final AtomicLong longestRead = new AtomicLong();
    private final AtomicLong longestWrite = new AtomicLong();

    Workload(NodeSettings settings, SubscriberCache cache, Wire wire, History history, Writer writer) {
        this.settings = settings;
        this.cache = cache;
        this.wire = wire;
        this.history = history;
        this.writer = writer;
        this.reader = new Reader(cache, history);
        this.rows = LongStream.range(0, Operation.ROWS)
                .filter(settings::writes)
                .boxed()
                .toList();
    }

    /** Begins to read, and to write once it may. */
    void start() {
        for (int i = 0; i < WRITERS; i++) {
            run("writer-" + i, i, TimeUnit.MILLISECONDS.toNanos(10), this::write);
        }
        for (int i = 0; i < READERS; i++) {
            run("reader-" + i, WRITERS + i, TimeUnit.MICROSECONDS.toNanos(300), this::read);
        }
        run("canary", -1, TimeUnit.MILLISECONDS.toNanos(50), random -> canary());
        run("keeper", WRITERS + READERS, TimeUnit.MILLISECONDS.toNanos(150), this::keep);
    }

    /** Nothing changes from when this returns until {@link #resume}. To be called by one thread. */
    void pause() {
        changing.writeLock().lock();
    }

    void resume() {
        changing.writeLock().unlock();
    }

    /** How much was done, as {@code reads=42}. */
    List<String> counts() {
        return List.of(
                "reads=" + reads,
                "writes=" + writes,
                "longest read ms=" + TimeUnit.NANOSECONDS.toMillis(longestRead.get()),
                "longest write ms=" + TimeUnit.NANOSECONDS.toMillis(longestWrite.get()));
    }

    private interface Step {
        void take(Random random);
    }

    /** Takes steps that only the seed and the thread decide, with a breath between them: three nodes share a few processors. */
    private void run(String name, int number, long pauseNanos, Step step) {
        Random random = new Random((settings.seed() * 31 + settings.node()) * 31 * settings.life() + number);
        Thread thread = new Thread(
                () -> {
                    while (true) {
                        try {
                            step.take(random);
                        } catch (RuntimeException | Error e) {
                            history.violations().add(name + " threw " + e + " " + List.of(e.getStackTrace()));
                        }
                        for (String wrong = history.violations().poll(); wrong != null; ) {
                            wire.say("violation", wrong);
                            wrong = history.violations().poll();
                        }
                        LockSupport.parkNanos(pauseNanos);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void read(Random random) {
        long begun = System.nanoTime();
        reader.read(random);
        long took = System.nanoTime() - begun;
        reads.incrementAndGet();
        longestRead.accumulateAndGet(took, Math::max);
        if (took > PATIENCE.toNanos()) {
            history.violations().add("a read took " + Duration.ofNanos(took));
        }
    }

    private void write(Random random) {
        changing.readLock().lock();
        try {
            long begun = System.nanoTime();
            writer.write(Operation.next(random, rows)).ifPresent(this::written);
            longestWrite.accumulateAndGet(System.nanoTime() - begun, Math::max);
        } finally {
            changing.readLock().unlock();
        }
    }

    private void written(Write write) {
        if (write.outcome == Write.Outcome.COMMITTED) {
            wire.say("committed", write.number, Wire.micros(write.committed));
            writes.incrementAndGet();
        } else if (write.outcome == Write.Outcome.TAKEN_BACK) {
            wire.say("undone", write.number);
        }
        reader.readOwn(write);
    }

    /** See {@link Canaries}. */
    private void canary() {
        long id = Canaries.id(settings, canaries++);
        wire.say("canary", id);
        cache.invalidateById(id);
    }

    private void keep(Random random) {
        changing.readLock().lock();
        try {
            long row = random.nextInt(Operation.ROWS);
            switch (random.nextInt(60)) {
                // Seldom: they would repair what is wrong before it is seen.
                case 0 -> cache.sync(SyncMode.FULL);
                case 1 -> cache.refresh();
                case 2 -> cache.clear();
                default -> {
                    switch (random.nextInt(5)) {
                        case 0 -> cache.invalidateById(row);
                        case 1 -> cache.invalidateByEmail(Operation.email(row, random.nextInt(Operation.VALUES)));
                        case 2 -> cache.invalidateByTier(Operation.tier(random.nextInt(Operation.VALUES)));
                        case 3 -> cache.refreshById(row);
                        default -> cache.clearEmailIndex();
                    }
                }
            }
        } finally {
            changing.readLock().unlock();
        }
    }
}
