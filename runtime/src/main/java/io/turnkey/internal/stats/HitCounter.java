package io.turnkey.internal.stats;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** An exact count that costs most threads no atomic step; the package says how. */
public final class HitCounter {
    /** More than there are threads in most applications; a power of two. */
    static final int CELLS = 256;

    private static final VarHandle CELL = MethodHandles.arrayElementVarHandle(Cell[].class);

    /** Each made once, by who gets there first. */
    private final @Nullable Cell[] cells = new Cell[CELLS];

    /** What threads counted that found their cell to be another's. */
    private final LongAdder rest = new LongAdder();

    /** Counts one. */
    public void increment() {
        add(1);
    }

    /** Counts so many. */
    public void add(long hits) {
        Thread thread = Thread.currentThread();
        int place = (int) thread.getId() & (cells.length - 1);
        Cell cell = cells[place];
        if (cell != null && cell.getPlain() == thread) {
            cell.add(hits);
        } else {
            addAsNewcomer(thread, cellAt(place), hits);
        }
    }

    private void addAsNewcomer(Thread thread, Cell cell, long hits) {
        if (cell.isTakenBy(thread)) {
            cell.add(hits);
        } else {
            rest.add(hits);
        }
    }

    private Cell cellAt(int place) {
        Cell present = (Cell) CELL.getVolatile(cells, place);
        if (present != null) {
            return present;
        }
        Cell mine = new Cell();
        Cell faster = (Cell) CELL.compareAndExchange(cells, place, null, mine);
        return faster == null ? mine : faster;
    }

    /** How many were counted: all that happened before this call, and perhaps some that happen meanwhile. */
    public long sum() {
        long sum = rest.sum();
        for (int place = 0; place < CELLS; place++) {
            Cell cell = (Cell) CELL.getVolatile(cells, place);
            sum += cell == null ? 0 : cell.sum();
        }
        return sum;
    }

    /** Lets go of threads that have ended. */
    public void release() {
        for (int place = 0; place < CELLS; place++) {
            Cell cell = (Cell) CELL.getVolatile(cells, place);
            if (cell != null) {
                cell.release();
            }
        }
    }

    /** What one thread counts, and then another; so large that nobody else writes to its cache line. */
    @SuppressWarnings("serial")
    private static final class Cell extends AtomicReference<@Nullable Thread> {
        private static final VarHandle COUNT;

        static {
            try {
                COUNT = MethodHandles.lookup().findVarHandle(Cell.class, "count", long.class);
            } catch (ReflectiveOperationException e) {
                throw new ExceptionInInitializerError(e);
            }
        }

        private long count;

        @SuppressWarnings("unused")
        private long p1, p2, p3, p4, p5, p6, p7, p8, p9, p10, p11, p12, p13;

        void add(long hits) {
            COUNT.setOpaque(this, count + hits);
        }

        long sum() {
            return (long) COUNT.getOpaque(this);
        }

        /** Whether it belonged to nobody that still lives, and belongs to {@code thread} now. */
        boolean isTakenBy(Thread thread) {
            Thread owner = get();
            return (owner == null || !owner.isAlive()) && compareAndSet(owner, thread);
        }

        void release() {
            Thread owner = get();
            if (owner != null && !owner.isAlive()) {
                compareAndSet(owner, null);
            }
        }
    }
}
