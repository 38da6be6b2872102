package io.turnkey.internal.store;

import java.util.HashMap;
import java.util.Map;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that nobody can tell from a map whose methods run one after the other. */
class LinearizabilityTest {
    /** All keys are in one part and at one home, so that they stand in each other's way, and the part is renewed again and again. */
    public abstract static class OnePart {
        private record Key(int number) {
            @Override
            public int hashCode() {
                return 7;
            }
        }

        private final OpenTable<Key, Integer, ?> table;

        @SuppressWarnings("unchecked") // new and empty
        OnePart(OpenTable<?, Integer, ?> table) {
            this.table = (OpenTable<Key, Integer, ?>) table;
        }

        @Operation
        public int get(@Param(gen = IntGen.class, conf = "1:3") int number) {
            return valueOf(table.get(new Key(number)));
        }

        @Operation
        public int put(
                @Param(gen = IntGen.class, conf = "1:3") int number,
                @Param(gen = IntGen.class, conf = "1:9") int value) {
            Integer[] before = {-1};
            table.compute(new Key(number), (key, old) -> {
                before[0] = valueOf(old);
                return Entry.of(key, value, 0, 0);
            });
            return before[0];
        }

        @Operation
        public void remove(@Param(gen = IntGen.class, conf = "1:3") int number) {
            table.computeIfPresent(new Key(number), (key, old) -> null);
        }

        private static int valueOf(@Nullable Entry<Integer> entry) {
            return entry == null ? -1 : entry.snapshot();
        }
    }

    /** Rows by id. */
    public static class Entries extends OnePart {
        /** An empty one. */
        public Entries() {
            super(new EntryTable<Object, Integer>());
        }
    }

    /** Rows by a key. */
    public static class Keys extends OnePart {
        /** An empty one. */
        public Keys() {
            super(new KeyTable<Object, Integer>());
        }
    }

    /** What {@link OnePart} must look like. */
    public static class InTurn {
        private final Map<Integer, Integer> map = new HashMap<>();

        public int get(int number) {
            return map.getOrDefault(number, -1);
        }

        public int put(int number, int value) {
            Integer before = map.put(number, value);
            return before == null ? -1 : before;
        }

        public void remove(int number) {
            map.remove(number);
        }
    }

    @ParameterizedTest
    @ValueSource(classes = {Entries.class, Keys.class})
    void isOneMap(Class<?> table) {
        check(table, 30, 200);
    }

    @ParameterizedTest
    @ValueSource(classes = {Entries.class, Keys.class})
    @Tag("soak")
    void isOneMapForLonger(Class<?> table) {
        check(table, 60, 2_000);
    }

    private static void check(Class<?> table, int iterations, int invocations) {
        new ModelCheckingOptions()
                .iterations(iterations)
                .invocationsPerIteration(invocations)
                .threads(2)
                .actorsPerThread(4)
                .actorsBefore(4)
                .actorsAfter(3)
                .sequentialSpecification(InTurn.class)
                .check(table);
    }
}
