package io.turnkey.internal.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Tag("F81")
class HitCounterTest {
    private static final int OFTEN = 3_000_000;

    private final HitCounter hits = new HitCounter();

    @Test
    void countsOfLivingThreadsThatShareAPlaceAreExact() throws InterruptedException {
        int sharing = 3;
        CountDownLatch begin = new CountDownLatch(1);
        // One after the other: of so many with ids in a row, some have the same place.
        List<Thread> made = new ArrayList<>();
        for (int i = 0; i <= 2 * HitCounter.CELLS; i++) {
            made.add(new Thread(() -> {
                awaitOthers(begin);
                for (int hit = 0; hit < OFTEN; hit++) {
                    hits.increment();
                }
            }));
        }
        long place = made.get(0).getId() % HitCounter.CELLS;
        List<Thread> same = made.stream()
                .filter(thread -> thread.getId() % HitCounter.CELLS == place)
                .limit(sharing)
                .toList();
        same.forEach(Thread::start);
        begin.countDown();
        for (Thread thread : same) {
            thread.join();
        }
        assertThat(hits.sum()).isEqualTo((long) same.size() * OFTEN);
        assertThat(same).hasSizeGreaterThan(1);
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
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
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
