package io.turnkey.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
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

/** What both tables have in common. */
abstract class OpenTableTest {
    static final int ROUNDS = 30;
    static final int IDS = 10_000;
    private static final int WRITERS = 4;
    private static final int ONE_HASH = 7;

    /** A key whose hash says little. */
    record Key(int number, int hashes) {
        @Override
        public int hashCode() {
            return hashes == 1 ? ONE_HASH : number % hashes;
        }
    }

    /** A row: of which id, and what it says. */
    record Held(Object id, int number) {}

    /** An empty table. */
    abstract <ID> OpenTable<ID, Held, ?> table();

    static <ID> void put(OpenTable<ID, Held, ?> table, ID id, int number) {
        table.compute(id, (same, old) -> Entry.of(same, new Held(same, number), 0, 0));
    }

    static <ID> void remove(OpenTable<ID, Held, ?> table, ID id) {
        table.computeIfPresent(id, (same, old) -> null);
    }

    static <ID> @Nullable Integer numberOf(OpenTable<ID, Held, ?> table, ID id) {
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
        OpenTable<Key, Held, ?> table = table();
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
        OpenTable<Long, Held, ?> table = table();
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
            OpenTable<Object, Held, ?> table = table();
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
        OpenTable<String, Held, ?> table = table();
        put(table, "Aa", 1);
        assertThat(table.get("BB")).isNull();
        put(table, "BB", 2);

        assertThat(numberOf(table, "Aa")).isEqualTo(1);
        assertThat(numberOf(table, "BB")).isEqualTo(2);
    }

    @Test
    void whatWasTakenOutIsNotThere() {
        OpenTable<Long, Held, ?> table = table();
        put(table, 0L, 1);
        assertThat(table.computeIfPresent(0L, (id, old) -> null)).isNull();

        assertThat(table.get(0L)).isNull();
        assertThat(table.containsKey(0L)).isFalse();
        assertThat(table.size()).isZero();
    }

    @Test
    void aStepThatFailsChangesNothing() {
        OpenTable<String, Held, ?> table = table();
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
        OpenTable<Integer, Held, ?> table = table();
        for (int i = 0; i < 1_000_000; i++) {
            put(table, i, i);
            remove(table, i - 1_000);
        }

        assertThat(table.size()).isEqualTo(1_000);
        assertThat(table.places()).isLessThan(10_000);
        assertThat(IntStream.range(0, 1_000_000).filter(id -> table.get(id) != null))
                .containsExactlyElementsOf(
                        IntStream.range(999_000, 1_000_000).boxed().toList());
    }

    /** Whoever may choose keys can choose many with one hash. */
    @Test
    void keysThatAllHaveOneHash() {
        OpenTable<Key, Held, ?> table = table();
        for (int round = 0; round < 2; round++) {
            for (int number = 0; number < 1_000; number++) {
                put(table, new Key(number, 1), number + round);
            }
            assertThat(table.size()).isEqualTo(1_000);
            for (int number = 0; number < 1_000; number++) {
                assertThat(numberOf(table, new Key(number, 1))).isEqualTo(number + round);
            }
            assertThat(table.get(new Key(1_000, 1))).isNull();
            for (int number = 0; number < 1_000; number += 2) {
                remove(table, new Key(number, 1));
                assertThat(table.get(new Key(number, 1))).isNull();
                assertThat(numberOf(table, new Key(number + 1, 1))).isEqualTo(number + 1 + round);
            }
            assertThat(table.size()).isEqualTo(500);
        }
        table.clear();
        assertThat(table.size()).isZero();
        assertThat(table.get(new Key(1, 1))).isNull();
    }

