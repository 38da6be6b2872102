package io.turnkey.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many of a sequence of reads S3-FIFO answers, against a plain LRU of the same size. */
@Tag("F21")
class EvictionPolicyTest {
    private static final int KEYS = 20_000;

    /** Reads that follow Zipf's law, with a scan of rows that nobody reads again now and then. */
    private static long[] zipfWithScans(long seed) {
        double[] sums = new double[KEYS];
        double sum = 0;
        for (int i = 0; i < KEYS; i++) {
            sum += 1.0 / Math.pow(i + 1, 0.9);
            sums[i] = sum;
        }
        Random random = new Random(seed);
        LongStream.Builder reads = LongStream.builder();
        long scanned = KEYS;
        for (int i = 0; i < 300_000; i++) {
            int found = Arrays.binarySearch(sums, random.nextDouble() * sum);
            reads.add(found < 0 ? -found - 1 : found);
            if (i % 20_000 == 0) {
                for (int row = 0; row < 3_000; row++) {
                    reads.add(scanned++);
                }
            }
        }
        return reads.build().toArray();
    }

    private static int hitsOfLru(long[] reads, int capacity) {
        Map<Long, Boolean> lru = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
                return size() > capacity;
            }
        };
        int hits = 0;
        for (long key : reads) {
            if (lru.get(key) != null) {
                hits++;
            } else {
                lru.put(key, true);
            }
        }
        return hits;
    }

    /** Answers the reads from a map that the policy bounds, as the store does. */
    static int hitsOfPolicy(long[] reads, int capacity) {
        EvictionPolicy<Long> policy = new EvictionPolicy<>(capacity);
        Map<Long, Entry<Long>> map = new HashMap<>();
        int hits = 0;
        for (long key : reads) {
            Entry<Long> entry = map.get(key);
            if (entry != null) {
                entry.touch();
                hits++;
                continue;
            }
            if (!policy.reserve()) {
                Entry<Long> victim = policy.evict();
                assertThat(victim).isNotNull();
                map.remove(victim.snapshot());
            }
            Entry<Long> loaded = new Entry<>(key, key, 0, 0);
            map.put(key, loaded);
            policy.link(loaded);
        }
        assertThat(policy.queued()).hasSize(map.size());
        assertThat(map).hasSizeLessThanOrEqualTo(capacity);
        return hits;
    }

    @ParameterizedTest(name = "room for {0} rows")
    @ValueSource(ints = {200, 1_000, 2_000, 5_000})
    void itAnswersMoreOfAZipfSequenceWithScansThanLru(int capacity) {
        long[] reads = zipfWithScans(42);
        double lru = 100.0 * hitsOfLru(reads, capacity) / reads.length;
        double policy = 100.0 * hitsOfPolicy(reads, capacity) / reads.length;

        assertThat(policy).as("hit ratio, LRU has %.2f", lru).isGreaterThan(lru + 1);
    }

    @Test
    void aRowThatComesBackWhileItsGhostIsRememberedGoesToTheMainQueue() {
        // Room for 10: one on probation, nine settled.
        long[] reads = LongStream.concat(
                        LongStream.concat(LongStream.range(0, 11), LongStream.of(0)), LongStream.range(100, 200))
                .toArray();
        assertThat(hitsOfPolicy(reads, 10)).isZero();
        long[] andAgain =
                LongStream.concat(LongStream.of(reads), LongStream.of(0)).toArray();
        assertThat(hitsOfPolicy(andAgain, 10)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void placesAreCountedRightHoweverTheyAreTakenAndGivenBack(int capacity) {
        EvictionPolicy<Long> policy = new EvictionPolicy<>(capacity);
        List<Entry<Long>> present = new ArrayList<>();
        Random random = new Random(7);
        for (int step = 0; step < 10_000; step++) {
            switch (random.nextInt(5)) {
                case 0 -> present.forEach(Entry::touch);
                case 1 -> {
                    if (!present.isEmpty()) {
                        policy.unlink(present.remove(random.nextInt(present.size())));
                    }
                }
                case 2 -> {
                    if (!present.isEmpty()) {
                        int which = random.nextInt(present.size());
                        long otherKey = random.nextLong(100);
                        Entry<Long> other = new Entry<>(otherKey, otherKey, 0, 0);
                        assertThat(policy.replace(present.set(which, other), other))
                                .isTrue();
                    }
                }
                default -> {
                    if (!policy.reserve()) {
                        Entry<Long> victim = policy.evict();
                        assertThat(present.remove(victim)).isTrue();
                        assertThat(policy.replace(victim, victim)).isFalse();
                        policy.unlink(victim);
                    }
                    if (random.nextBoolean()) {
                        long entryKey = random.nextLong(100);
                        Entry<Long> entry = new Entry<>(entryKey, entryKey, 0, 0);
                        policy.link(entry);
                        present.add(entry);
                    } else {
                        policy.release();
                    }
                }
            }
            assertThat(policy.taken()).isEqualTo(present.size()).isLessThanOrEqualTo(capacity);
            assertThat(policy.queued()).containsExactlyInAnyOrderElementsOf(present);
        }
    }

    @Test
    void whenEveryPlaceIsReservedThereIsNoVictim() {
        EvictionPolicy<Long> policy = new EvictionPolicy<>(2);
        assertThat(policy.reserve()).isTrue();
        assertThat(policy.reserve()).isTrue();
        assertThat(policy.reserve()).isFalse();
        assertThat(policy.evict()).isNull();
        policy.release();
        assertThat(policy.reserve()).isTrue();
    }

    @Test
    void ofTwoWhoWantTheLastPlaceAtTheSameMomentOneGetsIt() throws Exception {
        int rounds = 200;
        CyclicBarrier together = new CyclicBarrier(2);
        List<EvictionPolicy<Long>> policies = new ArrayList<>();
        AtomicInteger others = new AtomicInteger();
        Thread other = new Thread(() -> {
            for (int round = 0; round < rounds; round++) {
                await(together);
                policies.forEach(policy -> others.addAndGet(policy.reserve() ? 1 : 0));
                await(together);
            }
        });
        other.setDaemon(true);
        other.start();
        int mine = 0;
        for (int round = 0; round < rounds; round++) {
            policies.clear();
            for (int i = 0; i < 1_000; i++) {
                policies.add(new EvictionPolicy<>(1));
            }
            await(together);
            for (EvictionPolicy<Long> policy : policies) {
                mine += policy.reserve() ? 1 : 0;
            }
            await(together);
        }
        other.join();

        assertThat(mine + others.get()).isEqualTo(rounds * 1_000);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new AssertionError(e);
        }
    }
}
