package io.turnkey.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyTableTest {
    private static final int ROUNDS = 30;
    private static final int IDS = 10_000;

    /** A key whose hash says little. */
    record Key(int number, int hashes) {
        @Override
        public int hashCode() {
            return number % hashes;
        }
    }

    /** What is done to one key. */
    record Step(Key key, @Nullable Integer value) {}

    @Provide
    Arbitrary<List<Step>> steps() {
        return Arbitraries.of(1, 3, 50, 1000).flatMap(hashes -> {
            Arbitrary<Key> keys = Arbitraries.integers().between(0, 300).map(number -> new Key(number, hashes));
            Arbitrary<Integer> values = Arbitraries.integers().between(0, 9).injectNull(0.4);
            return Combinators.combine(keys, values).as(Step::new).list().ofMaxSize(600);
        });
    }

    @Property
    void isAMap(@ForAll("steps") List<Step> steps) {
        KeyTable<Key, Integer> table = new KeyTable<>();
        Map<Key, Integer> model = new HashMap<>();
        for (Step step : steps) {
            Integer[] seen = new Integer[1];
            Integer answer = table.compute(step.key(), (key, old) -> {
                seen[0] = old;
                return step.value();
            });
            assertThat(answer).isEqualTo(step.value());
            assertThat(seen[0]).isEqualTo(model.get(step.key()));
            if (step.value() == null) {
                model.remove(step.key());
            } else {
                model.put(step.key(), step.value());
            }
            assertThat(table.get(step.key())).isEqualTo(step.value());
            assertThat(table.size()).isEqualTo(model.size());
        }
        model.forEach((key, value) -> assertThat(table.get(key)).isEqualTo(value));
        List<Key> walked = new ArrayList<>();
        table.forEach((key, value) -> {
            walked.add(key);
            assertThat(value).isEqualTo(model.get(key));
        });
        assertThat(walked).containsExactlyInAnyOrderElementsOf(model.keySet());
        assertThat(table.keys()).containsExactlyElementsOf(walked);
        assertThat(table.values()).containsExactlyInAnyOrderElementsOf(model.values());
    }

    static List<long[]> manyIds() {
        return List.of(
                LongStream.range(0, 100_000).toArray(),
                LongStream.range(0, 100_000).map(id -> id << 12).toArray(),
                LongStream.range(0, 100_000).map(id -> -id * 1_000).toArray(),
                LongStream.range(0, 100_000).map(id -> id % 2 * (1L << 40) + id).toArray());
    }

    /** Ids as they are drawn from sequences, and what else applications make of them. */
    @ParameterizedTest
    @MethodSource("manyIds")
    void findsManyIds(long[] ids) {
        KeyTable<Long, String> table = new KeyTable<>();
        for (long id : ids) {
            table.compute(id, (key, old) -> "row " + key);
        }

        assertThat(table.size()).isEqualTo(ids.length);
        for (long id : ids) {
            assertThat(table.get(id)).isEqualTo("row " + id);
        }
    }

    @Test
    void whatWasTakenOutIsNotThere() {
        KeyTable<String, Integer> table = new KeyTable<>();
        table.compute("a", (key, old) -> 1);
        assertThat(table.computeIfPresent("a", (key, old) -> null)).isNull();

        assertThat(table.get("a")).isNull();
        assertThat(table.containsKey("a")).isFalse();
        assertThat(table.size()).isZero();
        assertThat(table.keys()).isEmpty();
    }

    @Test
    void aStepThatFailsChangesNothing() {
        KeyTable<String, Integer> table = new KeyTable<>();
        table.compute("a", (key, old) -> 1);

        assertThatThrownBy(() -> table.compute("a", (key, old) -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(table.get("a")).isEqualTo(1);
        assertThat(table.size()).isEqualTo(1);
    }

    /** A cache that is full takes a row in and lets one go for as long as it lives. */
    @Test
    void placesOfWhatIsGoneComeBack() {
        KeyTable<Integer, Integer> table = new KeyTable<>();
        for (int i = 0; i < 1_000_000; i++) {
            table.compute(i, (key, old) -> key);
            table.compute(i - 1_000, (key, old) -> null);
        }

        assertThat(table.size()).isEqualTo(1_000);
        assertThat(table.places()).isLessThan(10_000);
        assertThat(table.keys().sorted())
                .containsExactlyElementsOf(
                        IntStream.range(999_000, 1_000_000).boxed().toList());
    }

    /** An equal key of a row that was replaced would keep that row's objects in memory. */
    @Test
    void theKeyIsThatOfTheLastValue() {
        KeyTable<Key, Integer> table = new KeyTable<>();
        table.compute(new Key(1, 10), (key, old) -> 1);
        Key second = new Key(1, 10);
        table.compute(second, (key, old) -> 2);

        assertThat(table.keys().findAny().orElseThrow()).isSameAs(second);
    }

    /** What stays is found at every moment, and what is not there never is, while other keys come and go and the table grows. */
    @Test
    void whatStaysIsFoundWhileTheTableGrows() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            KeyTable<Long, Long> table = new KeyTable<>();
            LongStream.range(0, IDS / 5).forEach(id -> table.compute(id * 5, (key, old) -> key));
            whileOthersWrite(table, () -> {
                for (long id = 0; id < IDS; id++) {
                    Long found = table.get(id);
                    if (id % 5 == 0 && found == null) {
                        throw new AssertionError(id + " stays and was not found");
                    }
                    if (found != null && found != id) {
                        throw new AssertionError(found + " was found under " + id);
                    }
                }
            });
        }
    }

    /** Walkers meet what stays once. */
    @Test
    void whatStaysIsMetOnceWhileTheTableGrows() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            KeyTable<Long, Long> table = new KeyTable<>();
            LongStream.range(0, IDS / 5).forEach(id -> table.compute(id * 5, (key, old) -> key));
            whileOthersWrite(table, () -> {
                Map<Long, Integer> met = new HashMap<>();
                table.forEach((key, value) -> met.merge(key, key.equals(value) ? 1 : 100, Integer::sum));
                for (long id = 0; id < IDS / 5; id++) {
                    if (met.getOrDefault(id * 5, 0) != 1) {
                        throw new AssertionError(id * 5 + " was met " + met.get(id * 5));
                    }
                }
            });
        }
    }

    /** A walk that was overtaken by a renewal tells the value of now. */
    @Test
    void aWalkTellsWhatStandsThereNow() {
        KeyTable<Integer, String> table = new KeyTable<>();
        IntStream.range(0, 1_000).forEach(id -> table.compute(id, (key, old) -> "old"));
        boolean[] begun = new boolean[1];
        List<String> late = new ArrayList<>();
        table.forEach((id, value) -> {
            if (begun[0] && id < 1_000) {
                late.add(value);
            } else if (!begun[0]) {
                begun[0] = true;
                IntStream.range(1_000, 10_000).forEach(other -> table.compute(other, (key, old) -> "new"));
                IntStream.range(0, 1_000).forEach(other -> table.compute(other, (key, old) -> "new"));
            }
        });

        assertThat(late).hasSize(999).containsOnly("new");
    }

    /** Others replace what stays, and put more beside it, of which some leaves again. */
    private static void whileOthersWrite(KeyTable<Long, Long> table, Runnable reading) throws Exception {
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
                for (long id = 0; id < IDS; id++) {
                    if (id % 5 > 1) {
                        table.compute(id, (key, old) -> key);
                    }
                    long gone = id - 50;
                    if (gone > 0 && gone % 5 == 2) {
                        table.compute(gone, (key, old) -> null);
                    }
                    table.compute(id / 5 * 5, (key, old) -> Long.valueOf(key.longValue()));
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
