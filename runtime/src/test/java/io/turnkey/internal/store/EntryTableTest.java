package io.turnkey.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
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

class EntryTableTest {
    private static final int ROUNDS = 30;
    private static final int IDS = 10_000;
    private static final int WRITERS = 4;

    /** A key whose hash says little. */
    record Key(int number, int hashes) {
        @Override
        public int hashCode() {
            return number % hashes;
        }
    }

    /** A row: of which id, and what it says. */
    record Held(Object id, int number) {}

    private static <ID> @Nullable Entry<Held> put(EntryTable<ID, Held> table, ID id, int number) {
        return table.compute(id, (same, old) -> Entry.of(same, new Held(same, number), 0, 0));
    }

    private static <ID> void remove(EntryTable<ID, Held> table, ID id) {
        table.computeIfPresent(id, (same, old) -> null);
    }

    private static <ID> @Nullable Integer numberOf(EntryTable<ID, Held> table, ID id) {
        Entry<Held> entry = table.get(id);
        return entry == null ? null : entry.snapshot().number();
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
        EntryTable<Key, Held> table = new EntryTable<>();
        Map<Key, Integer> model = new HashMap<>();
        for (Step step : steps) {
            Integer[] seen = new Integer[1];
            Entry<Held> answer = table.compute(step.key(), (key, old) -> {
                seen[0] = old == null ? null : old.snapshot().number();
                return step.value() == null ? null : Entry.of(key, new Held(key, step.value()), 0, 0);
            });
            assertThat(answer).isSameAs(table.get(step.key()));
            assertThat(seen[0]).isEqualTo(model.get(step.key()));
            if (step.value() == null) {
                model.remove(step.key());
            } else {
                model.put(step.key(), step.value());
            }
            assertThat(numberOf(table, step.key())).isEqualTo(step.value());
            assertThat(table.size()).isEqualTo(model.size());
        }
        model.forEach((key, value) -> assertThat(numberOf(table, key)).isEqualTo(value));
        Map<Object, Integer> walked = new HashMap<>();
        table.forEach(entry -> assertThat(
                        walked.put(entry.snapshot().id(), entry.snapshot().number()))
                .isNull());
        assertThat(walked).isEqualTo(model);
        assertThat(table.stream().map(entry -> entry.snapshot().id()))
                .containsExactlyInAnyOrderElementsOf(model.keySet());
    }

    static List<long[]> manyIds() {
        return List.of(
                LongStream.range(0, 100_000).toArray(),
                LongStream.range(0, 100_000).map(id -> id << 12).toArray(),
                LongStream.range(0, 100_000).map(id -> id << 40).toArray(),
                LongStream.range(0, 100_000).map(id -> -id * 1_000).toArray(),
                LongStream.range(0, 100_000).map(id -> id % 2 * (1L << 40) + id).toArray());
    }

    /** Ids as they are drawn from sequences, and what else applications make of them. */
    @ParameterizedTest
    @MethodSource("manyIds")
    void findsManyIds(long[] ids) {
        EntryTable<Long, Held> table = new EntryTable<>();
        for (int i = 0; i < ids.length; i++) {
            put(table, ids[i], i);
        }

        assertThat(table.size()).isEqualTo(ids.length);
        for (int i = 0; i < ids.length; i++) {
            assertThat(numberOf(table, ids[i])).isEqualTo(i);
        }
    }

    /** Numbers are told apart by their value, everything else by {@code equals}. */
    @Test
    void idsOfEveryClass() {
        for (Object id : List.of(
                0L,
                -1L,
                Long.MIN_VALUE,
                0,
                Integer.MAX_VALUE,
                (short) 3,
                "",
                "Aa",
                new UUID(1, 2),
                BigInteger.TEN,
                new Key(1, 1))) {
            EntryTable<Object, Held> table = new EntryTable<>();
            put(table, id, 1);
            assertThat(numberOf(table, id)).as("%s", id).isEqualTo(1);
            remove(table, id);
            assertThat(table.get(id)).as("%s", id).isNull();
            put(table, id, 2);
            assertThat(numberOf(table, id)).as("%s", id).isEqualTo(2);
        }
    }

    @Test
    void whatHasTheSameHashIsToldApart() {
        EntryTable<String, Held> table = new EntryTable<>();
        put(table, "Aa", 1);
        assertThat(table.get("BB")).isNull();
        put(table, "BB", 2);

        assertThat(numberOf(table, "Aa")).isEqualTo(1);
        assertThat(numberOf(table, "BB")).isEqualTo(2);
    }

    @Test
    void whatWasTakenOutIsNotThere() {
        EntryTable<Long, Held> table = new EntryTable<>();
        put(table, 0L, 1);
        assertThat(table.computeIfPresent(0L, (id, old) -> null)).isNull();

        assertThat(table.get(0L)).isNull();
        assertThat(table.containsKey(0L)).isFalse();
        assertThat(table.size()).isZero();
        assertThat(table.stream()).isEmpty();
    }

