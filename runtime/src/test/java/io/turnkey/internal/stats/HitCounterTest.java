package io.turnkey.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("F81")
class HitCounterTest {
    private static final int EACH = 10_000;

    private final HitCounter hits = new HitCounter();

    @Test
    void countsOfLivingThreadsThatShareAPlaceAreExact() throws InterruptedException {
        // More than there are places, all alive until all have counted.
        int threads = 2 * HitCounter.CELLS + 1;
        CountDownLatch counted = new CountDownLatch(threads);
        List<Thread> all = start(threads, () -> {
            for (int i = 0; i < EACH; i++) {
                hits.increment();
            }
            counted.countDown();
            awaitOthers(counted);
        });
        for (Thread thread : all) {
            thread.join();
        }
        assertThat(hits.sum()).isEqualTo((long) threads * EACH);
    }

    @Test
    void whatEndedThreadsCountedStays() throws InterruptedException {
        int rounds = 3 * HitCounter.CELLS;
        for (int round = 0; round < rounds; round++) {
            for (Thread thread : start(2, () -> hits.add(7))) {
                thread.join();
            }
            if (round % 100 == 0) {
                hits.release();
            }
        }
        assertThat(hits.sum()).isEqualTo(14L * rounds);
    }

    @Test
    void countsAreExactWhileThreadsEndAndAreReleased() throws InterruptedException {
        int waves = 40;
        int threads = HitCounter.CELLS / 4;
        List<Thread> all = new ArrayList<>();
        for (int wave = 0; wave < waves; wave++) {
            all.addAll(start(threads, () -> {
                for (int i = 0; i < 100; i++) {
                    hits.increment();
                }
            }));
            hits.release();
        }
        for (Thread thread : all) {
            thread.join();
        }
        assertThat(hits.sum()).isEqualTo(waves * threads * 100L);
    }

    @Test
    @Timeout(60)
    void anEndedThreadIsNotHeld() throws InterruptedException {
        WeakReference<Thread> ended = countedAndEnded();
        hits.release();
        while (ended.get() != null) {
            System.gc();
            Thread.onSpinWait();
        }
        assertThat(hits.sum()).isEqualTo(1);
    }

    private WeakReference<Thread> countedAndEnded() throws InterruptedException {
        Thread thread = new Thread(hits::increment);
        thread.start();
        thread.join();
        return new WeakReference<>(thread);
    }

    private static List<Thread> start(int threads, Runnable work) {
        List<Thread> started = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(work);
            thread.start();
            started.add(thread);
        }
        return started;
    }

    private static void awaitOthers(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
