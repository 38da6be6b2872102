package io.turnkey.redis.node;

import io.turnkey.redis.model.Position;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which of a model's invalidations are known: all up to a number, and some after a hole. Owned by one thread. */
final class History {
    /** More holes than this are not remembered: they are repaired together. */
    private static final int MANY = 1_000;

    /** What a message is to those heard before. */
    enum Verdict {
        /** Nothing is missing before it. */
        NEXT,
        /** It is known. */
        DUPLICATE,
        /** Something is missing before it. */
        AHEAD,
        /** It belongs to another epoch. */
        FOREIGN
    }

    private @Nullable String epoch;
    private long last;
    private final TreeSet<Long> ahead = new TreeSet<>();

    /** Begins anew. What was heard while the answer was under way, in the same epoch, stays known. */
    void begin(Position position) {
        last = isIn(position.epoch()) ? Math.max(last, position.sequence()) : position.sequence();
        epoch = position.epoch();
        ahead.clear();
    }

    boolean isIn(String other) {
        return other.equals(epoch);
    }

    /** Up to where everything is known; {@code null} before the first {@link #begin}. */
    @Nullable
    Position known() {
        return epoch == null ? null : new Position(epoch, last);
    }

    Verdict heard(Position position) {
        if (!isIn(position.epoch())) {
            return Verdict.FOREIGN;
        }
        long number = position.sequence();
        if (number <= last) {
            return Verdict.DUPLICATE;
        }
        if (number == last + 1) {
            last = number;
            close();
            return Verdict.NEXT;
        }
        if (ahead.size() < MANY) {
            ahead.add(number);
        }
        return Verdict.AHEAD;
    }

    /** The highest number after a hole, or 0. */
    long farthest() {
        return ahead.isEmpty() ? 0 : ahead.last();
    }

    /** Whether something is missing before a number. */
    boolean misses(Position position) {
        return isIn(position.epoch()) && position.sequence() > last;
    }

    boolean hasHole() {
        return !ahead.isEmpty();
    }

    /** Everything up to a number was found out. */
    void repaired(long number) {
        last = Math.max(last, number);
        ahead.headSet(last, true).clear();
        close();
    }

    private void close() {
        while (ahead.remove(last + 1)) {
            last++;
        }
    }
}