    @Test
    void aStepThatFailsChangesNothing() {
        EntryTable<String, Held> table = new EntryTable<>();
        put(table, "a", 1);

        assertThatThrownBy(() -> table.compute("a", (key, old) -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(numberOf(table, "a")).isEqualTo(1);
        assertThat(table.size()).isEqualTo(1);
    }

    /** A cache that is full takes a row in and lets one go for as long as it lives. */
    @Test
    void placesOfWhatIsGoneComeBack() {
        EntryTable<Integer, Held> table = new EntryTable<>();
        for (int i = 0; i < 1_000_000; i++) {
            put(table, i, i);
            remove(table, i - 1_000);
        }

        assertThat(table.size()).isEqualTo(1_000);
        assertThat(table.places()).isLessThan(10_000);
        assertThat(table.stream().map(entry -> entry.snapshot().number()).sorted())
                .containsExactlyElementsOf(
                        IntStream.range(999_000, 1_000_000).boxed().toList());
    }

    /** An equal id of a row that was replaced would keep that row's objects in memory. */
    @Test
    void theIdIsThatOfTheLastRow() {
        EntryTable<Key, Held> table = new EntryTable<>();
        put(table, new Key(1, 10), 1);
        Key second = new Key(1, 10);
        put(table, second, 2);

        assertThat(Objects.requireNonNull(table.get(second)).key()).isSameAs(second);
    }

    /** What stays is found at every moment, and what is not there never is, while other rows come and go and the table grows. */
    @Test
    void whatStaysIsFoundWhileTheTableGrows() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            EntryTable<Long, Held> table = everyFifth();
            whileOthersWrite(table, () -> {
                for (long id = 0; id < IDS; id++) {
                    Entry<Held> found = table.get(id);
                    if (id % 5 == 0 && found == null) {
                        throw new AssertionError(id + " stays and was not found");
                    }
                    if (found != null && !found.snapshot().id().equals(id)) {
                        throw new AssertionError(found.snapshot() + " was found under " + id);
                    }
                }
            });
        }
    }

    /** Walkers meet what stays once. */
    @Test
    void whatStaysIsMetOnceWhileTheTableGrows() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            EntryTable<Long, Held> table = everyFifth();
            whileOthersWrite(table, () -> {
                Map<Object, Integer> met = new HashMap<>();
                table.forEach(entry -> met.merge(entry.snapshot().id(), 1, Integer::sum));
                for (long id = 0; id < IDS / 5; id++) {
                    if (met.getOrDefault(id * 5, 0) != 1) {
                        throw new AssertionError(id * 5 + " was met " + met.get(id * 5));
                    }
                }
            });
        }
    }

    /** Several writers, on the same rows and on others of the same parts: every step sees the one before it. */
    @Test
    void stepsOfSeveralWritersAreSerial() throws Exception {
        int steps = 50_000;
        EntryTable<Long, Held> table = new EntryTable<>();
        CountDownLatch together = new CountDownLatch(WRITERS);
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                long own = writer + 1;
                writers.add(threads.submit(() -> {
                    together.countDown();
                    together.await();
                    for (int step = 0; step < steps; step++) {
                        table.compute(
                                step % 3L,
                                (id, old) -> Entry.of(
                                        id,
                                        new Held(
                                                id,
                                                old == null ? 1 : old.snapshot().number() + 1),
                                        0,
                                        0));
                        put(table, own * steps + step, step);
                        if (step % 2 == 0) {
                            remove(table, own * steps + step);
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> writer : writers) {
                writer.get(1, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(Stream.of(0L, 1L, 2L).mapToInt(id -> numberOf(table, id)).sum())
                .isEqualTo(WRITERS * steps);
        assertThat(table.size()).isEqualTo(3 + WRITERS * steps / 2);
        assertThat(table.stream()).hasSize(3 + WRITERS * steps / 2);
    }

    /** A walk that was overtaken by a renewal tells the entry of now. */
    @Test
    void aWalkTellsWhatStandsThereNow() {
        EntryTable<Integer, Held> table = new EntryTable<>();
        IntStream.range(0, 1_000).forEach(id -> put(table, id, 1));
        boolean[] begun = new boolean[1];
        List<Integer> late = new ArrayList<>();
        table.forEach(entry -> {
            if (begun[0] && (int) entry.snapshot().id() < 1_000) {
                late.add(entry.snapshot().number());
            } else if (!begun[0]) {
                begun[0] = true;
                IntStream.range(1_000, 10_000).forEach(other -> put(table, other, 2));
                IntStream.range(0, 1_000).forEach(other -> put(table, other, 2));
            }
        });

        assertThat(late).hasSize(999).containsOnly(2);
    }

    private static EntryTable<Long, Held> everyFifth() {
        EntryTable<Long, Held> table = new EntryTable<>();
        LongStream.range(0, IDS / 5).forEach(id -> put(table, id * 5, 0));
        return table;
    }

    /** Others replace what stays, and put more beside it, of which some leaves again. */
    private static void whileOthersWrite(EntryTable<Long, Held> table, Runnable reading) throws Exception {
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
                        put(table, id, 0);
                    }
                    long gone = id - 50;
                    if (gone > 0 && gone % 5 == 2) {
                        remove(table, gone);
                    }
                    put(table, id / 5 * 5, 0);
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
