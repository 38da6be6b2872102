package io.turnkey.internal.store;

import io.turnkey.internal.store.OpenTableTest.Held;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Writers of a table that somebody reads. */
final class OtherWriters {
    private OtherWriters() {}

    /** Puts every fifth in. */
    static void fill(OpenTable<Object, Held, ?> table, long ids, LongFunction<Object> id) {
        LongStream.range(0, ids / 5).forEach(number -> OpenTableTest.put(table, id.apply(number * 5), 0));
    }

    /** While {@code reading} runs, again and again, others replace what stays, and put more beside it, of which some leaves again. */
    static void during(OpenTable<Object, Held, ?> table, long ids, LongFunction<Object> id, Runnable reading)
            throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            AtomicBoolean ended = new AtomicBoolean();
            CountDownLatch started = new CountDownLatch(1);
            Future<?> reader = threads.submit(() -> {
                started.countDown();
                do {
                    reading.run();
                } while (!ended.get());
            });
            started.await();
            Future<?> writer = threads.submit(() -> {
                for (long number = 0; number < ids; number++) {
                    if (number % 5 > 1) {
                        OpenTableTest.put(table, id.apply(number), 0);
                    }
                    long gone = number - 50;
                    if (gone > 0 && gone % 5 == 2) {
                        OpenTableTest.remove(table, id.apply(gone));
                    }
                    OpenTableTest.put(table, id.apply(number / 5 * 5), 0);
                }
            });
            writer.get(1, TimeUnit.MINUTES);
            ended.set(true);
            reader.get(1, TimeUnit.MINUTES);
        } finally {
            threads.shutdownNow();
        }
    }
}
