package io.turnkey.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EntryTableTest extends OpenTableTest {
    @Override
    <ID> EntryTable<ID, Held> table() {
        return new EntryTable<>();
    }

    /** An equal id of a row that was replaced would keep that row's objects in memory. */
    @Test
    void theIdIsThatOfTheLastRow() {
        EntryTable<Key, Held> table = table();
        put(table, new Key(1, 10), 1);
        Key second = new Key(1, 10);
        put(table, second, 2);

        assertThat(Objects.requireNonNull(table.get(second)).key()).isSameAs(second);
    }

    @Test
    void walkersMeetEachRowOnce() {
        EntryTable<Key, Held> table = table();
        assertThat(table.stream()).isEmpty();
        IntStream.range(0, 1_000).forEach(number -> put(table, new Key(number, number % 3 == 0 ? 1 : 1_000), number));

        List<Integer> walked = new ArrayList<>();
        table.forEach(entry -> walked.add(entry.snapshot().number()));
        assertThat(walked)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 1_000).boxed().toList());
        assertThat(table.stream().map(entry -> entry.snapshot().number())).containsExactlyElementsOf(walked);
    }

    /** Walkers meet what stays once. */
    @Test
    void whatStaysIsMetOnceWhileTheTableGrows() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            whatStaysIsMetOnce(IDS, id -> id);
        }
    }

    /** Most of them find no place. */
    @Test
    void whatStaysIsMetOnceWhereAllHaveOneHash() throws Exception {
        whatStaysIsMetOnce(1_000, id -> new Key((int) id, 1));
    }

    private void whatStaysIsMetOnce(long ids, LongFunction<Object> id) throws Exception {
        EntryTable<Object, Held> table = table();
        OtherWriters.fill(table, ids, id);
        OtherWriters.during(table, ids, id, () -> {
            Map<Object, Integer> met = new HashMap<>();
            table.forEach(entry -> met.merge(entry.snapshot().id(), 1, Integer::sum));
            for (long number = 0; number < ids / 5; number++) {
                if (met.getOrDefault(id.apply(number * 5), 0) != 1) {
                    throw new AssertionError(number * 5 + " was met " + met.get(id.apply(number * 5)));
                }
            }
        });
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
}
