package com.example.stranger.stress;

import com.example.blackbox.fresh.SubscriberSnapshot;
import com.example.stranger.stress.Write.Outcome;
import com.example.stranger.stress.Write.State;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiPredicate;
import java.util.function.LongSupplier;

/** What was committed, and whether an answer agrees with it. */
public final class History {
    private static final int KEPT = 64;

    private final LongSupplier numbers;
    private final Others others;
    private final ConcurrentSkipListMap<Long, Write> writes = new ConcurrentSkipListMap<>();

    /** By row, the writes whose commit has begun. */
    private final List<ConcurrentSkipListMap<Long, Write>> begun = new ArrayList<>();

    /** By row, the last write whose commit has returned. */
    private final AtomicReferenceArray<Write> floors = new AtomicReferenceArray<>(Operation.ROWS);

    private final Queue<String> violations = new ConcurrentLinkedQueue<>();

    /**
     * Begins with nothing.
     *
     * @param numbers gives each number once, and greater ones later
     * @param others who else writes these rows
     */
    public History(LongSupplier numbers, Others others) {
        this.numbers = numbers;
        this.others = others;
        Write none = new Write(0, "nobody");
        for (int row = 0; row < Operation.ROWS; row++) {
            begun.add(new ConcurrentSkipListMap<>());
            floors.set(row, none);
        }
    }

    /** To be called with the locks of every row that will be written. */
    Write open(String by) {
        Write write = new Write(numbers.getAsLong(), by);
        writes.put(write.number, write);
        writes.headMap(write.number - 50_000).clear();
        return write;
    }

    /** To be called before the commit is: from now on the write may be seen. */
    void committing(Write write) {
        write.outcome = Outcome.COMMITTING;
        write.states().keySet().forEach(row -> begun.get(row.intValue()).put(write.number, write));
    }

    /** To be called when the commit has returned: from now on nothing older may be seen. */
    void committed(Write write) {
        write.committed = Instant.now();
        write.outcome = Outcome.COMMITTED;
        for (Long row : write.states().keySet()) {
            floors.accumulateAndGet(
                    row.intValue(), write, (old, it) -> old == null || old.number < it.number ? it : old);
            ConcurrentSkipListMap<Long, Write> ofRow = begun.get(row.intValue());
            while (ofRow.size() > KEPT && ofRow.firstKey() < floors.get(row.intValue()).number) {
                ofRow.pollFirstEntry();
            }
        }
    }

    /** The write has failed or was rolled back, whatever it had begun. */
    void takenBack(Write write) {
        write.outcome = Outcome.TAKEN_BACK;
        write.states().keySet().forEach(row -> begun.get(row.intValue()).remove(write.number));
    }

    /** Answers that were wrong. */
    public Queue<String> violations() {
        return violations;
    }

    /** What must be seen by a read that begins now; {@code seen} is what earlier answers have shown. */
    Read begin(String question, Seen seen) {
        return new Read(question, seen);
    }

    /** One question to a cache, and the checks of its answer. */
    final class Read {
        private final String question;
        private final Seen seen;
        private final Instant asked = Instant.now();
        private final long[] floor = new long[Operation.ROWS];
        private final Seen.Copy[] shown = new Seen.Copy[Operation.ROWS];

        private Read(String question, Seen seen) {
            this.question = question;
            this.seen = seen;
            for (int row = 0; row < Operation.ROWS; row++) {
                shown[row] = seen.of(row);
                floor[row] = floors.get(row).number;
            }
        }

        /** Checks a row of a list. */
        void listed(SubscriberSnapshot row) {
            int id = row.id().intValue();
            long number = Long.parseLong(row.body());
            Write write = writes.get(number);
            if (number < floor[id]) {
                violated("P1: is older than " + floor[id], row);
            } else if (write == null && others.mayHaveWritten(row, asked)) {
                return;
            } else if (write == null || !write.mayBeSeen()) {
                violated("P2: is not committed: " + write, row);
            } else if (!new State(row.email(), row.login(), row.tier())
                    .equals(write.states().get(row.id()))) {
                violated("P2: is no state that was ever written: " + write, row);
            }
        }

        /** Checks an answer by id or key. */
        void answered(SubscriberSnapshot row) {
            listed(row);
            int id = row.id().intValue();
            long number = Long.parseLong(row.body());
            if (number < shown[id].number()) {
                String why = "P3: is older than what was shown before: " + shown[id];
                if (!others.write(row.id())) {
                    violated(why, row);
                } else if (row.version() < shown[id].version()) {
                    others.wentBack(row.id(), number, shown[id].number(), text(why, row));
                }
            }
            seen.show(id, new Seen.Copy(number, row.version()));
        }

        /** Checks that no row was left out that was there all the time. */
        void complete(BiPredicate<Long, State> wanted, List<SubscriberSnapshot> answer) {
            for (long row = 0; row < Operation.ROWS; row++) {
                long id = row;
                Write write = begun.get((int) row).get(floor[(int) row]);
                if (write != null
                        && !others.write(id)
                        && wanted.test(row, write.states().get(row))
                        && begun.get((int) row).lastKey() == write.number
                        && answer.stream().noneMatch(it -> it.id() == id)) {
                    violated("P1: row " + row + " is missing, which is there since " + write, null);
                }
            }
        }

        void violated(String why, SubscriberSnapshot row) {
            violations.add(text(why, row));
        }

        private String text(String why, SubscriberSnapshot row) {
            StringBuilder text = new StringBuilder(Thread.currentThread().getName())
                    .append(": ")
                    .append(question)
                    .append(" -> ")
                    .append(row)
                    .append("\n  ")
                    .append(why);
            if (row != null) {
                begun.get(row.id().intValue()).descendingMap().values().stream()
                        .limit(8)
                        .forEach(write -> text.append("\n    ").append(write));
            }
            return text.toString();
        }
    }
}
