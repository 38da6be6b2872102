package io.turnkey.internal.engine;

import io.turnkey.spi.PendingWrites.Outcome;
import io.turnkey.testing.engine.Row;
import io.turnkey.testing.engine.Row.Status;
import java.util.List;
import java.util.Optional;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.jetbrains.lincheck.datastructures.Validate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A cache that nobody can tell from the table: whatever runs at the same time, reads and announced writes of one row have an order in which each read answers with the last
 * write. Loads run on the caller's thread, so that Lincheck decides who goes on when.
 */
class LinearizabilityTest {
    /** Install against invalidate, callers who come late, two loads of one row by two keys, a key that changes, and evictions by another row. */
    public static class OneRow {
        private final Harness cache = Harness.on(Runnable::run, true, options -> options.maxSize(1));

        public OneRow() {
            cache.table.put(Row.of(1), Row.of(2));
        }

        @Operation
        public long byId() {
            return cache.id(1).map(Row::version).orElse(-1L);
        }

        @Operation
        public long byLogin() {
            return cache.byLogin.get(Row.of(1).tenantLogin()).map(Row::version).orElse(-1L);
        }

        @Operation
        public long byEmail(@Param(gen = IntGen.class, conf = "3:4") int number) {
            return cache.email(Row.email(number)).map(Row::version).orElse(-1L);
        }

        @Operation
        public void evict() {
            cache.id(2);
        }

        /** Reads what is committed, as a supplier that asks the database does. */
        @Operation
        public void preload() {
            cache.engine.preload(() -> List.of(cache.table.row(1)));
        }

        @Operation
        public void clear() {
            cache.engine.clear();
        }

        /** Writers take turns, as they do in a database. */
        @Operation
        public synchronized void write() {
            Row row = cache.table.row(1);
            cache.write(row.email(Row.email(3 + row.version() % 2)));
        }

        @Operation
        public synchronized void writeKnown() {
            Row row = cache.table.row(1);
            cache.writeKnown(row.email(Row.email(3 + row.version() % 2)));
        }

        @Operation
        public synchronized void transaction() {
            Row row = cache.table.row(1);
            cache.transaction().put(row.email(Row.email(3 + row.version() % 2))).run();
        }

        @Operation
        public synchronized void rollBack() {
            cache.transaction()
                    .put(cache.table.row(1).email("never@example.com"))
                    .block()
                    .settle(Outcome.ROLLED_BACK);
        }

        @Operation
        public synchronized void bulk() {
            Row row = cache.table.row(1);
            cache.transaction()
                    .put(row.email(Row.email(3 + row.version() % 2)))
                    .blockAll()
                    .commit()
                    .settle();
        }

        @Validate
        public void check() {
            cache.checkIntegrity();
        }
    }

    /** What {@link OneRow} must look like. */
    public static class OneRowInTurn {
        private long version;

        public long byId() {
            return version;
        }

        public long byLogin() {
            return version;
        }

        public long byEmail(int number) {
            return version > 0 && number == 3 + (version - 1) % 2 ? version : -1;
        }

        public void evict() {}

        public void preload() {}

        public void clear() {}

        public void write() {
            version++;
        }

        public void writeKnown() {
            version++;
        }

        public void transaction() {
            version++;
        }

        public void rollBack() {}

        public void bulk() {
            version++;
        }
    }

    /** Two rows that swap a unique key. */
    public static class Swap {
        private final Harness cache = Harness.on(Runnable::run, true, options -> options);

        public Swap() {
            cache.table.put(Row.of(1), Row.of(2));
        }

        @Operation
        public long owner(@Param(gen = IntGen.class, conf = "1:2") int number) {
            return cache.email(Row.email(number)).map(Row::id).orElse(-1L);
        }

        @Operation
        public synchronized void swap() {
            Row one = cache.table.row(1);
            Row two = cache.table.row(2);
            cache.write(one.email(two.email()), two.email(one.email()));
        }