    /** Who finds no place is not in two places later, when there is one. */
    @Test
    void placesThatBecomeFree() {
        OpenTable<Key, Held, ?> table = table();
        IntStream.range(0, 200).forEach(number -> put(table, new Key(number, 1), 1));
        IntStream.range(0, 150).forEach(number -> remove(table, new Key(number, 1)));
        // The part is renewed, without what is gone.
        samePart(1_000).forEach(key -> put(table, key, 0));

        for (int number = 199; number >= 0; number--) {
            Key key = new Key(number, 1);
            assertThat(numberOf(table, key)).isEqualTo(number < 150 ? null : 1);
            put(table, key, 2);
            assertThat(numberOf(table, key)).isEqualTo(2);
            remove(table, key);
            assertThat(table.get(key)).isNull();
        }
        assertThat(table.size()).isEqualTo(1_000);
    }

    /** In fewer places crowds would meet, and not everything that had a place near its home would find one. */
    @Test
    void crowdsKeepTheirPlacesWhenOthersLeave() {
        crowdsStay(20_000, 1 << 16, 300, 900);
    }

    /** Nor would it if it did not go to its new place in turn. */
    @Test
    void crowdsThatMeetKeepTheirPlaces() {
        crowdsStay(2_000, 1 << 13, 40, 60);
    }

    private void crowdsStay(int count, int places, int least, int most) {
        OpenTable<Key, Held, ?> table = table();
        List<Key> others = samePart(count);
        others.forEach(key -> put(table, key, 0));
        int near = IntStream.range(0, Integer.MAX_VALUE)
                .filter(hash -> Layout.part(hash) == Layout.part(ONE_HASH))
                .filter(hash -> between(Layout.home(hash, places) - Layout.home(ONE_HASH, places), least, most))
                .findFirst()
                .orElseThrow();
        List<Key> crowds = new ArrayList<>();
        IntStream.range(0, 100).forEach(number -> crowds.add(new Key(number, 1)));
        IntStream.range(0, 70).forEach(number -> crowds.add(new Key(near, near + 1 + number)));
        others.forEach(key -> remove(table, key));
        crowds.forEach(key -> put(table, key, 1));
        // The part is renewed while few are in it.
        for (int round = 0; round < places / count; round++) {
            others.forEach(key -> {
                put(table, key, 0);
                remove(table, key);
            });
        }

        crowds.forEach(key -> assertThat(numberOf(table, key)).isEqualTo(1));
        assertThat(table.size()).isEqualTo(crowds.size());
    }

    private static boolean between(int number, int from, int to) {
        return number >= from && number < to;
    }

    /** Keys with different hashes in the part of {@link #ONE_HASH}. */
    private static List<Key> samePart(int count) {
        return IntStream.iterate(ONE_HASH + 1, number -> number + 1)
                .filter(number -> Layout.part(number) == Layout.part(ONE_HASH))
                .limit(count)
                .mapToObj(number -> new Key(number, Integer.MAX_VALUE))
                .toList();
    }

    /** What stays is found at every moment, and what is not there never is, while other rows come and go and the table grows. */
    @Test
    void whatStaysIsFoundWhileTheTableGrows() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            whatStaysIsFound(IDS, id -> id);
        }
    }

    /** Most of them find no place. */
    @Test
    void whatStaysIsFoundWhereAllHaveOneHash() throws Exception {
        whatStaysIsFound(1_000, id -> new Key((int) id, 1));
    }

    private void whatStaysIsFound(long ids, LongFunction<Object> id) throws Exception {
        OpenTable<Object, Held, ?> table = table();
        OtherWriters.fill(table, ids, id);
        OtherWriters.during(table, ids, id, () -> {
            for (long number = 0; number < ids; number++) {
                Entry<Held> found = table.get(id.apply(number));
                if (number % 5 == 0 && found == null) {
                    throw new AssertionError(number + " stays and was not found");
                }
                if (found != null && !found.snapshot().id().equals(id.apply(number))) {
                    throw new AssertionError(found.snapshot() + " was found under " + number);
                }
            }
        });
    }

    /** Several writers, on the same rows and on others of the same parts: every step sees the one before it. */
    @Test
    void stepsOfSeveralWritersAreSerial() throws Exception {
        int steps = 50_000;
        OpenTable<Long, Held, ?> table = table();
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
    }
}