        @Operation
        public synchronized void swapInTransaction() {
            Row one = cache.table.row(1);
            Row two = cache.table.row(2);
            cache.transaction()
                    .put(one.email(two.email()), two.email(one.email()))
                    .run();
        }

        @Operation
        public void clear() {
            cache.engine.clear();
        }

        @Validate
        public void check() {
            cache.checkIntegrity();
        }
    }

    /** What {@link Swap} must look like. */
    public static class SwapInTurn {
        private boolean swapped;

        public long owner(int number) {
            return swapped ? 3 - number : number;
        }

        public void swap() {
            swapped = !swapped;
        }

        public void swapInTransaction() {
            swapped = !swapped;
        }

        public void clear() {}
    }

    /** Lists, and a row that moves from one to the other. A list is of one moment, so what counts is what is kept of it in the end. */
    public static class Moving {
        private final Harness cache = Harness.on(Runnable::run, true, options -> options);

        public Moving() {
            cache.table.put(Row.of(1), Row.of(2).status(Status.BLOCKED));
        }

        @Operation
        public void list(@Param(gen = IntGen.class, conf = "0:1") int status) {
            cache.byStatus.list(Status.values()[status]);
        }

        @Operation
        public void listAll() {
            cache.engine.listAll();
        }

        @Operation
        public void read() {
            cache.id(1);
        }

        @Operation
        public synchronized void move() {
            Row row = cache.table.row(1);
            cache.writeKnown(row.status(row.status() == Status.ACTIVE ? Status.BLOCKED : Status.ACTIVE));
        }

        @Operation
        public synchronized void moveInTransaction() {
            Row row = cache.table.row(1);
            cache.transaction()
                    .put(row.status(row.status() == Status.ACTIVE ? Status.BLOCKED : Status.ACTIVE))
                    .run();
        }

        @Validate
        public void check() {
            cache.checkIntegrity();
            List<Row> rows = cache.table.rows();
            mustBe(cache.engine.listAll().equals(rows));
            mustBe(cache.id(1).equals(Optional.of(rows.get(0))));
            for (Status status : List.of(Status.ACTIVE, Status.BLOCKED)) {
                mustBe(cache.byStatus
                        .list(status)
                        .equals(rows.stream()
                                .filter(row -> row.status() == status)
                                .toList()));
            }
        }

        private static void mustBe(boolean current) {
            if (!current) {
                throw new AssertionError("memory is not what the table is");
            }
        }
    }

    private static StressOptions stress() {
        return new StressOptions()
                .threads(3)
                .actorsPerThread(3)
                .actorsBefore(1)
                .actorsAfter(1)
                .iterations(10)
                .invocationsPerIteration(400);
    }

    private static ModelCheckingOptions modelChecking() {
        return new ModelCheckingOptions()
                .threads(2)
                .actorsPerThread(2)
                .actorsBefore(1)
                .actorsAfter(1)
                .iterations(3)
                .invocationsPerIteration(40);
    }

    @Test
    @Tag("P1")
    @Tag("P2")
    @Tag("P3")
    @Tag("H1")
    @Tag("H4")
    @Tag("H6")
    @Tag("H13")
    @Tag("H27")
    void readsAndWritesOfOneRowHaveAnOrder() {
        stress().sequentialSpecification(OneRowInTurn.class).check(OneRow.class);
    }

    @Test
    @Tag("H14")
    void ownersOfASwappedKeyHaveAnOrder() {
        stress().sequentialSpecification(SwapInTurn.class).check(Swap.class);
    }

    @Test
    @Tag("H24")
    void whatIsKeptOfAListIsNeverOlderThanAnAnnouncedMove() {
        stress().check(Moving.class);
    }

    /** Takes a minute or more: {@code -Psoak}. */
    @Test
    @Tag("soak")
    void eachOfThemHoldsInEveryScheduleThatIsTried() {
        modelChecking().sequentialSpecification(OneRowInTurn.class).check(OneRow.class);
        modelChecking().sequentialSpecification(SwapInTurn.class).check(Swap.class);
        modelChecking().check(Moving.class);
    }
}
